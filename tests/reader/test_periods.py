import pytest
from tests.reader.parts import Parts

from pamong.reader import read
from pamong.reader.periods import find_periods

OPENING = "Gubernur Jambi Rekaan Contoh berpamitan kepada kepala dinas."


def periods(text):
    parts = Parts(text)
    home = parts.home.value if parts.home else None
    found = find_periods(parts.page, parts.cast, parts.speech, home)
    return [one.value for one in found]


@pytest.mark.parametrize(
    "days",
    [
        "26 September 2020 hingga 5 Desember 2020",
        "26 September 2020 sampai dengan 5 Desember 2020",
        "26 September - 5 Desember 2020",
        "26 September 2020 s.d. 5 Desember 2020",
        "26/9/2020 s/d 5/12/2020",
    ],
)
def test_a_leave_is_read_with_whose_it_is(days):
    (leave,) = periods(f"{OPENING} Ia menyatakan akan cuti terhitung {days}.")

    assert (leave.start, leave.end, leave.kind) == ("2020-09-26", "2020-12-05", "leave")
    assert (leave.name, leave.office) == ("Rekaan Contoh", "Gubernur Jambi")


def test_an_acting_term_and_the_definitive_one_behind_it_are_two_tenures():
    acting, definitive = periods(
        f"{OPENING} Rekaan Contoh menjadi Pelaksana Tugas Gubernur Jambi pada 10 April 2018 - "
        "12 Februari 2019 kemudian dilantik secara definitif tanggal 13 Feb 2019."
    )

    assert (acting.capacity, acting.start, acting.end) == ("Plt", "2018-04-10", "2019-02-12")
    assert (definitive.capacity, definitive.start, definitive.end) == (
        "definitif", "2019-02-13", None,
    )  # fmt: skip
    assert {acting.kind, definitive.kind} == {"tenure"}


def test_months_and_years_stay_as_coarse_as_they_are_written():
    (tenure,) = periods("Penjabat Bupati Pati menjabat sejak September 2023 sampai 2025.")

    assert (tenure.start, tenure.end) == ("2023-09", "2025")


def test_the_days_of_a_campaign_are_nobodys_tenure_or_leave():
    (campaign,) = periods(f"{OPENING} Kampanye dijadwalkan 25 September-23 November 2024.")

    assert (campaign.kind, campaign.name, campaign.office) == (None, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pameran digelar 1 Mei 2025 hingga 5 Mei 2025.",
        "Surat itu tertanggal 10 September 2018.",
        "Ia dilantik Senin (12/2/2018).",
    ],
)
def test_other_days_are_no_periods(sentence):
    assert periods(f"{OPENING} {sentence}") == []


def spans(text):
    return [(one.what, str(one.start), str(one.end)) for one in read(text).periods]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Rekaan memimpin Jember sejak 4 Mei 2019 sampai 20 Juni 2023.", "2023-06-20"),
        ("Rekaan menjabat sekda sejak 4 Mei 2019 dan pensiun per 1 Juli 2024.", "2024-07-01"),
    ],
)
def test_an_end_in_the_same_clause_closes_a_tenure(text, end):
    ((_, start, closes),) = spans(f"Bupati Jember Rekaan Contoh memimpin apel.\n{text}")

    assert (start, closes) == ("2019-05-04", end)


def test_a_stretch_without_a_year_lies_beside_the_forum():
    text = (
        "Bupati Jember Rekaan Contoh memimpin apel, Jumat (25/9/2020). "
        "Ia cuti mulai 26 September s/d 5 Desember mendatang."
    )

    assert spans(text) == [("cuti", "2020-09-26", "2020-12-05")]


def test_what_lasts_is_named_as_the_text_does():
    text = (
        "Bupati Jember memimpin apel. "
        "Masa tanggap darurat kekeringan berlaku 15 Juli sampai 12 Oktober 2024."
    )

    assert spans(text) == [("masa tanggap darurat", "2024-07-15", "2024-10-12")]
