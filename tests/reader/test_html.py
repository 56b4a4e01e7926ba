from datetime import date

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
