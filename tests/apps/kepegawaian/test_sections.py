"""The sections of a record: each model described once, each column with a label and a class."""

import pytest
from django.apps import apps

from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Entry
from pamong.apps.kepegawaian.sections import (
    FIELD_CLASSES,
    SECTIONS,
    UnknownSectionError,
    section,
)

HOUSEKEEPING = {"id", "pegawai", "kode_asal", "lainnya", "ended"}
CODES = {"kode_change", "kode_jabatan", "kode_pendidikan", "kode_diklat", "kode_award"}
"""Codes of the system of origin; people do not fill them in."""


def test_every_kind_of_entry_is_described_once():
    models = {
        model
        for model in apps.get_app_config("kepegawaian").get_models()
        if issubclass(model, Entry)
    }

    assert {each.model for each in SECTIONS} == models
    assert len({each.key for each in SECTIONS}) == len(SECTIONS)


@pytest.mark.parametrize("each", SECTIONS, ids=lambda each: each.key)
def test_a_description_names_every_column_of_its_model(each):
    fields = {field.name for field in each.model._meta.concrete_fields}

    assert set(each.columns) == fields - HOUSEKEEPING - CODES
    assert all(str(label) for label in each.labels.values())
    assert each.begins in fields


@pytest.mark.parametrize("each", SECTIONS, ids=lambda each: each.key)
def test_a_class_is_given_to_columns_that_there_are(each):
    fields = {field.name for field in each.model._meta.concrete_fields}

    assert set(getattr(each.model, "FIELD_CLASSES", {})) <= fields


def test_what_few_may_see_is_classed():
    assert FIELD_CLASSES["HukumanDisiplin.kind"] is FieldClass.DISCIPLINE
    assert FIELD_CLASSES["FamilyMember.nama"] is FieldClass.FAMILY
    assert FIELD_CLASSES["Contact.value"] is FieldClass.CONTACT
    assert FIELD_CLASSES["CutiPegawai.kind"] is FieldClass.HEALTH
    assert FIELD_CLASSES["RiwayatGaji.pay"] is FieldClass.FINANCE
    assert FIELD_CLASSES["PersonalDetails.religion"] is FieldClass.IDENTITY
    assert FIELD_CLASSES["RiwayatPangkat.golongan"] is FieldClass.OPEN


def test_a_section_that_there_is_not_is_refused():
    with pytest.raises(UnknownSectionError):
        section("zodiak")
