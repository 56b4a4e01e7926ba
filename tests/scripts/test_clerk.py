"""The tool that compares a clerk who reviews with one who types: what a gesture costs."""

import runpy
import sys

import pytest
from tests.docs.markdown import ROOT

TOOLS = ROOT / "tools"
MODEL = runpy.run_path(str(TOOLS / "keystrokes.py"))
KEY, POINT, BUTTON, HOME, THINK = (
    MODEL[name] for name in ("KEY", "POINT", "BUTTON", "HOME", "THINK")
)


@pytest.fixture
def tally():
    return MODEL["Tally"]()


@pytest.fixture
def tool(monkeypatch):
    """Load one of the modules beside the model, which they import by its bare name."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(TOOLS))
    yield lambda name: runpy.run_path(str(TOOLS / f"{name}.py"))
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(TOOLS)):
            del sys.modules[name]


def test_a_click_is_a_thought_a_movement_and_a_press(tally):
    tally.click()

    assert tally.seconds == pytest.approx(THINK + POINT + BUTTON)


def test_a_hand_moves_only_where_it_is_elsewhere(tally):
    tally.press(1)
    tally.press(1)
    tally.click(thinks=False)

    assert tally.seconds == pytest.approx(2 * KEY + POINT + BUTTON + 2 * HOME)


def test_a_capital_takes_two_keys(tally):
    tally.write("Ali")

    assert tally.keys == 4


def test_of_a_suggested_name_only_its_first_letters_are_typed(tally):
    tally.write("Nama Yang Panjang Sekali", is_suggested=True)

    assert tally.keys == MODEL["LETTERS_OF_A_SUGGESTION"] + 2


def test_long_words_of_the_document_are_quicker_copied_and_short_ones_typed(tally):
    tally.write("a" * 5, is_in_document=True)
    assert tally.saved == 0

    tally.write("a" * 100, is_in_document=True)
    assert tally.saved == pytest.approx(100 * KEY - MODEL["COPY"])


@pytest.mark.parametrize(("tabs", "clicks"), [(0, 0), (3, 0), (40, 1)])
def test_a_field_is_reached_by_tab_where_that_is_quicker(tally, tabs, clicks):
    tally.go(tabs)

    assert (tally.clicks, tally.keys) == (clicks, 0 if clicks else tabs)


def test_reading_is_told_apart_from_acting(tally):
    tally.words = MODEL["WORDS_A_MINUTE"]

    assert (tally.reading, tally.acting) == (pytest.approx(60), 0)


def test_the_sum_is_that_of_its_documents():
    one, other = MODEL["Tally"](), MODEL["Tally"]()
    one.write("satu")
    other.click()
    other.waited = 2.5

    assert MODEL["total"]([one, other]).seconds == pytest.approx(one.seconds + other.seconds)


def test_a_quotation_is_typed_to_its_end(tool):
    quotation = tool("clerk_typing")["quotation"]

    assert quotation("Ia berkata, “Mari hadir\nbesok pagi.” Lalu ia pergi.", "Mari hadir") == (
        "Mari hadir besok pagi."
    )
    assert quotation('"Hadir," katanya.', "Hadir,") == "Hadir,"


@pytest.mark.parametrize(
    ("office", "typed"),
    [
        ("Bupati Contoh", "Bupati"),
        ("Kepala BKPSDM Kabupaten Contoh", "Kepala BKPSDM"),
        ("Camat Lain", "Camat Lain"),
    ],
)
def test_the_government_is_not_typed_with_the_office(tool, office, typed):
    assert tool("clerk_typing")["_bare"](office, "Contoh") == typed


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("is_forum", True, "ya"),
        ("date", "2025-01-13", "13 Januari 2025"),
        ("directives-0-topic", "netralitas", "Netralitas ASN"),
        ("on_behalf_of-reader", None, ""),
        ("region", "Kabupaten Contoh", "Kabupaten Contoh"),
    ],
)
def test_a_value_is_written_as_the_page_writes_it(tool, key, value, words):
    assert tool("clerk_review")["written"](key, value) == words
