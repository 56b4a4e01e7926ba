import pytest

from pamong.reader.circumstances import find_agenda, find_hour, find_place, find_recurrences
from pamong.reader.page import Page


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Apel digelar di halaman Kantor Bupati Contoh, Senin (9/4).",
            "halaman Kantor Bupati Contoh",
        ),
        ("Acara bertempat di Griya Contoh pada Selasa.", "Griya Contoh"),
        ("Tamu diterima dikediamannya di kawasan Lama.", "kediamannya di kawasan Lama"),
        ("Rapat dibuka. Rakor berlangsung di Aula Praja.", "Aula Praja"),
    ],
)
def test_the_place_is_kept_as_written(text, place):
    assert find_place(Page(text), None).value == place


def test_the_sentence_that_tells_the_day_tells_the_place_first():
    text = "Ia tiba di kantor. Apel digelar Senin (9/4) di lapangan upacara."
    day = (text.index("Senin"), text.index("Senin") + 12)

    assert find_place(Page(text), day).value == "lapangan upacara"


def test_a_text_may_tell_no_place():
    assert find_place(Page("Bupati berpesan agar ASN netral."), None) is None


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Apel pukul 07.30 WIB di halaman.", "pukul 07.30 WIB"),
        ("Apel Rabu malam (23/9) di halaman.", "malam"),
        ("Apel Senin (18/3) pagi di halaman.", "pagi"),
    ],
)
def test_the_hour_or_the_part_of_the_day_is_kept(text, hour):
    assert find_hour(Page(text)).value == hour


def test_what_comes_back_is_kept_with_how_often():
    found = find_recurrences(
        Page("Apel dilaksanakan tiap bulan maupun tiap Hari Senin. Rakor diadakan tahun depan.")
    )

    assert {(one.value.what, one.value.rule) for one in found} == {
        ("apel", "tiap bulan"),
        ("apel", "tiap hari Senin"),
        ("rakor", "tahun depan"),
    }


def test_a_rule_without_a_forum_comes_back_nowhere():
    assert find_recurrences(Page("Gaji diterima setiap bulan.")) == []


def test_what_a_forum_discusses_is_its_agenda():
    found = find_agenda(Page("Rakor ini akan membahas sisa formasi, tenaga kontrak, dan guru."))

    assert [one.value.item for one in found] == ["sisa formasi", "tenaga kontrak", "guru"]


@pytest.mark.parametrize(
    "text",
    [
        "Soal formasi disampaikan kepada BKN.",
        "Kita undang BKN itu menangani formasi itu sekarang.",
    ],
)
def test_matters_for_bodies_above_name_the_body(text):
    (found,) = find_agenda(Page(text))

    assert (found.value.item, found.value.body) == ("formasi", "BKN")


def test_place_and_hour_stand_in_the_fields_of_minutes():
    page = Page("Hari/Tanggal : Senin, 6 Mei 2024\nPukul : 08.30 WITA\nTempat : Gedung Contoh")

    assert find_place(page, None).value == "Gedung Contoh"
    assert find_hour(page).value == "08.30 WITA"


def test_what_is_handed_on_to_a_body_above_is_its_agenda():
    found = find_agenda(Page("Bupati telah mengusulkan 1.200 formasi guru kepada BKN."))

    assert [(one.value.item, one.value.body) for one in found] == [("1.200 formasi guru", "BKN")]
