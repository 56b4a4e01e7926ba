"""The article of a page, on pages of thirty invented ways of building a site."""

import tomllib
from pathlib import Path

import pytest
from tests.reader.sources import sites, sites_held

from pamong.reader.html import read_html

PAPERS = tomllib.loads((Path(__file__).parent / "sources" / "papers.toml").read_text("utf-8"))
NEWS = sites.articles(PAPERS["paper"])
STYLES = sites.STYLES | sites_held.STYLES
KEEPS_MORE = {
    # A teaser, captions or links stand inside the part that is the article.
    "gallery",
    "magazine",
    "mobile",
    "no_structure",
    "portal_with_ads",
}


@pytest.mark.parametrize("style", STYLES)
def test_every_paragraph_comes_out_as_a_line_in_its_order(style):
    for article in NEWS:
        lines = read_html(STYLES[style](article)).text.split("\n")

        assert [line for line in lines if line in article.lines] == article.lines


@pytest.mark.parametrize("style", sorted(STYLES.keys() - KEEPS_MORE))
def test_other_news_comments_and_the_address_of_the_office_stay_out(style):
    for article in NEWS:
        text = read_html(STYLES[style](article)).text
        foreign = [*sites.OTHERS, *sites.COMMENTS, sites.LATER, sites.TEASER]

        assert not [words for words in foreign if words in text]


def test_the_title_is_that_of_the_article_with_the_name_of_the_site():
    pages = [read_html(page(NEWS[0])) for name, page in STYLES.items() if name != "no_structure"]

    assert all(page.title.startswith(NEWS[0].title) for page in pages)


def test_a_notice_between_headings_and_short_lines_is_kept_whole():
    lines = ["NOTULEN RAPAT", "Hari : Senin, 5 Mei 2025", "Tempat : Aula", "Peserta : 12 orang"]
    body = "".join(f"<p>{line}</p>" for line in lines)

    page = read_html(f"<body><ul class=menu><li><a>Beranda</a></ul><div>{body}</div></body>")

    assert page.text.split("\n") == lines


def test_links_that_touch_are_words_of_their_own():
    assert read_html("<body><p><a>Beranda</a><a>Profil</a> Contoh</p></body>").text == (
        "Beranda Profil Contoh"
    )


def test_a_page_that_is_nested_without_end_takes_no_time_and_loses_nothing():
    page = read_html("<body>" + "<div>" * 900 + "<p>Bupati Contoh memimpin apel pagi ini.</p>")

    assert page.text == "Bupati Contoh memimpin apel pagi ini."


def test_a_part_that_is_named_after_its_sidebar_but_holds_the_headline_is_read():
    page = read_html(
        "<title>Apel Pagi Contoh</title><div class='sidebar-right'><h1>Apel Pagi Contoh</h1>"
        "<p>Bupati Contoh memimpin apel pagi di halaman kantor.</p></div>"
    )

    assert "memimpin apel pagi" in page.text
