from datetime import date

import pytest

from pamong.reader.html import read_html

PARAGRAPH = "<p>Bupati Contoh memimpin apel pagi di halaman kantor bersama para pegawai.</p>"
ARTICLE = f"<article><h1>Apel</h1>{PARAGRAPH * 4}</article>"


def test_scripts_styles_menus_and_forms_are_no_text():
    page = read_html(
        "<body><nav>Menu</nav><script>Bupati()</script><style>p{}</style>"
        f"<noscript>nyalakan</noscript><form>cari</form>{ARTICLE}<footer>kaki</footer></body>"
    )

    assert page.text.splitlines()[0] == "Apel"
    assert not {"Menu", "Bupati()", "nyalakan", "cari", "kaki"} & set(page.text.split())


def test_each_block_is_a_line_and_inline_tags_part_nothing():
    page = read_html(
        "<body><p>Bupati <b>Con</b>toh<br>hadir.</p>sisa<div>dua\n baris</div></body>"
    )

    assert page.text == "Bupati Contoh\nhadir.\nsisa\ndua baris"


def test_the_article_is_read_and_not_what_stands_around_it():
    page = read_html(f"<body><div>Berita lain hari ini</div>{ARTICLE}</body>")

    assert "Berita lain" not in page.text


def test_a_short_article_is_a_teaser_and_the_body_is_read():
    page = read_html("<body><article>Pendek</article><p>Isi yang sebenarnya.</p></body>")

    assert page.text.splitlines() == ["Pendek", "Isi yang sebenarnya."]


def test_title_and_day_of_publication_come_from_the_head():
    page = read_html(
        "<head><title> Apel &amp; Rapat </title>"
        "<meta property='article:published_time' content='2025-01-20T08:00:00+07:00'></head>"
        f"<body>{ARTICLE}</body>"
    )

    assert (page.title, page.published_on) == ("Apel & Rapat", date(2025, 1, 20))


def test_a_page_without_title_and_day_has_none():
    page = read_html("<body><p>Isi</p><time datetime='kemarin'></time></body>")

    assert (page.title, page.published_on) == (None, None)


def test_an_empty_page_is_an_empty_text():
    assert read_html("").text == ""


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"datePublished": "2025-01-20T08:00"}</script>',
        '<meta itemprop="datePublished" content="2025-01-20">',
        "<title>Apel Pagi di Contoh</title>",
    ],
)
def test_the_day_of_appearance_is_what_the_page_says_for_machines_or_beside_its_headline(head):
    page = read_html(
        f"<head>{head}</head><body><div>Hari ini 23 November 2026</div><h1>Apel Pagi di Contoh"
        f"</h1>"
        f"<div>Senin, 20 Januari 2025 | oleh admin</div>{PARAGRAPH * 4}</body>"
    )

    assert page.published_on == date(2025, 1, 20)


def test_two_days_beside_a_headline_are_none():
    page = read_html(
        "<title>Apel Pagi di Contoh</title><h1>Apel Pagi di Contoh</h1><p>20 Januari 2025</p>"
        f"<p>Diperbarui 22 Januari 2025</p>{PARAGRAPH}"
    )

    assert page.published_on is None
