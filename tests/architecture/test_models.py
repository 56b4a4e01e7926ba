"""Models as the database has them: protected, tracked, constrained, migrated."""

import io
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from tests.architecture.tree import SOURCE, modules, name_of

from pamong.apps.accounts.models import CalendarUse, KeptAnswer, Look, TokenUse
from pamong.apps.findings.models import DueDay
from pamong.apps.forums.models import ConfidentialStatement, Correction
from pamong.apps.impor.export_models import ExportPiece
from pamong.apps.impor.models import ImportProgress, StagedDoubt, StagedRow, WrittenEntry
from pamong.apps.kualitas.models import QualityGap, QualityScore
from pamong.apps.organisasi.models.pemda import PemdaSpelling
from pamong.apps.penggabungan.models import DuplicatePair

APPS = [config for config in apps.get_app_configs() if config.name.startswith("pamong.apps.")]
ALL = [model for config in APPS for model in config.get_models()]
OURS = [
    pytest.param(model, id=model.__name__)
    for model in ALL
    if not hasattr(model, "pgh_tracked_model")
]
STAGING = {StagedRow, StagedDoubt, WrittenEntry, ImportProgress, ExportPiece}
COUNTED = {CalendarUse, DueDay, DuplicatePair, QualityGap, QualityScore, TokenUse}
UNTRACKED = {
    *(PemdaSpelling, ConfidentialStatement, Correction, Look, KeptAnswer),
    *(COUNTED | STAGING),
}
"""Spellings are reference data of the kernel; history of a confidential statement would say who
wrote it down, and when; that of a correction whose document it was. A look is a record of its own,
and its history would outlive it; how often a token was used is counted, and no record. What is
staged is no record, nor is the file of an export; an answer kept for a sender who asks twice is
forgotten after a day; what falls due, is alike or is lacking is counted anew every night."""


@pytest.mark.parametrize("model", OURS)
def test_every_change_of_a_record_is_kept(model):
    assert hasattr(model, "pgh_event_model") or model in UNTRACKED


@pytest.mark.parametrize("model", OURS)
def test_a_model_has_names_for_people_in_lower_case(model):
    for name in (model._meta.verbose_name, model._meta.verbose_name_plural):
        assert str(name)[0].islower() or str(name).startswith("OPD")
        assert str(name) != model.__name__.lower() or str(name) in {
            "jabatan",
            "forum",
            "pegawai",
            "instansi",
            "pelantikan",
        }


@pytest.mark.parametrize("model", OURS)
def test_a_dated_model_has_the_two_days_and_refuses_an_end_before_its_start(model):
    names = {field.name for field in model._meta.get_fields()}
    if "ends_before" in names:
        assert "starts_on" in names
        assert any(rule.name.endswith("ends_after_start") for rule in model._meta.constraints)


@pytest.mark.parametrize("model", OURS)
def test_what_a_row_points_to_is_protected(model):
    for field in model._meta.get_fields():
        if isinstance(field, models.ForeignKey) and not field.remote_field.parent_link:
            assert field.remote_field.on_delete in {models.PROTECT, models.CASCADE}, field.name


def test_whatever_is_not_protected_says_why():
    for path in modules("apps"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if re.search(r"on_delete=models\.(?!PROTECT)", line):
                says_why = "#" in line or lines[number + 1].lstrip().startswith("#")
                assert says_why, f"{name_of(path)}:{number + 1}"


@pytest.mark.django_db
def test_models_and_migrations_agree():
    told = io.StringIO()

    call_command("makemigrations", check=True, dry_run=True, skip_checks=True, stdout=told)

    assert "No changes detected" in told.getvalue()


@pytest.mark.parametrize("config", APPS, ids=lambda config: config.label)
def test_migrations_follow_one_another(config):
    folder = Path(config.path) / "migrations"
    names = sorted(path.stem for path in folder.glob("[0-9]*.py")) if folder.is_dir() else []

    numbers = [int(name[:4]) for name in names]
    assert numbers == list(range(1, len(names) + 1))
    if names:
        assert (folder / "max_migration.txt").read_text(encoding="utf-8").strip() == names[-1]


def test_every_app_with_models_has_migrations():
    for config in APPS:
        if any(not hasattr(model, "pgh_tracked_model") for model in config.get_models()):
            assert (SOURCE / "apps" / config.label / "migrations" / "max_migration.txt").is_file()
