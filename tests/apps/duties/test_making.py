"""Making duties: for whom, until when, from which words, and never twice."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.support import duties, registry

from pamong.apps.core.refusals import RefusedError
from pamong.apps.duties.making import make_duties
from pamong.apps.duties.models import Duty, SourceKind
from pamong.apps.duties.planning import (
    NobodyChosenError,
    Term,
    TermRefusedError,
    plan_duties,
    term_in_working_days,
    term_on,
)
from pamong.apps.duties.sources import (
    SourceNotFoundError,
    directive_source,
    finding_source,
    hash_of,
)
from pamong.apps.forums.models import Directive
from pamong.apps.organisasi.models import Pemda
from pamong.kernel.kalender import YearWithoutDecreeError

TODAY = duties.MADE_ON


@pytest.fixture
def dinas(contoh):
    return [duties.opd(contoh, nama) for nama in ("Dinas Satu", "Dinas Dua", "Dinas Tiga")]


def make(source, *units, **more):
    return make_duties(
        source=source,
        opd_ids=[unit.pk for unit in units],
        term=more.pop("term", Term(duties.DUE_ON)),
        day=TODAY,
        actor=duties.actor("ajudan"),
        **more,
    )


def test_the_plan_tells_who_is_addressed_and_who_else_could_be(contoh, dinas):
    satu, dua, tiga = dinas
    plan = plan_duties(directive_source(duties.directive(contoh, dua).public_id), day=TODAY)

    assert [each.opd for each in plan.addressed] == [dua]
    assert {each.opd for each in plan.others} == {satu, tiga}
    assert (plan.made, plan.kabupaten, plan.default_due_on) == ((), (), None)


def test_a_directive_to_all_addresses_every_opd(contoh, dinas):
    source = directive_source(duties.directive(contoh, everybody=True).public_id)

    assert {each.opd for each in plan_duties(source, day=TODAY).addressed} == set(dinas)


def test_one_act_makes_them_and_leaves_out_whoever_has_one(contoh, dinas):
    satu, dua, tiga = dinas
    source = directive_source(duties.directive(contoh, everybody=True).public_id)
    first = make(source, satu)
    second = make(source, satu, dua, tiga, note="segera")

    assert [duty.opd for duty in first] == [satu]
    assert {duty.opd for duty in second} == {dua, tiga}
    assert make(source, satu, dua, tiga) == []
    plan = plan_duties(source, day=TODAY)
    assert plan.is_spent
    assert {duty.opd for duty in plan.made} == set(dinas)
    assert {duty.steps.get().note for duty in second} == {"segera"}


def test_a_duty_for_nobody_or_for_a_strangers_opd_is_refused(contoh, misal, dinas):
    source = directive_source(duties.directive(contoh).public_id)

    for units in ((), (duties.opd(misal),), (dinas[0], duties.opd(misal))):
        with pytest.raises(NobodyChosenError, match="Pilih sedikitnya satu"):
            make(source, *units)
    assert not Duty.objects.exists()


def test_the_words_of_the_source_are_copied_and_stay(contoh, dinas):
    row = duties.directive(contoh, dinas[0])
    source = directive_source(row.public_id)
    (duty,) = make(source, dinas[0])
    Directive.objects.filter(pk=row.pk).update(gist="sesuatu yang lain")

    duty.refresh_from_db()
    assert duty.gist == duties.GIST
    assert duty.citation == "Menurut dokumen uji-arahan (9 September 2024)"
    assert duty.giver == "Pemberi uji-arahan (rekaan), Pjs Bupati Contoh (rekaan)"
    assert duty.source_hash == hash_of(
        duty.source_kind,
        duty.source_id,
        duty.gist,
        duty.words,
        duty.citation,
        duty.giver,
        duty.source_day,
    )
    assert directive_source(row.public_id).hash != duty.source_hash


@pytest.mark.parametrize("due_on", [date(2024, 9, 15), date(2024, 9, 1)])
def test_a_term_before_today_or_before_the_source_is_refused(contoh, dinas, due_on):
    source = directive_source(duties.directive(contoh, dinas[0]).public_id)

    with pytest.raises(TermRefusedError, match="mendahului 16 September 2024"):
        term_on(due_on, source=source, day=TODAY)
    with pytest.raises(TermRefusedError, match="mendahului 9 September 2024"):
        term_on(date(2024, 9, 8), source=source, day=date(2024, 9, 2))
    with pytest.raises(RefusedError, match="Tenggat mendahului"):
        make(source, dinas[0], term=Term(due_on))


def test_a_term_in_working_days_leaves_out_weekends_and_holidays(contoh):
    source = directive_source(duties.directive(contoh).public_id)

    # Friday 13 September; Monday the 16th is Maulid Nabi.
    term = term_in_working_days(2, source=source, day=date(2024, 9, 13))
    assert term == Term(date(2024, 9, 18), counts_working_days=True)
    with pytest.raises(TermRefusedError):
        term_in_working_days(0, source=source, day=TODAY)
    with pytest.raises(YearWithoutDecreeError):
        term_in_working_days(5000, source=source, day=TODAY)


def province(contoh: Pemda) -> Pemda:
    provinsi = registry.government("Provinsi Uji", level="provinsi", kode="00")
    Pemda.objects.filter(pk=contoh.pk).update(provinsi=provinsi)
    return provinsi


def test_a_governor_recommends_to_the_kabupaten_of_his_province_only(contoh, misal):
    provinsi = province(contoh)
    source = directive_source(duties.directive(provinsi, kode="arahan-gubernur").public_id)
    assert plan_duties(source, day=TODAY).kabupaten == (contoh,)

    with pytest.raises(NobodyChosenError):
        make(source, kabupaten_ids=[misal.pk])
    (duty,) = make(source, kabupaten_ids=[contoh.pk])

    assert (duty.pemda, duty.to_pemda, duty.opd) == (provinsi, contoh, None)
    assert duty.is_recommendation
    assert plan_duties(source, day=TODAY).kabupaten == ()


def test_a_kabupaten_recommends_to_nobody(contoh, misal):
    province(contoh)
    source = directive_source(duties.directive(contoh).public_id)

    assert plan_duties(source, day=TODAY).kabupaten == ()


def test_the_database_itself_refuses_a_second_duty_and_one_that_is_owed_by_nobody(contoh):
    duty = duties.duty(contoh)
    values = {
        field.name: getattr(duty, field.name)
        for field in Duty._meta.fields
        if field.name not in {"id", "public_id"}
    }

    for change, name in (
        ({}, "duty_is_made_once_an_opd"),
        ({"opd": None}, "duty_is_owed_by_one"),
        ({"opd": None, "to_pemda": contoh}, "duty_is_owed_by_one"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Duty.objects.create(**values | change)


def test_a_source_that_is_not_there_is_told_so(db):
    missing = "00000000-0000-4000-8000-000000000000"
    for source in (directive_source, finding_source):
        with pytest.raises(SourceNotFoundError):
            source(missing)


def test_a_finding_becomes_a_duty_of_the_opd_of_its_subject(contoh, dinas):
    jabatan = registry.office(contoh, "Kepala Dinas Dua", opd=dinas[1])
    source = finding_source(duties.finding(contoh, "jabatan", jabatan.pk).public_id)

    plan = plan_duties(source, day=TODAY)
    assert [each.opd for each in plan.addressed] == [dinas[1]]
    (duty,) = make(source, dinas[1])
    assert duty.source_kind == SourceKind.FINDING
    assert duty.gist == "Jabatan tanpa pejabat: Kepala Dinas Dua"
    assert duty.citation == "Peraturan Rekaan 1/2020 Pasal 2"


def test_a_finding_about_a_government_addresses_nobody_until_one_is_chosen(contoh, dinas):
    source = finding_source(duties.finding(contoh, "pemda", contoh.pk).public_id)

    assert plan_duties(source, day=TODAY).addressed == ()
    assert [duty.opd for duty in make(source, dinas[2])] == [dinas[2]]
