from datetime import date

import pytest
from tests.reader.parts import TODAY, Parts

from pamong.reader.known import KnownHolder
from pamong.reader.missing_year import hijri_years

OPENING = "Gubernur Jambi Rekaan Contoh memimpin rapat"


def day(text, **clues):
    return Parts(text).forum_day(**{"not_after": TODAY, **clues})


def candidates(found):
    return [candidate.value for candidate in found.candidates]


def test_a_day_written_in_full_is_taken():
    found = day(f"{OPENING}, Selasa 8 April 2025.")

    assert (found.value, found.conflict) == (date(2025, 4, 8), False)


def test_a_weekday_that_does_not_fit_is_a_conflict_with_the_days_nearby():
    found = day(f"{OPENING}, Selasa (15/1/2025).")

    assert found.conflict
    assert found.value == date(2025, 1, 15)
    assert candidates(found) == ["2025-01-15", "2025-01-14", "2025-01-21"]


def test_two_days_for_one_forum_are_a_conflict():
    found = day(f"{OPENING}, Kamis (6/3/2025). Rapat pada Jumat (7/3/2025) itu selesai.")

    assert found.conflict
    assert candidates(found) == ["2025-03-06", "2025-03-07"]


def test_the_year_comes_from_a_day_elsewhere_in_the_text():
    found = day(f"{OPENING}, Rabu malam (23/9). Cutinya mulai 26 September 2020.")

    assert found.value == date(2020, 9, 23)


def test_the_year_of_a_cited_regulation_is_not_the_forums_but_bounds_it():
    found = day(f"{OPENING}, Senin (20/11). Dasarnya UU Nomor 7 Tahun 2017.")

    assert found.value is None
    assert candidates(found) == ["2006-11-20", "2017-11-20", "2023-11-20"]
    assert "2017" in found.candidates[0].reason


def test_the_day_of_the_page_is_no_forum_day_but_the_last_that_can_be():
    found = day(f"Sat. Dec 14th, 2019\n{OPENING}, Senin (18/3) pagi. Para ASN hadir.")

    assert found.value == date(2019, 3, 18)


def test_the_day_of_publication_settles_the_year():
    found = day(f"{OPENING}, Senin (18/3).", published_on=date(2013, 3, 20))

    assert found.value == date(2013, 3, 18)


def test_terms_and_days_off_leave_one_year():
    """ASN exists since 2014, KASN until 2024, and 9 April 2024 was cuti bersama."""
    found = day(f"{OPENING} dengan Komisi Aparatur Sipil Negara, Selasa (9/4).")

    assert found.value == date(2019, 4, 9)
    against = {one.value: one.reason for one in found.candidates}
    assert "Cuti bersama" in against["2024-04-09"]
    assert "baru ada sejak 15 Januari 2014" in against["2013-04-09"]


def test_a_silaturahmi_may_fall_on_a_day_off():
    text = f"{OPENING} para ASN, Selasa (9/4)."

    assert "2024-04-09" in candidates(day(text, falls_on_days_off=True))
    assert day(text, falls_on_days_off=True).value is None


def test_a_known_tenure_settles_the_year():
    holder = KnownHolder(
        "Rekaan Contoh", "Gubernur Jambi", "Provinsi Jambi", "definitif",
        date(2016, 2, 12), date(2018, 4, 9),
    )  # fmt: skip
    found = day(f"{OPENING} para ASN, Senin (20/11).", holders=((holder,),))

    assert found.value == date(2017, 11, 20)
    assert "bukan Gubernur Jambi" in found.candidates[-1].reason


def test_what_stays_undecided_is_no_day_and_all_candidates():
    found = day(f"{OPENING} para ASN, Senin (20/11).")

    assert found.value is None
    assert found.conflict
    assert candidates(found) == ["2006-11-20", "2017-11-20", "2023-11-20"]


def test_without_any_bound_years_end_with_the_last_known_decree():
    found = Parts(f"{OPENING} para ASN, Selasa (9/4).").forum_day()

    assert max(candidates(found)) < "2030"


def test_a_day_inside_a_period_is_no_forum_day():
    assert day("Cuti berlangsung 26 September 2020 hingga 5 Desember 2020.") is None


def test_a_text_without_days_has_none():
    assert day(f"{OPENING}.") is None


def test_a_year_near_settles_one_that_is_left_open():
    found = day(f"{OPENING}, Kamis (15/8). Rapat membahas APBD 2025.")

    assert found.value == date(2024, 8, 15)
    assert "2025" in found.reason


def test_a_year_of_the_hijri_calendar_names_two_of_ours():
    found = day(f"{OPENING}, Senin (3/4), menjelang lebaran 1444 H.")

    assert found.value == date(2023, 4, 3)


@pytest.mark.parametrize(
    ("hijri", "years"), [(1, (622, 623)), (1444, (2022, 2023)), (1446, (2024, 2025))]
)
def test_the_years_in_which_a_hijri_year_begins_and_ends(hijri, years):
    assert hijri_years(hijri) == years


@pytest.mark.parametrize("words", ["tahun 2023 lalu", "sepanjang 2023", "realisasi tahun 2023"])
def test_a_year_that_is_over_rules_out_those_before(words):
    found = day(f"{OPENING}, Senin (16/4). Ada sanksi {words}.", not_after=date(2026, 1, 1))

    assert found.value is None
    assert all("sudah lewat" in candidate.reason for candidate in found.candidates)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("di Jambi, Senin", date(2020, 10, 12)),
        ("di Jambi, Jumat", date(2020, 10, 9)),
        ("di Jambi, kemarin", date(2020, 10, 11)),
    ],
)
def test_a_weekday_alone_is_the_last_one_before_the_day_of_the_page(words, meant):
    found = day(f"{OPENING} {words}.", published_on=date(2020, 10, 12))

    assert found.value == meant
    assert "tanggal halaman" in found.reason


@pytest.mark.parametrize("words", ["setiap Senin", "Senin depan", "sampai Senin"])
def test_a_weekday_that_is_a_rule_or_a_plan_dates_nothing(words):
    assert day(f"{OPENING} {words}.", published_on=date(2020, 10, 12)) is None


def test_a_weekday_alone_dates_nothing_without_the_day_of_the_page():
    assert day(f"{OPENING} di Jambi, Senin.") is None


def test_the_day_in_the_head_of_a_speech_is_its_day():
    head = "SAMBUTAN GUBERNUR JAMBI\nPADA APEL PAGI\nJAMBI, 29 NOVEMBER 2022\n"

    assert day(f"{head}Saya minta semua disiplin.").value == date(2022, 11, 29)


def test_the_field_of_an_invitation_is_its_day_and_hours_of_a_programme_are_none():
    found = day(
        "UNDANGAN\nContohan, 4 Mei 2026\nKami mengundang Saudara pada rapat koordinasi:\n"
        "Hari : Rabu\nTanggal : 13 Mei 2026\nPukul : 08.00 WIB\nSusunan acara:\n"
        "08.30 – 09.15 Sambutan\n09.30 – 10.15 Diskusi, peserta hadir"
    )

    assert found.value == date(2026, 5, 13)


def test_a_plain_day_in_an_opening_sentence_about_the_forum_is_its_day():
    found = day("Ajakan itu ia lontarkan ketika mengambil apel di halaman kantor, 9 Juni 2023.")

    assert found.value == date(2023, 6, 9)


def test_a_weekday_is_counted_from_the_day_in_the_dateline_of_a_release():
    text = "Contohan, 14 Januari 2025 - Wali Kota Sorong Rekaan Contoh menyerahkan DPA, Senin."

    assert day(text).value == date(2025, 1, 13)


def test_a_day_in_the_week_before_the_page_goes_before_years_elsewhere_in_the_text():
    found = day(
        f"{OPENING}, Senin (10/6). Berkas itu berasal dari tahun 2019.",
        published_on=date(2024, 6, 11),
    )

    assert found.value == date(2024, 6, 10)


def test_the_year_in_a_credit_of_the_page_settles_a_day():
    found = day(f"{OPENING}, Jumat (25/9). Cutinya dimulai besok.\n(hms/2020)")

    assert found.value == date(2020, 9, 25)
