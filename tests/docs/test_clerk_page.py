"""What the first hour of a clerk calls by name stands on the pages; its addresses lead somewhere.

From document 001 to a closed duty the way itself is walked by tests/browser/test_duty_journey.py.
"""

import re
import runpy
import tomllib

import pytest
from django.urls import resolve
from tests.docs.markdown import ROOT

PAGE = (ROOT / "docs" / "tutorials" / "first-hour-as-a-clerk.md").read_text(encoding="utf-8")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
LABELS = sorted({" ".join(label.split()) for label in BOLD.findall(PAGE)})
ADDRESSES = sorted(set(re.findall(r"`(/[^`?]+/)(?:\?[^`]*)?`", PAGE)))
DEMONSTRATION = ROOT / "src" / "pamong" / "apps" / "demonstration" / "data" / "peraga.toml"


@pytest.fixture(scope="module")
def sentences():
    """Every sentence that the source shows, as tools/messages.py finds them."""
    tool = runpy.run_path(str(ROOT / "tools" / "messages.py"))
    return {told.casefold() for _, told, _ in tool["messages"]() if isinstance(told, str)}


@pytest.mark.parametrize("label", [label for label in LABELS if label != "ditebalkan"])
def test_what_the_page_calls_by_name_is_shown(sentences, label):
    assert label.casefold() in sentences


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_page_is_one_of_the_site(address):
    assert resolve(address)


def test_the_accounts_of_the_page_are_those_of_the_demonstration():
    told = tomllib.loads(DEMONSTRATION.read_text(encoding="utf-8"))["akun"]

    assert re.findall(r"^\| `(\S+)` \|", PAGE, re.MULTILINE) == [row["username"] for row in told]
