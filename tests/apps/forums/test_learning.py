"""What a confirmed draft teaches: cases with consent and without names, and a measure."""

from datetime import date
from functools import partial

import pytest
from tests.support.drafts import APEL, TODAY, proof, put_down, replace
from tests.support.registry import WARNI

from pamong.apps.accounts.models import User
from pamong.apps.core.audit import Actor
from pamong.apps.forums import editing
from pamong.apps.forums.errors import ConfirmationRefusedError
from pamong.apps.forums.learning import (
    cases_kept,
    confirm_and_learn,
    is_consent_remembered,
    lesson_of,
)
from pamong.apps.forums.measures import measures_of
from pamong.apps.forums.models import Correction, ReviewMeasure
from pamong.apps.forums.services import Arrival, change_draft, receive_document, undo_change
from pamong.reader.corrections import judge
from pamong.reader.draft import DraftCommitment

NEWS = (
    "BANDAR CONTOH – Bupati Contoh, Siti Rekayasari (rekaan), memimpin apel pagi di halaman "
    "kantor bupati Kabupaten Contoh, Selasa (14/1/2025). Apel itu diikuti oleh para pegawai "
    "dari seluruh OPD Pemerintah Kabupaten Contoh.\n\nBupati meminta agar setiap kepala OPD "
    "melaporkan kehadiran pegawainya tiap bulan. Hadir pula Andaikata (0812-3456-7890).\n"
)
NAMES = ("siti", "rekayasari", "andaikata", "0812", "warni")


@pytest.fixture
def warni(db):
    user = User.objects.create(username="warni", nama="Warni (rekaan)")
    return Actor(str(user), user.pk)


@pytest.fixture
def draft(contoh):
    draft = receive_document(
        arrival=Arrival(NEWS.encode(), published_on=date(2025, 1, 15)), day=TODAY, actor=WARNI
    )
    assert draft.pemda == contoh
    return draft


def change(draft, pointer, value, actor=WARNI):
    edit = partial(editing.set_value, pointer=pointer, value=value)
    return change_draft(public_id=draft.public_id, pointer=pointer, edit=edit, actor=actor)


def learn(draft, actor, *, keeps=True, seconds=90):
    return confirm_and_learn(
        public_id=draft.public_id, day=TODAY, actor=actor, keeps_cases=keeps, seconds=seconds
    )


# ── cases ──────────────────────────────────────────────────────────────────────────────────────


def test_a_correction_is_kept_as_a_case_that_the_reader_can_be_judged_by(draft, warni):
    change(draft, "/place", "halaman kantor", warni)

    learn(draft, warni)

    (case,) = cases_kept()
    assert (case.field, case.kind) == ("place", "changed")
    assert case.proposed != case.corrected == "halaman kantor"
    assert "memimpin apel pagi di halaman" in case.passage
    assert case.published_on == date(2025, 1, 15)
    assert case.then == judge(case) == "as_before"


def test_nothing_of_a_case_leads_to_anybody(draft, warni):
    change(draft, "/speakers/0/name", "Siti Rekayasari Andaikata (rekaan)", warni)
    change(draft, "/speakers/0/office", "Bupati Contoh, telepon 0812 3456 7890", warni)
    change(draft, "/place", "rumah andaikata di sebelah rumah pak Siti", warni)

    learn(draft, warni)

    kept = list(Correction.objects.values_list("case", flat=True))
    assert len(kept) >= 2
    for line in kept:
        assert not [name for name in NAMES if name in line.casefold()], line
        assert str(draft.public_id) not in line
        assert draft.document.kode not in line


def test_the_table_of_cases_has_no_key_to_a_document_or_user():
    assert {field.name for field in Correction._meta.get_fields()} == {
        "id",
        "pemda",
        "field",
        "case",
    }
    assert not hasattr(Correction, "pgh_event_model")


def test_without_consent_no_case_is_kept_but_the_measure_is(draft, warni):
    change(draft, "/place", "aula", warni)

    learn(draft, warni, keeps=False)

    assert not Correction.objects.exists()
    assert ReviewMeasure.objects.get().changed == 1


def test_consent_is_off_at_first_and_remembered_for_the_person(draft, warni):
    other = User.objects.create(username="wati", nama="Wati (rekaan)")

    assert not is_consent_remembered(warni.user_id)
    learn(draft, warni)

    assert is_consent_remembered(warni.user_id)
    assert not is_consent_remembered(other.pk)


def test_consent_that_is_taken_back_is_remembered_too(contoh, warni):
    learn(put_down(contoh, APEL), warni)
    learn(put_down(contoh, replace(APEL, place="aula"), kode="uji-10"), warni, keeps=False)

    assert not is_consent_remembered(warni.user_id)


def test_no_case_is_kept_of_a_document_with_words_without_a_name(contoh, warni):
    unnamed = DraftCommitment(None, None, "mengisi laporan", "kinerja")
    draft = put_down(contoh, replace(APEL, commitments=(unnamed,)))
    draft.is_sealed = True
    draft.save()
    change(draft, "/place", "aula", warni)
    draft.refresh_from_db()

    assert lesson_of(draft).is_closed
    learn(draft, warni)

    assert not Correction.objects.exists()


def test_a_correction_without_words_in_the_document_makes_no_case(contoh, warni):
    draft = put_down(contoh, APEL)
    change(draft, "/time_of_day", "pukul 07.45 WIB", warni)
    draft.refresh_from_db()

    assert lesson_of(draft).without_words == 1
    assert lesson_of(draft).cases == ()


def test_what_was_undone_makes_no_case(draft, warni):
    change(draft, "/place", "aula", warni)
    undo_change(public_id=draft.public_id, actor=warni)
    draft.refresh_from_db()

    assert lesson_of(draft).cases == ()


def test_cases_of_one_government_are_told_apart(draft, warni, misal):
    change(draft, "/place", "aula", warni)
    learn(draft, warni)

    assert cases_kept(misal) == []
    assert len(cases_kept(draft.pemda)) == 1


# ── the measure ────────────────────────────────────────────────────────────────────────────────


def test_a_measure_counts_what_stands_and_the_seconds_that_the_page_told(draft, warni):
    change(draft, "/place", "aula", warni)
    change(draft, "/place", "lapangan", warni)
    undo_change(public_id=draft.public_id, actor=warni)

    learn(draft, warni, seconds=75)

    row = ReviewMeasure.objects.get()
    assert (row.changed, row.added, row.removed, row.seconds) == (1, 0, 0, 75)
    assert (row.kind, row.by_field, row.measured_on) == ("apel", {"place": 1}, TODAY)


@pytest.mark.parametrize("told", [None, 0, -5, 9 * 60 * 60])
def test_a_time_that_is_none_stays_unknown(draft, warni, told):
    learn(draft, warni, seconds=told)

    assert ReviewMeasure.objects.get().seconds is None


def test_the_time_of_two_people_is_not_known(draft, warni):
    change(draft, "/place", "aula", Actor("Wati (rekaan)"))

    learn(draft, warni)

    assert ReviewMeasure.objects.get().seconds is None


def test_nothing_is_learnt_where_confirming_is_refused(contoh, warni):
    conflict = {"/date": proof("Selasa (14/1/2025)", conflict=True)}
    draft = put_down(contoh, replace(APEL, evidence={**APEL.evidence, **conflict}))

    with pytest.raises(ConfirmationRefusedError):
        learn(draft, warni)

    assert not ReviewMeasure.objects.exists()
    assert not is_consent_remembered(warni.user_id)


def test_medians_are_by_month_and_kind_and_fields_by_how_often(contoh, misal, warni):
    for number, (day, kind, touched, seconds) in enumerate(
        [
            (date(2025, 4, 2), "apel", 2, 60),
            (date(2025, 4, 3), "apel", 4, None),
            (date(2025, 4, 28), "rakor", 9, 180),
            (date(2025, 5, 5), "", 1, None),
            (date(2025, 7, 1), "rakor", 50, 5),
        ]
    ):
        ReviewMeasure.objects.create(
            draft=put_down(contoh, APEL, kode=f"uji-{number}"),
            pemda=contoh,
            measured_on=day,
            kind=kind,
            changed=touched,
            added=0,
            removed=0,
            by_field={"place": touched - 1, "directives/to": 1},
            seconds=seconds,
        )

    found = measures_of(contoh, day=date(2025, 6, 1))

    april = found.months[1]
    assert [row.month for row in found.months] == [date(2025, 5, 1), date(2025, 4, 1)]
    assert (april.median.touches, april.median.seconds, april.median.timed) == (4, 120, 2)
    assert [(row.label, row.median.drafts) for row in found.kinds] == [
        ("Apel", 2),
        ("", 1),
        ("Rapat koordinasi", 1),
    ]
    assert [(row.field, row.touches, row.drafts) for row in found.fields] == [
        ("place", 12, 4),
        ("directives/to", 4, 4),
    ]
    assert found.whole.touches == 3
    assert found.months[0].median.seconds is None
    assert measures_of(misal, day=TODAY).whole is None
