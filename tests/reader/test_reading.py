import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.reader.parts import SAMPLES, TODAY

from pamong.reader import Draft, Known, KnownHolder, read

OPENING = (
    "BANDAR CONTOH - Bupati Contoh Rekaan Utama memimpin apel di Kabupaten Contoh, Senin (18/3). "
)
WORDS = [
    "Bupati",
    "Jember",
    "Gubernur",
    "Jambi",
    "Rekaan",
    "Contoh",
    ",",
    ".",
    '"',
    "(",
    ")",
    ":",
    "/",
    "-",
    "18/3",
    "(9/4)",
    "2019",
    "Plt",
    "Pjs",
    "selaku",
    "mengatakan",
    "agar",
    "ASN",
    "harus",
    "akan",
    "dibacakan",
    "mewakili",
    "sambutan",
    "H.",
    "M.Si",
    "yang",
    "dan",
    "di",
    "untuk",
    "pada",
    "hadir",
    "apel",
    "rakor",
    "Kepala",
    "BKD",
    "Senin",
    "26",
    "September",
    "2020",
    "hingga",
    "5",
    "Desember",
    "cuti",
    "membahas",
    "soal",
    "kepada",
    "dari",
    "tiap",
    "bulan",
    "Rp",
    "10",
    "juta",
    "orang",
    "kata",
    "katanya",
    "\n",
    "\n\n",
]


def samples():
    return sorted(SAMPLES.glob("*.txt"))


def spans_of(draft):
    for evidence in draft.evidence.values():
        yield from evidence.spans
        for candidate in evidence.candidates:
            yield from candidate.spans


def value_at(data, pointer):
    for key in pointer.strip("/").split("/"):
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data


@given(text=st.text(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join))
@example(text='"')
@example(text="Plt")
@example(text="Bupati (")
@example(text="dari")
def test_any_text_is_read_and_every_span_lies_in_it(text):
    draft = read(text)

    assert all(0 <= start < end <= len(text) for start, end in spans_of(draft))
    assert Draft.from_json(draft.to_json()) == draft


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_every_value_has_evidence_and_every_evidence_a_value(path):
    draft = read(path.read_text(encoding="utf-8"), not_after=TODAY)
    data = draft.to_json()
    scalars = [name for name, value in data.items() if isinstance(value, str)]
    items = [
        f"{name}/{index}"
        for name, value in data.items()
        if isinstance(value, list) and name != "warnings"
        for index in range(len(value))
    ]

    assert {f"/{name}" for name in (*scalars, *items)} <= set(draft.evidence)
    assert all(evidence.spans for evidence in draft.evidence.values())
    assert all(evidence.reason.endswith(".") for evidence in draft.evidence.values())
    for pointer in draft.evidence:
        value_at(data, pointer)


def test_the_words_of_a_name_are_where_the_evidence_points():
    text = f"{OPENING}Rekaan Utama meminta ASN netral."
    draft = read(text, not_after=TODAY)
    start, end = draft.evidence["/speakers/0/name"].spans[0]

    assert draft.speakers[0].name == "Rekaan Utama" == text[start:end]


def test_an_empty_page_and_mere_furniture_are_said_to_be_so():
    for text in ("", "  \n ", "BACA JUGA: Jadwal layanan\nBagikan:\n12 Dilihat"):
        assert [warning.code for warning in read(text).warnings] == ["no-body"]


def test_another_language_is_not_read():
    text = "The governor met the heads of all agencies yesterday and asked them to stay neutral."
    draft = read(text)

    assert [warning.code for warning in draft.warnings] == ["not-indonesian"]
    assert draft.speakers == ()


def test_a_text_about_something_else_is_said_to_be_so():
    draft = read(
        "Resep soto ini mudah: rebus ayam dengan air, lalu tambahkan bumbu yang sudah ada."
    )

    assert {warning.code for warning in draft.warnings} == {"about-something-else", "no-forum"}
    assert not draft.is_forum


def test_a_text_of_a_government_without_a_forum_says_only_that():
    draft = read("Bupati Jember menandatangani surat yang mengatur jam layanan untuk warga.")

    assert [warning.code for warning in draft.warnings] == ["no-forum"]


def test_what_the_registry_knows_gives_the_full_name_and_the_year():
    holder = KnownHolder(
        "Rekaan Utama Lestari", "Bupati Contoh", "Kabupaten Contoh", "definitif",
        date(2018, 9, 20), date(2023, 9, 20),
    )  # fmt: skip

    draft = read(f"{OPENING}Apel selesai.", known=Known((holder,)), not_after=TODAY)

    assert draft.speakers[0].name == "Rekaan Utama Lestari"
    assert "Rekaan Utama;" in draft.evidence["/speakers/0/name"].reason
    assert draft.date == date(2019, 3, 18)


def test_the_wrong_pages_of_the_samples_are_conflicts_and_not_settled_in_silence():
    drafts = {path.stem: read(path.read_text(encoding="utf-8")) for path in samples()}

    assert drafts["contoh-1"].evidence["/date"].conflict
    assert drafts["contoh-2"].evidence["/date"].conflict
    capacity = drafts["contoh-3"].evidence["/speakers/0/capacity"]
    assert capacity.conflict
    assert [candidate.value for candidate in capacity.candidates] == ["Pjs", "definitif"]


def test_made_up_people_keep_their_mark():
    drafts = [read(path.read_text(encoding="utf-8")) for path in SAMPLES.glob("contoh-*.txt")]
    names = [speaker.name for draft in drafts for speaker in draft.speakers]

    assert names
    assert all(re.fullmatch(r".+ \(rekaan\)", name) for name in names)
