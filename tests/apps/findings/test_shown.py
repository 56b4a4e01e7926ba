"""A frozen judgement shows each role the classes of fields that it sees, and no other."""

from datetime import date

import pytest
from tests.support.units import employ, opd, place

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.seeing import CLOSED, OVER_A_PART, SEES
from pamong.apps.findings.models import Finding
from pamong.apps.findings.shown import FACTS, shown_judgement
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.law.fact_table import fact_table

TODAY = date(2025, 9, 1)
TOLD = {
    "title": "Kenaikan gaji berkala",
    "explanation": ["Cuti di luar tanggungan negara menunda kenaikannya."],
    "shown_steps": [{"label": "cuti", "value": "melahirkan", "unit": ""}],
    "steps": [{"name": "cuti", "value": "melahirkan"}],
    "facts": {
        "pegawai": [{"pegawai_id": 1, "lahir_on": "1980-01-01"}],
        "hukuman_disiplin": [{"tingkat": "berat", "berlaku_on": "2020-02-02"}],
        "cuti_pegawai": [{"jenis": "melahirkan", "starts_on": "2021-03-03"}],
        "gaji_berkala": [{"golongan": "III/a"}],
    },
}
CLOSED_FIELDS = {
    ("pegawai", "lahir_on"): FieldClass.IDENTITY,
    ("hukuman_disiplin", "tingkat"): FieldClass.DISCIPLINE,
    ("hukuman_disiplin", "berlaku_on"): FieldClass.DISCIPLINE,
    ("cuti_pegawai", "jenis"): FieldClass.HEALTH,
}


@pytest.fixture
def dinas(contoh):
    return opd(contoh, "Dinas Uji")


@pytest.fixture
def ani(dinas):
    return place(employ(dinas, "Ani Andaian"), dinas)


def finding(pegawai, rule_id="kgb", kind="pegawai") -> Finding:
    return Finding(pemda=pegawai.pemda, rule_id=rule_id, subject_kind=kind, subject_id=pegawai.pk)


def shown(grant: Grant, about: Finding):
    access = Access(1, "Seseorang (rekaan)", (grant,), today=TODAY)
    return shown_judgement(access, about, TOLD, day=TODAY)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_sees_the_facts_of_its_classes(role, ani, dinas):
    part = dinas.pk if role in OVER_A_PART and role is not Role.ATASAN else None
    told = shown(Grant(role, ani.pemda_id, part), finding(ani))

    seen = SEES[role] if role is not Role.ATASAN else frozenset()  # he heads nothing here
    for (table, column), field_class in CLOSED_FIELDS.items():
        frozen = TOLD["facts"][table][0][column]
        expected = frozen if field_class in seen else str(CLOSED)
        assert told["facts"][table][0][column] == expected
    assert told["facts"]["gaji_berkala"] == TOLD["facts"]["gaji_berkala"]


@pytest.mark.parametrize("role", list(Role))
def test_steps_and_sentences_are_closed_where_the_rule_works_with_what_is(role, ani, dinas):
    part = dinas.pk if role in OVER_A_PART and role is not Role.ATASAN else None
    told = shown(Grant(role, ani.pemda_id, part), finding(ani))

    is_open = FieldClass.HEALTH in SEES[role]
    assert ("melahirkan" in str(told["shown_steps"])) is is_open
    assert ("melahirkan" in str(told["steps"])) is is_open
    assert ("Cuti di luar" in str(told["explanation"])) is is_open


def test_of_himself_everybody_sees_all_of_it(ani):
    grant = Grant(Role.PEGAWAI, ani.pemda_id, person_id=ani.person_id)

    assert shown(grant, finding(ani)) == TOLD


def test_a_rule_that_names_no_closed_column_keeps_its_steps(ani):
    told = shown(Grant(Role.AJUDAN, ani.pemda_id), finding(ani, "disiplin-absen-kumulatif"))

    assert told["shown_steps"] == TOLD["shown_steps"]


def test_what_a_rule_that_is_no_more_told_is_closed_to_whom_any_class_is(ani):
    told = shown(Grant(Role.SEKDA, ani.pemda_id), finding(ani, "aturan-lama"))

    assert "melahirkan" not in str(told)


def test_the_columns_are_those_of_the_fact_tables():
    for table, columns in FACTS.items():
        assert columns.keys() <= {column.name for column in fact_table(table).columns}
        assert FieldClass.OPEN not in columns.values()
