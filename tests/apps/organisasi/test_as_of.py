"""Who held an office on a day: the four scenes of the demonstration, with made-up people."""

import json
from datetime import date, timedelta

import pytest
from tests.support.registry import attest, decree, document, hold, leading, leave, office

from pamong.apps.organisasi.answers import Basis, Standing
from pamong.apps.organisasi.as_of import who
from pamong.apps.organisasi.models import JabatanKind
from pamong.kernel.capacity import Capacity

PLT_FROM, SWORN_IN = date(2018, 4, 10), date(2019, 2, 13)
LEAVE_FROM, LEAVE_UNTIL = date(2020, 9, 26), date(2020, 12, 6)
SPOKEN = date(2020, 9, 23)
PJS_SPOKEN = date(2024, 9, 25)
STALE = timedelta(days=181)


def only(pemda, jabatan, day):
    (answer,) = who(pemda, day=day, jabatan=[jabatan])
    return answer


@pytest.fixture
def acted_then_sworn_in(siti, bupati, berita):
    """Siti acts from 2018, is sworn in in 2019, is on leave in 2020: one text says so."""
    hold(siti, bupati, Capacity.PLT, since=PLT_FROM, until=SWORN_IN, by=berita, stated_on=SPOKEN)
    hold(siti, bupati, since=SWORN_IN, by=berita, stated_on=SPOKEN)
    leave(siti, bupati, since=LEAVE_FROM, until=LEAVE_UNTIL, by=berita)
    return siti


# ── the four days of the demonstration ─────────────────────────────────────────────────────────


def test_on_15_january_2019_somebody_acts_by_the_text_that_states_the_days(
    acted_then_sworn_in, contoh, bupati
):
    answer = only(contoh, bupati, date(2019, 1, 15))

    assert answer.holder.person == "Siti Rekayasari (rekaan)"
    assert answer.holder.capacity is Capacity.PLT
    assert answer.holder.last_day == date(2019, 2, 12)
    assert answer.holder.source.sentence == "menurut dokumen uji-1 (23 September 2020)"
    assert (answer.acting, answer.leave) == (None, None)


def test_on_1_march_2019_she_holds_the_office_and_its_decree_is_not_entered(
    acted_then_sworn_in, contoh, bupati
):
    answer = only(contoh, bupati, date(2019, 3, 1))

    assert answer.holder.capacity is Capacity.DEFINITIF
    assert answer.holder.standing is Standing.IN_OFFICE
    assert answer.holder.source.basis is Basis.DOCUMENT
    assert answer.notes == ("Nomor SK belum dimasukkan.",)


def test_on_1_october_2020_she_is_on_leave_and_who_acts_is_not_recorded(
    acted_then_sworn_in, contoh, bupati
):
    answer = only(contoh, bupati, date(2020, 10, 1))

    assert answer.holder.person_id == acted_then_sworn_in.pk
    assert answer.leave.days == "26 September–5 Desember 2020"
    assert answer.acting is None
    assert answer.notes[-1] == (
        "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas bupati pada "
        "26 September–5 Desember 2020. Tidak tercatat di sini bukan berarti tidak ada."
    )


@pytest.mark.parametrize(
    ("day", "is_on_leave"),
    [
        (date(2020, 9, 25), False),
        (date(2020, 9, 26), True),
        (date(2020, 12, 5), True),
        (date(2020, 12, 6), False),
    ],
)
def test_first_and_last_day_of_a_leave_count(
    day, is_on_leave, acted_then_sworn_in, contoh, bupati
):
    assert bool(only(contoh, bupati, day).leave) is is_on_leave


def test_on_25_september_2024_a_text_calls_somebody_pjs_and_knows_nobody_else(
    budi, contoh, bupati
):
    attest(budi, bupati, Capacity.PJS, on=PJS_SPOKEN, by=document("uji-2", day=PJS_SPOKEN))

    answer = only(contoh, bupati, PJS_SPOKEN)

    assert answer.holder.capacity is Capacity.PJS
    assert answer.holder.standing is Standing.ATTESTED
    assert (answer.holder.start, answer.holder.last_day) == (None, None)
    assert answer.holder.source.sentence == "menurut dokumen uji-2 (25 September 2024)"
    assert answer.notes == ()


# ── what an attestation proves, and for how long ───────────────────────────────────────────────


@pytest.mark.parametrize(
    ("days_later", "standing"),
    [(0, Standing.ATTESTED), (1, Standing.LAST_ATTESTED), (180, Standing.LAST_ATTESTED)],
)
def test_away_from_its_day_an_attestation_is_last_attested(
    days_later, standing, siti, contoh, sekda, berita
):
    attest(siti, sekda, on=SPOKEN, by=berita)

    answer = only(contoh, sekda, SPOKEN + timedelta(days=days_later))

    assert answer.holder.standing is standing
    assert (
        "Terakhir disebut demikian pada 23 September 2020 (dokumen uji-1)." in answer.notes
    ) is (days_later > 0)


def test_after_180_days_an_attestation_is_only_what_was_last_known(siti, contoh, sekda, berita):
    attest(siti, sekda, on=SPOKEN, by=berita)

    answer = only(contoh, sekda, SPOKEN + STALE)

    assert answer.holder is None
    assert answer.last_known.person_id == siti.pk
    assert " ".join(answer.notes) == (
        "Belum tercatat siapa yang memangku jabatan ini pada 23 Maret 2021. "
        "Tidak tercatat di sini bukan berarti tidak ada."
    )


def test_the_day_before_an_attestation_nothing_is_known(siti, contoh, sekda, berita):
    attest(siti, sekda, on=SPOKEN, by=berita)

    answer = only(contoh, sekda, SPOKEN - timedelta(days=1))

    assert (answer.holder, answer.last_known) == (None, None)


def test_a_later_attestation_takes_the_place_of_an_earlier_one(siti, tono, contoh, sekda, berita):
    attest(siti, sekda, on=SPOKEN, by=berita)
    attest(tono, sekda, on=SPOKEN + timedelta(days=30), by=document("uji-2"))

    assert only(contoh, sekda, SPOKEN + timedelta(days=29)).holder.person_id == siti.pk
    assert only(contoh, sekda, SPOKEN + timedelta(days=31)).holder.person_id == tono.pk


def test_a_tenure_that_came_and_went_silences_the_attestation_before_it(
    siti, tono, contoh, sekda, berita, sk
):
    attest(siti, sekda, on=date(2019, 1, 10), by=berita)
    hold(tono, sekda, since=date(2019, 2, 1), until=date(2019, 3, 1), by=sk)

    answer = only(contoh, sekda, date(2019, 3, 15))

    assert (answer.holder, answer.last_known) == (None, None)


# ── when an open tenure is no longer shown as is ───────────────────────────────────────────────


def test_an_open_tenure_by_a_text_goes_stale_180_days_after_the_last_text(
    siti, contoh, sekda, berita
):
    hold(siti, sekda, since=SWORN_IN, by=berita, stated_on=SPOKEN)

    assert only(contoh, sekda, SPOKEN + timedelta(days=180)).holder.person_id == siti.pk
    stale = only(contoh, sekda, SPOKEN + STALE)
    assert stale.holder is None
    assert stale.last_known.standing is Standing.LAST_KNOWN


def test_a_text_that_still_speaks_of_it_keeps_an_open_tenure_fresh(siti, contoh, sekda, berita):
    hold(siti, sekda, since=SWORN_IN, by=berita, stated_on=SPOKEN)
    attest(siti, sekda, on=date(2021, 3, 1), by=document("uji-2"))

    assert only(contoh, sekda, SPOKEN + STALE).holder.standing is Standing.IN_OFFICE


def test_an_open_tenure_by_decree_does_not_go_stale_after_180_days(siti, contoh, sekda, sk):
    hold(siti, sekda, since=SWORN_IN, by=sk)

    assert only(contoh, sekda, date(2022, 1, 1)).holder.standing is Standing.IN_OFFICE


@pytest.mark.parametrize("kind", [JabatanKind.KEPALA_DAERAH, JabatanKind.WAKIL_KEPALA_DAERAH])
def test_an_elected_term_is_over_after_five_years_also_by_decree(kind, siti, contoh, sk):
    jabatan = leading(contoh, kind)
    hold(siti, jabatan, since=SWORN_IN, by=sk)

    assert only(contoh, jabatan, date(2024, 2, 12)).holder.person_id == siti.pk
    assert only(contoh, jabatan, date(2024, 2, 13)).holder is None


def test_a_term_that_began_on_29_february_ends_with_the_28th(siti, contoh, bupati, sk):
    hold(siti, bupati, since=date(2020, 2, 29), by=sk)

    assert only(contoh, bupati, date(2025, 2, 28)).holder
    assert only(contoh, bupati, date(2025, 3, 1)).holder is None


@pytest.mark.parametrize("kind", [JabatanKind.KEPALA_DAERAH, JabatanKind.SEKDA])
def test_whoever_acts_without_a_known_end_goes_stale_although_by_decree(kind, budi, contoh, sk):
    jabatan = leading(contoh, kind)
    hold(budi, jabatan, Capacity.PLT, since=SWORN_IN, by=sk)

    assert only(contoh, jabatan, SWORN_IN + timedelta(days=180)).holder.person_id == budi.pk
    assert only(contoh, jabatan, SWORN_IN + STALE).holder is None


@pytest.mark.parametrize("is_by_decree", [True, False])
def test_a_later_text_about_somebody_else_is_stronger_than_an_open_tenure(
    is_by_decree, siti, tono, contoh, sekda, berita, sk
):
    paper = sk if is_by_decree else berita
    hold(siti, sekda, since=SWORN_IN, by=paper, stated_on=None if is_by_decree else SPOKEN)
    attest(tono, sekda, on=date(2021, 1, 5), by=document("uji-2"))

    assert only(contoh, sekda, date(2021, 1, 4)).holder.person_id == siti.pk
    assert only(contoh, sekda, date(2021, 1, 5)).holder.person_id == tono.pk
    assert only(contoh, sekda, date(2021, 2, 5)).holder.standing is Standing.LAST_ATTESTED
    assert only(contoh, sekda, date(2022, 1, 5)).last_known.person_id == tono.pk


def test_a_text_that_speaks_of_the_holder_again_outweighs_one_that_named_another(
    siti, tono, contoh, sekda, berita
):
    hold(siti, sekda, since=SWORN_IN, by=berita, stated_on=SPOKEN)
    attest(tono, sekda, on=date(2021, 1, 5), by=document("uji-2"))
    attest(siti, sekda, on=date(2021, 2, 5), by=document("uji-3"))

    assert only(contoh, sekda, date(2021, 2, 5)).holder.person_id == siti.pk


# ── who acts ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def on_leave_with_pjs(siti, budi, contoh, bupati, berita):
    """Siti is on leave, and on its second day a text calls Budi Pjs Bupati."""
    hold(siti, bupati, since=SWORN_IN, by=berita, stated_on=SPOKEN)
    leave(siti, bupati, since=LEAVE_FROM, until=LEAVE_UNTIL, by=berita)
    day = LEAVE_FROM + timedelta(days=1)
    attest(budi, bupati, Capacity.PJS, on=day, by=document("uji-2", day=day))


def test_a_holder_on_leave_stands_beside_the_pjs_whom_a_text_names(
    on_leave_with_pjs, siti, budi, contoh, bupati
):
    answer = only(contoh, bupati, LEAVE_FROM + timedelta(days=1))

    assert answer.holder.person_id == siti.pk
    assert answer.leave.kind == "cuti_kampanye"
    assert answer.acting.person_id == budi.pk
    assert answer.acting.standing is Standing.ATTESTED
    assert answer.notes == ("Nomor SK belum dimasukkan.",)


def test_away_from_its_day_it_is_said_when_he_was_last_called_pjs(
    on_leave_with_pjs, contoh, bupati
):
    answer = only(contoh, bupati, date(2020, 11, 1))

    assert answer.notes[-1] == (
        "Budi Contohadi (rekaan) terakhir disebut melaksanakan tugas pada 27 September 2020 "
        "(dokumen uji-2)."
    )


def test_whoever_acts_for_a_holder_on_leave_acts_until_the_leave_is_over(
    on_leave_with_pjs, contoh, bupati
):
    assert only(contoh, bupati, date(2020, 12, 5)).acting is not None
    assert only(contoh, bupati, date(2020, 12, 6)).acting is None


def test_a_leave_of_long_ago_ends_nobody_who_acts_now(acted_then_sworn_in, budi, contoh, bupati):
    attest(budi, bupati, Capacity.PLH, on=date(2021, 2, 1), by=document("uji-2"))

    assert only(contoh, bupati, date(2021, 2, 10)).acting.person_id == budi.pk


def test_a_text_about_the_holder_on_leave_does_not_end_who_acts_for_her(
    on_leave_with_pjs, siti, budi, contoh, bupati
):
    attest(siti, bupati, on=date(2020, 10, 20), by=document("uji-3"))

    assert only(contoh, bupati, date(2020, 10, 21)).acting.person_id == budi.pk


def test_a_text_that_calls_a_definitive_holder_by_the_office_ends_who_acted(
    budi, tono, contoh, bupati, berita
):
    attest(budi, bupati, Capacity.PLT, on=SPOKEN, by=berita)
    attest(tono, bupati, on=date(2020, 10, 9), by=document("uji-2"))

    before, after = (only(contoh, bupati, day) for day in (date(2020, 10, 8), date(2020, 10, 9)))

    assert before.holder.person_id == budi.pk
    assert (after.holder.person_id, after.acting) == (tono.pk, None)


def test_a_definitive_tenure_ends_an_open_acting_one(budi, tono, contoh, sekda, berita, sk):
    hold(budi, sekda, Capacity.PLT, since=date(2019, 1, 7), by=berita, stated_on=date(2019, 1, 7))
    hold(tono, sekda, since=date(2019, 3, 1), by=sk)

    assert only(contoh, sekda, date(2019, 2, 28)).holder.person_id == budi.pk
    after = only(contoh, sekda, date(2019, 3, 1))
    assert (after.holder.person_id, after.acting) == (tono.pk, None)


def test_an_acting_tenure_with_a_stated_end_runs_to_that_end(siti, budi, contoh, sekda, sk):
    hold(siti, sekda, since=SWORN_IN, by=sk)
    hold(budi, sekda, Capacity.PLH, since=date(2020, 1, 6), until=date(2020, 1, 11), by=sk)

    assert only(contoh, sekda, date(2020, 1, 10)).acting.person_id == budi.pk
    assert only(contoh, sekda, date(2020, 1, 11)).acting is None


def test_an_acting_attestation_of_the_same_office_before_a_leave_does_not_come_back_after_it(
    on_leave_with_pjs, tono, contoh, bupati
):
    attest(tono, bupati, Capacity.PLH, on=date(2020, 9, 1), by=document("uji-0"))

    assert only(contoh, bupati, date(2020, 12, 10)).acting is None


def test_a_leave_of_somebody_whose_tenure_is_not_recorded_is_told(
    siti, budi, contoh, bupati, berita
):
    leave(siti, bupati, since=LEAVE_FROM, until=LEAVE_UNTIL, by=berita)
    attest(budi, bupati, Capacity.PJS, on=date(2020, 10, 1), by=document("uji-2"))

    answer = only(contoh, bupati, date(2020, 10, 1))

    assert answer.holder.person_id == budi.pk
    assert answer.leave is None
    assert " ".join(answer.notes) == (
        "Siti Rekayasari (rekaan) tercatat cuti kampanye dari jabatan ini, "
        "26 September–5 Desember 2020, menurut dokumen uji-1."
    )


# ── which offices are told, and in what form ───────────────────────────────────────────────────


def test_the_leading_offices_are_told_even_where_nothing_is_known(contoh):
    answers = who(contoh, day=SPOKEN)

    assert [answer.office for answer in answers] == [
        "Bupati Contoh (rekaan)",
        "Wakil Bupati Contoh (rekaan)",
        "Sekretaris Daerah Kabupaten Contoh (rekaan)",
    ]
    assert all(answer.holder is None for answer in answers)


def test_another_office_is_told_once_something_is_known_of_it(siti, contoh, kepala_bkd, berita):
    attest(siti, kepala_bkd, on=SPOKEN, by=berita)

    told = [answer.jabatan_id for answer in who(contoh, day=SPOKEN)]
    before = [answer.jabatan_id for answer in who(contoh, day=SPOKEN - timedelta(days=1))]

    assert kepala_bkd.pk in told
    assert kepala_bkd.pk not in before


def test_an_office_of_many_seats_names_everybody_in_it(siti, budi, tono, contoh, asisten, berita):
    hold(siti, asisten, since=SWORN_IN, by=berita, stated_on=SPOKEN)
    hold(budi, asisten, since=SWORN_IN, until=date(2020, 1, 1), by=berita)
    attest(tono, asisten, on=SPOKEN, by=berita)

    told = {row.holder.person for row in who(contoh, day=SPOKEN) if row.jabatan_id == asisten.pk}

    assert told == {"Siti Rekayasari (rekaan)", "Tono Andaikata (rekaan)"}


def test_an_empty_office_of_many_seats_has_one_answer(contoh, asisten):
    assert only(contoh, asisten, SPOKEN).holder is None


def test_a_government_is_told_of_its_own_offices_only(siti, contoh, misal, bupati, sk):
    hold(siti, bupati, since=SWORN_IN, by=sk)

    assert all(answer.holder is None for answer in who(misal, day=date(2020, 1, 1)))
    assert who(misal, day=date(2020, 1, 1), jabatan=[bupati]) == []


def test_an_office_with_an_abbreviation_keeps_it_in_the_sentence(siti, contoh, berita):
    jabatan = office(contoh, "Kepala BKPSDM")
    hold(siti, jabatan, since=SWORN_IN, by=berita, stated_on=SPOKEN)
    leave(siti, jabatan, since=SPOKEN, by=berita)

    assert (
        only(contoh, jabatan, SPOKEN)
        .notes[-1]
        .startswith(
            "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas kepala BKPSDM "
            "sejak 23 September 2020."
        )
    )


HOLDER_KEYS = {
    "holder", "capacity", "from", "from_is_exact", "until", "basis", "source", "standing",
}  # fmt: skip
OFFICE_KEYS = HOLDER_KEYS | {"office", "leave", "acting", "last_known", "note"}


def test_the_json_of_an_answer_has_the_same_keys_whatever_is_known(
    on_leave_with_pjs, contoh, bupati
):
    for day in (date(2018, 1, 1), date(2019, 3, 1), date(2020, 9, 27), date(2023, 1, 1)):
        for answer in who(contoh, day=day):
            told = json.loads(json.dumps(answer.to_json()))
            assert told.keys() == OFFICE_KEYS
            for part in filter(None, (told["acting"], told["last_known"])):
                assert part.keys() == HOLDER_KEYS
            if told["leave"]:
                assert told["leave"].keys() == {"kind", "from", "until", "source"}


def test_the_json_names_basis_source_leave_and_who_acts(on_leave_with_pjs, contoh, bupati):
    told = only(contoh, bupati, LEAVE_FROM + timedelta(days=1)).to_json()

    assert told["office"] == "Bupati Contoh (rekaan)"
    assert (told["holder"], told["capacity"]) == ("Siti Rekayasari (rekaan)", "definitif")
    assert (told["from"], told["until"], told["from_is_exact"]) == ("2019-02-13", None, True)
    assert (told["basis"], told["source"]) == ("document", "dokumen uji-1")
    assert told["leave"] == {
        "kind": "cuti_kampanye",
        "from": "2020-09-26",
        "until": "2020-12-05",
        "source": "dokumen uji-1",
    }
    assert told["acting"]["basis"] == "attestation"
    assert told["acting"]["capacity"] == "Pjs"


def test_the_terminal_reads_who_since_when_by_what_and_what_is_not_known(
    acted_then_sworn_in, contoh, bupati
):
    told = only(contoh, bupati, date(2020, 10, 1)).describe()

    assert told.splitlines()[0] == (
        "Bupati Contoh (rekaan): Siti Rekayasari (rekaan) (definitif), sejak 13 Februari 2019, "
        "menurut dokumen uji-1 (23 September 2020)"
    )
    assert "cuti kampanye, 26 September–5 Desember 2020, menurut dokumen uji-1" in told


def test_a_decree_is_named_by_its_number_and_day(siti, contoh, kepala_bkd):
    paper = decree(contoh, "821.2/77/2021", decided_on=date(2021, 5, 3))
    hold(siti, kepala_bkd, since=date(2021, 5, 10), by=paper)

    answer = only(contoh, kepala_bkd, date(2021, 6, 1))

    assert answer.holder.source.sentence == "berdasarkan SK 821.2/77/2021 (3 Mei 2021)"
    assert answer.notes == ()


def test_a_first_day_that_is_not_exact_is_said_to_be_before(siti, contoh, sekda, sk):
    row = hold(siti, sekda, since=SWORN_IN, by=sk)
    type(row).objects.filter(pk=row.pk).update(starts_is_exact=False)

    answer = only(contoh, sekda, date(2019, 3, 1))

    assert "sejak sebelum 13 Februari 2019" in answer.describe()
    assert answer.to_json()["from_is_exact"] is False


def test_all_offices_of_a_government_are_answered_in_four_queries(
    on_leave_with_pjs, contoh, django_assert_num_queries
):
    with django_assert_num_queries(4):
        who(contoh, day=date(2020, 10, 1))
