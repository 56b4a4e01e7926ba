"""The demonstration: loaded whole, loaded again without a change, and honest about real people."""

from datetime import date

import pytest
from django.conf import settings
from django.db import transaction

from pamong.apps.core.models import Person, PersonIdentifier
from pamong.apps.demonstration import selectors, services
from pamong.apps.demonstration.scenario import scenario
from pamong.apps.duties.models import DutyStanding, DutyStep
from pamong.apps.findings.models import Finding, FindingFamily
from pamong.apps.forums.models import DraftChange, DraftStatus, ReadingDraft
from pamong.apps.organisasi.models import JabatanHolding, Pemda

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demonstration, loaded once for the tests of this module and taken back after them."""
    with django_db_blocker.unblock():
        was = settings.PAMONG_DEMONSTRATION
        settings.PAMONG_DEMONSTRATION = True
        with transaction.atomic():
            told = []
            services.load(day=TODAY, report=told.append)
            yield told
            transaction.set_rollback(True)
        settings.PAMONG_DEMONSTRATION = was


def rows(day):
    return {row.office: row for row in selectors.table([day])}


def test_a_second_load_changes_nothing(loaded):
    def everything():
        return [
            model.objects.count() for model in (Pemda, Person, ReadingDraft, Finding, DutyStep)
        ]

    before = everything()

    services.load(day=TODAY, report=str)

    assert everything() == before


def test_every_sample_is_confirmed_by_the_demonstration_but_the_visitor_s(loaded):
    waiting = ReadingDraft.objects.filter(status=DraftStatus.OPEN)
    decided = ReadingDraft.objects.filter(status=DraftStatus.CONFIRMED)

    assert {draft.document.kode for draft in waiting} == scenario().left_for_the_visitor
    assert decided.count() == 7
    assert {draft.decided_by for draft in decided} == {"Demonstrasi"}


def test_a_conflict_was_settled_by_a_change_that_the_history_shows(loaded):
    changes = DraftChange.objects.filter(draft__document__kode__startswith="contoh-")

    assert changes.exists()
    assert {change.made_by for change in changes} == {"Demonstrasi"}


@pytest.mark.parametrize(
    ("day", "capacity", "days"),
    [
        (date(2019, 1, 15), "(Plt)", "10 April 2018–12 Februari 2019"),
        (date(2019, 3, 1), "(definitif)", "sejak 13 Februari 2019"),
        (date(2020, 10, 1), "(definitif)", "sejak 13 Februari 2019"),
    ],
)
def test_the_table_tells_who_governed_jambi_and_on_what_basis(loaded, day, capacity, days):
    row = rows(day)["Gubernur Jambi"]

    assert capacity in row.holder
    assert days in row.holder
    assert row.basis == "menurut dokumen 000 (23 September 2020)"


def test_on_leave_the_table_says_that_nobody_is_recorded_as_acting(loaded):
    remark = rows(date(2020, 10, 1))["Gubernur Jambi"].remark

    assert "Cuti kampanye, 26 September–5 Desember 2020" in remark
    assert (
        "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas gubernur pada "
        "26 September–5 Desember 2020. Tidak tercatat di sini bukan berarti tidak ada." in remark
    )


def test_four_years_later_the_governor_is_last_known_and_no_more(loaded):
    row = rows(date(2024, 9, 25))["Gubernur Jambi"]

    assert row.holder == "belum tercatat"
    assert row.remark.startswith("Terakhir diketahui:")


def test_what_waits_in_a_draft_is_told_as_a_proposal(loaded):
    row = rows(date(2024, 9, 25))["Bupati Jember"]

    assert row.holder == "belum tercatat"
    assert row.remark.startswith("Menunggu ditinjau: draf dokumen 001")


def test_a_real_person_bears_a_name_and_nothing_else(loaded):
    real = Person.objects.filter(is_made_up=False)

    assert real.exists()
    assert not PersonIdentifier.objects.filter(person__in=real).exists()
    assert not real.exclude(gelar_depan="", gelar_belakang="").exists()


def test_made_up_people_hold_no_office_of_a_real_government(loaded):
    assert not JabatanHolding.objects.filter(
        person__is_made_up=True, pemda__is_made_up=False
    ).exists()


def test_of_real_governments_nothing_is_found_but_open_notes(loaded):
    real = Finding.objects.filter(pemda__is_made_up=False)

    assert real.exists()
    assert {finding.family for finding in real} == {FindingFamily.CATATAN}


def test_what_was_planted_is_found_and_none_of_the_near_misses(loaded):
    """As data/pegawai_contoh.toml says of each, in its own words."""
    found = Finding.objects.filter(
        rule_id="disiplin-absen-kumulatif", runs__as_of=date(2025, 12, 31)
    )

    outcomes = {row.subject_label.partition(" (")[0]: row.judgement["outcome"] for row in found}
    assert outcomes == {
        "Ruslan Adiwangsa": "teguran_lisan",
        "Danar Kusumahadi": "teguran_tertulis",
        "Wening Astrajaya": "pernyataan_tidak_puas",
        "Tirta Palwaguna": "penundaan_kgb",  # PP 94/2021 art 42: the kinds of PP 53 for now
        "Sekar Manikam": "pdhtaps",
    }


def test_only_the_made_up_government_has_duties_and_they_are_in_several_states(loaded):
    standings = DutyStanding.objects.filter(ends_before=None).select_related("pemda")

    assert {row.pemda.nama for row in standings} == {scenario().made_up.nama}
    assert {row.state for row in standings} == {
        "closed", "reported", "accepted", "dropped", "cannot", "delegated"
    }  # fmt: skip
    assert {step.actor.partition(",")[0] for step in DutyStep.objects.all()} == {"Demonstrasi"}
