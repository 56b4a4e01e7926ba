"""Bars before and after, as SVG that carries no style of its own on a page."""

from tests.support.drawing import Drawing

from pamong.law.what_if.bars import Pair, draw_bars, draw_file

PAIRS = [Pair("2026", 0, 1), Pair("2027", 2_000, 500), Pair("< & >", 3, 3)]


def widths(drawn, look):
    return [rect.attributes["width"] for rect in Drawing.read(drawn).named("rect", look)]


def test_the_widest_bar_fills_its_room_and_nothing_has_no_width():
    drawn = draw_bars(PAIRS, title="Pensiun")

    assert widths(drawn, "bar-before") == ["0.00%", "68.00%", "0.10%"]
    assert widths(drawn, "bar-after")[1] == "17.00%"


def test_numbers_and_labels_stand_beside_the_bars_and_cannot_break_out():
    drawn = draw_bars(PAIRS, title='"><script>')
    words = [text.words for text in Drawing.read(drawn).named("text")]

    assert "2.000" in words
    assert "< & >" in words
    assert "<script>" not in drawn
    assert "style" not in drawn


def test_a_file_carries_its_looks_and_what_the_bars_are():
    drawn = draw_file(PAIRS, title="Pensiun", before="berlaku", after="baru")
    drawing = Drawing.read(drawn)

    assert drawing.named("style")
    assert {"Pensiun", "berlaku", "baru"} <= {text.words for text in drawing.named("text")}


def test_nothing_to_draw_is_an_empty_drawing():
    (svg,) = Drawing.read(draw_bars([], title="Kosong")).elements

    assert svg.attributes["height"] == "0"
