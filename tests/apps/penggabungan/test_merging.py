"""Two records of one woman become one, and come apart again as they were."""

from datetime import date

import pytest
from tests.apps.kepegawaian.conftest import employed, opd_of
from tests.apps.kepegawaian.test_recording import rank, ranks, record
from tests.apps.penggabungan.conftest import DAY, TOLD, decided, everything, merged
from tests.support import registry

from pamong.apps.accounts.models import Look
from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.models import Person, PersonIdentifier
from pamong.apps.findings.models import Standing
from pamong.apps.findings.services import run_law
from pamong.apps.kepegawaian.bezetting import people_by_place
from pamong.apps.kepegawaian.models import (
    Pegawai,
    Riwayat,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.apps.kepegawaian.recording import correct_entry, withdraw_entry
from pamong.apps.kepegawaian.sections import section
from pamong.apps.kepegawaian.services import record_riwayat_coverage
from pamong.apps.penggabungan.carrying_out import EmployedElsewhereError, merge_pegawai
from pamong.apps.penggabungan.clashes import shuts_out_of
from pamong.apps.penggabungan.deciding import find_apart, keep_apart, take_back_apart
from pamong.apps.penggabungan.errors import (
    KeptApartError,
    LaterMergingError,
    MergedAlreadyError,
    NotDecidedError,
    UndecidedError,
    UndoneAlreadyError,
)
from pamong.apps.penggabungan.planning import plan_merge
from pamong.apps.penggabungan.references import STAYS_BEHIND, references
from pamong.apps.penggabungan.undoing import plan_undo, undo_merge
from pamong.apps.presensi.models import AbsenceDay
from pamong.kernel.period import Period


def numbers(pegawai):
    rows = PersonIdentifier.objects.filter(person=pegawai.person_id, kind="nip")
    return {row.value: row.ends_before for row in rows}


def undone(merging, day=DAY):
    return undo_merge(merging=merging, day=day, **TOLD)


def test_the_plan_names_what_moves_and_what_is_to_be_decided_and_writes_nothing(ani, anni):
    before = everything()

    plan = plan_merge(stays=ani, away=anni, day=DAY)

    told = {title for _key, title, _both in plan.to_decide}
    assert told == {
        "Nama dan gelar", "NIP", "riwayat pangkat", "riwayat jabatan", "hari tidak masuk kerja",
        "penempatan",
    } - {"penempatan", "hari tidak masuk kerja"}  # fmt: skip
    moving = {each.title: len(pks) for each, pks in plan.moving.items()}
    assert moving["riwayat pendidikan"] == 1
    assert moving["hari tidak masuk kerja"] == 1  # the other day is told by both
    assert everything() == before


def test_nothing_is_decided_silently(ani, anni):
    with pytest.raises(UndecidedError, match="riwayat pangkat") as refused:
        merge_pegawai(stays=ani, away=anni, choices={}, day=DAY, **TOLD)

    assert "NIP" in refused.value.titles
    assert Pegawai.objects.filter(pk=anni.pk).exists()


def test_two_golongan_on_one_day_cannot_both_be_chosen(ani, anni):
    choices = decided(ani, anni, riwayatpangkat="keduanya")

    with pytest.raises(UndecidedError, match="riwayat pangkat"):
        merge_pegawai(stays=ani, away=anni, choices=choices, day=DAY, **TOLD)


def test_two_posts_on_one_day_may_both_stay_where_somebody_says_so(ani, anni):
    merged(ani, anni, riwayatjabatan="keduanya")

    assert RiwayatJabatan.objects.filter(pegawai=ani).count() == 2


def test_what_is_chosen_of_the_other_record_counts_and_what_gave_way_is_kept_with_it(ani, anni):
    merged(ani, anni, riwayatpangkat="digabung")

    assert ranks(ani) == [("III/b", date(2023, 4, 1), None)]
    assert ranks(anni) == [("III/a", date(2019, 4, 1), None)]


def test_no_list_and_no_count_has_her_twice(ani, anni, pasar):
    merged(ani, anni)

    assert list(Pegawai.objects.filter(pemda=ani.pemda)) == [ani]
    assert sum(people_by_place(ani.pemda, day=DAY).values()) == 1
    assert Pegawai.with_merged.get(pk=anni.pk).merged_into == ani


def test_both_numbers_are_hers_and_the_one_that_is_not_in_use_ends(ani, anni):
    merged(ani, anni)

    assert numbers(ani) == {"990004072015032001": None, "990004072015032010": DAY}
    assert numbers(anni) == {}


def test_the_other_spelling_of_the_name_is_found(ani, anni):
    merged(ani, anni)

    assert [each.nama for each in ani.person.other_names.all()] == ["Anni Rekawati"]


def test_nothing_is_deleted(ani, anni):
    before = everything(but=("Merging", "PersonName"))

    merged(ani, anni, "digabung", riwayatjabatan="keduanya")

    after = everything(but=("Merging", "PersonName"))
    assert {label: len(rows) for label, rows in after.items()} == {
        label: len(rows) for label, rows in before.items()
    }


@pytest.mark.parametrize("side", ["tetap", "digabung"])
def test_undoing_restores_every_table_row_by_row(ani, anni, bupati, berita, side):
    registry.hold(anni.person, bupati, since=date(2021, 3, 1), by=berita)
    before = everything(but=("Merging",))

    merging = merged(ani, anni, side)
    assert everything(but=("Merging",)) != before
    plan = undone(merging)

    assert everything(but=("Merging",)) == before
    assert plan.sentences() == []


def test_later_edits_are_kept_and_told(ani, anni):
    merging = merged(ani, anni)
    degree = RiwayatPendidikan.objects.get(pegawai=ani)
    correct_entry(
        section=section("pendidikan"), pegawai=ani, entry_id=degree.pk,
        values={"school": "Universitas Umpama"}, **TOLD,
    )  # fmt: skip
    record(ani, rank("III/c", date(2025, 4, 1)))

    told = plan_undo(merging).sentences()
    assert undone(merging).sentences() == told

    assert RiwayatPendidikan.objects.get(pegawai=anni).school == "Universitas Umpama"
    assert ranks(ani)[-1][0] == "III/c"
    assert "1 riwayat pendidikan diubah" in " ".join(told)
    assert "1 riwayat pangkat dicatat sesudah penggabungan" in " ".join(told)


def test_what_was_withdrawn_since_stays_withdrawn(ani, anni):
    merging = merged(ani, anni)
    degree = RiwayatPendidikan.objects.get(pegawai=ani)
    withdraw_entry(section=section("pendidikan"), pegawai=ani, entry_id=degree.pk, **TOLD)

    told = " ".join(undone(merging).sentences())

    assert "1 riwayat pendidikan sudah dicabut" in told
    assert not RiwayatPendidikan.objects.exists()


def test_what_cannot_go_back_beside_what_was_recorded_since_stays_and_is_told(ani, anni):
    merging = merged(ani, anni, riwayatpangkat="digabung")
    withdrawn = RiwayatPangkat.objects.get(pegawai=ani)
    withdraw_entry(section=section("pangkat"), pegawai=ani, entry_id=withdrawn.pk, **TOLD)
    record(ani, rank("III/c", date(2020, 4, 1)))

    told = " ".join(undone(merging).sentences())

    assert ranks(ani) == [("III/c", date(2020, 4, 1), None)]
    assert ranks(anni) == [("III/a", date(2019, 4, 1), None)]
    assert "2 riwayat pangkat" in told


def test_a_name_that_was_corrected_since_stays_corrected(ani, anni):
    merging = merged(ani, anni, nama="digabung")
    Person.objects.filter(pk=ani.person_id).update(nama="Ani Rekawati Benar", sort_key="abc")

    told = " ".join(undone(merging).sentences())

    assert Person.objects.get(pk=ani.person_id).nama == "Ani Rekawati Benar"
    assert "nama tanpa gelar sudah diubah lagi" in told


def test_a_merging_is_taken_back_once(ani, anni):
    merging = merged(ani, anni)
    undone(merging)

    with pytest.raises(UndoneAlreadyError):
        undone(merging)


def test_mergings_are_taken_back_the_latest_first(ani, anni, pasar):
    third = employed(pasar, "Ani R.", "990004072015032033")
    first = merged(ani, anni)
    ani.refresh_from_db()
    second = merged(ani, third)

    with pytest.raises(LaterMergingError):
        undone(first)
    undone(second)
    undone(first)
    assert Pegawai.objects.count() == 3


def test_who_leads_to_another_record_is_not_merged_again(ani, anni):
    merged(ani, anni)

    with pytest.raises(MergedAlreadyError):
        merge_pegawai(stays=anni, away=ani, choices={}, day=DAY, **TOLD)
    with pytest.raises(MergedAlreadyError):
        keep_apart(one=Pegawai.with_merged.get(pk=anni.pk), other=ani, day=DAY, **TOLD)


def test_people_of_two_governments_are_not_merged(ani, misal):
    stranger = employed(opd_of(misal), "Ani Rekawati", "990004072015032099")

    with pytest.raises(MergedAlreadyError):
        merge_pegawai(stays=ani, away=stranger, choices={}, day=DAY, **TOLD)


def test_who_is_employed_elsewhere_too_is_the_one_that_stays(ani, anni, misal):
    Pegawai.objects.create(person=anni.person, pemda=misal, kind="pns", starts_on=date(2014, 1, 1))

    with pytest.raises(EmployedElsewhereError):
        merged(ani, anni)
    assert merged(anni, ani).stays == anni


def test_a_merging_needs_a_reason(ani, anni):
    with pytest.raises(ReasonMissingError):
        merge_pegawai(
            stays=ani, away=anni, choices=decided(ani, anni), day=DAY,
            actor=TOLD["actor"], reason=" ",
        )  # fmt: skip


def test_not_the_same_person_is_kept_and_can_be_taken_back(ani, anni):
    keep_apart(one=anni, other=ani, day=DAY, actor=TOLD["actor"], reason="kakak beradik")

    with pytest.raises(KeptApartError, match="kakak beradik"):
        merged(ani, anni)
    take_back_apart(one=ani, other=anni, day=DAY, **TOLD)
    assert find_apart(ani, anni) is None
    with pytest.raises(NotDecidedError):
        take_back_apart(one=ani, other=anni, day=DAY, **TOLD)
    assert merged(ani, anni)


def test_every_reference_to_a_pegawai_moves_or_says_why_not():
    moved = {each.model for each in references()}

    assert {AbsenceDay, RiwayatPangkat, PersonIdentifier} <= moved
    assert Look in STAYS_BEHIND
    assert not moved & STAYS_BEHIND.keys()


def test_every_condition_of_a_constraint_on_an_owner_is_understood(ani, anni):
    """Each is asked of a row of the table, so that a new kind of condition fails here."""
    for each in references():
        values = {field.attname: None for field in each.model._meta.concrete_fields}
        for shuts_out in shuts_out_of(each):
            assert shuts_out(values, values) in {True, False}


def test_findings_about_the_record_that_went_end_and_come_back_with_it(ani, anni):
    for pegawai in (ani, anni):
        Pegawai.objects.filter(pk=pegawai.pk).update(kind="pppk")
        contract = {"starts_on": date(2020, 2, 1), "ends_before": date(2025, 2, 1),
                    "is_part_time": False, "paper_number": "PK/1"}  # fmt: skip
        record(pegawai, contract, "perjanjian")
    record_riwayat_coverage(
        pemda=ani.pemda, riwayat=Riwayat.PERJANJIAN, period=Period(date(2015, 1, 1)),
        source="rekaan", **TOLD,
    )  # fmt: skip
    run_law(pemda=ani.pemda, days=[DAY], **TOLD)
    assert standing(ani.pemda) == 2

    merging = merged(ani, anni)
    run_law(pemda=ani.pemda, days=[DAY], **TOLD)
    assert standing(ani.pemda) == 1

    undone(merging)
    run_law(pemda=ani.pemda, days=[DAY], **TOLD)
    assert standing(ani.pemda) == 2


def standing(pemda):
    rows = Standing.objects.filter(finding__pemda=pemda, finding__rule_id="pppk-kontrak")
    return rows.filter(ends_before=None, superseded_by=None).count()
