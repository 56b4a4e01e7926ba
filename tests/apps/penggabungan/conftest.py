"""Ani of Kabupaten Contoh, and Anni: the same woman, recorded again with a typing mistake."""

from datetime import date

import pytest
from django.apps import apps
from django.db import connection
from tests.apps.kepegawaian.conftest import employed, opd_of
from tests.apps.kepegawaian.test_recording import rank, record
from tests.support.registry import REASON, WARNI

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.penggabungan.carrying_out import merge_pegawai
from pamong.apps.penggabungan.planning import plan_merge
from pamong.apps.presensi.models import AbsenceDay

BORN = date(1990, 4, 7)
DAY = date(2025, 6, 2)
TOLD = {"actor": WARNI, "reason": REASON}


def number(pegawai, kind, value, **days):
    return PersonIdentifier.objects.create(person=pegawai.person, kind=kind, value=value, **days)


def born(pegawai, day=BORN):
    Pegawai.objects.filter(pk=pegawai.pk).update(born_on=day)
    pegawai.born_on = day
    return pegawai


@pytest.fixture
def pasar(contoh):
    return opd_of(contoh)


@pytest.fixture
def ani(pasar):
    """Ani with a golongan since 2019 and a day of absence."""
    ani = born(employed(pasar, "Ani Rekawati", "990004072015032001"))
    number(ani, "nik", "0001010704900001")
    record(ani, rank("III/a", date(2019, 4, 1)))
    record(ani, {"nama": "Pengelola Umpama", "kind": "pelaksana",
                 "starts_on": date(2016, 1, 4), "paper_number": "821/1"}, "jabatan")  # fmt: skip
    AbsenceDay.objects.create(pegawai=ani, day=date(2025, 5, 6))
    return ani


@pytest.fixture
def anni(pasar):
    """Anni: golongan, post, education and absences that Ani does not have, or has otherwise."""
    anni = born(employed(pasar, "Anni Rekawati", "990004072015032010"))
    record(anni, rank("III/b", date(2023, 4, 1)))
    record(anni, {"nama": "Analis Umpama", "kind": "pelaksana",
                  "starts_on": date(2020, 2, 3), "paper_number": "821/2"}, "jabatan")  # fmt: skip
    record(anni, {"jenjang": "s1", "field_of_study": "Ekonomi", "graduated_on": date(2012, 8, 1),
                  "paper_number": "IJ/1"}, "pendidikan")  # fmt: skip
    AbsenceDay.objects.create(pegawai=anni, day=date(2025, 5, 6))
    AbsenceDay.objects.create(pegawai=anni, day=date(2025, 5, 7))
    return anni


def decided(stays, away, side="tetap", **but):
    """Decide everything one way, but for what is named by the table or field that it is about."""
    plan = plan_merge(stays=stays, away=away, day=DAY)
    return {
        key: next((told for name, told in but.items() if name in key), side)
        for key, _title, _may_both in plan.to_decide
    }


def merged(stays, away, side="tetap", **but):
    return merge_pegawai(
        stays=stays, away=away, choices=decided(stays, away, side, **but), day=DAY, **TOLD
    )


def everything(*, but=()):
    """Every row of every table of ours as it stands, history left out."""
    found = {}
    for model in apps.get_models():
        options = model._meta
        is_ours = model.__module__.startswith("pamong.apps.")
        if not is_ours or hasattr(model, "pgh_tracked_model") or model.__name__ in but:
            continue
        with connection.cursor() as cursor:
            table = connection.ops.quote_name(options.db_table)
            cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t ORDER BY 1")  # noqa: S608
            found[options.label] = [row for (row,) in cursor.fetchall()]
    return found
