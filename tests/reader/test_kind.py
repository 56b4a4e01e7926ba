import pytest

from pamong.reader.kind import find_forum_kind
from pamong.reader.page import Page

KINDS = {
    "Bupati memimpin apel pagi di halaman kantor. Apel diikuti pegawai.": "apel",
    "Upacara bendera digelar di lapangan. Upacara diikuti pegawai.": "upacara",
    "Rapat Koordinasi (Rakor) dibuka bupati dan dihadiri camat.": "rakor",
    "Audiensi dengan KPU digelar di pendopo.": "audiensi",
    "Coffee morning bersama kepala dinas berlangsung di halaman kantor.": "pengarahan",
    "Acara pisah sambut digelar di pendopo dan dihadiri camat.": "silaturahmi",
    "Sebanyak 20 pejabat dilantik. Pelantikan berlangsung di aula.": "pelantikan",
    "Serah terima jabatan berlangsung di aula.": "serah_terima",
    "Musrenbang dibuka bupati.": "musrenbang",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_a_forum_is_known_by_the_words_that_name_it(text, kind):
    assert find_forum_kind(Page(text)).value == kind


@pytest.mark.parametrize(
    "text",
    [
        "Gaji pegawai naik tiap dua tahun menurut peraturan.",
        "Pasar rakyat dibuka bupati.",
        "Ia kehilangan sepeda sesudah apel.",
    ],
)
def test_a_text_about_no_forum_has_no_kind(text):
    assert find_forum_kind(Page(text)) is None


def test_related_links_do_not_name_the_forum():
    text = "Rakor dibuka bupati dan dihadiri camat.\nBACA JUGA: Halal Bihalal dan Pelantikan\n"

    assert find_forum_kind(Page(text)).value == "rakor"


def test_a_title_apart_from_the_text_counts():
    page = Page("Kegiatan dihadiri para camat di aula.")

    assert find_forum_kind(page) is None
    assert find_forum_kind(page, "Rakor Camat").value == "rakor"


def test_a_close_second_kind_is_shown():
    found = find_forum_kind(Page("Upacara digelar pagi ini. Apel digelar sore hari."))

    assert [candidate.value for candidate in found.candidates] == ["upacara", "apel"]


@pytest.mark.parametrize("head", ["SURAT EDARAN", "INSTRUKSI BUPATI CONTOH", "PENGUMUMAN"])
def test_an_order_tells_of_no_forum(head):
    assert find_forum_kind(Page(f"{head}\nApel pagi Senin ditiadakan. Apel dibuka lagi.")) is None


def test_what_is_done_at_other_forums_too_counts_less():
    text = "Bupati memberikan arahan kepada camat dalam rapat koordinasi, Senin (9/4)."

    assert find_forum_kind(Page(text)).value == "rakor"
