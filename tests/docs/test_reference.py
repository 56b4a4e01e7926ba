import re
import runpy
import sys

import pytest
from tests.docs.markdown import ROOT

REFERENCE = ROOT / "docs" / "reference"
sys.path.insert(0, str(ROOT / "tools"))
GENERATED = dict(runpy.run_path(str(ROOT / "tools" / "reference.py"))["pages"]())
SETTING = re.compile(r"\b(PAMONG_[A-Z_]+|DATABASE_URL)\b")


@pytest.mark.parametrize("page", GENERATED)
def test_a_generated_page_says_what_the_code_says(page):
    assert (REFERENCE / page).read_text(encoding="utf-8") == GENERATED[page]


def test_no_page_of_the_law_is_left_of_a_rule_that_is_gone():
    written = {f"law/{path.name}" for path in (REFERENCE / "law").iterdir()}

    assert written == {page for page in GENERATED if page.startswith("law/")}


def test_the_settings_page_names_every_setting_that_the_code_reads_and_no_other():
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests" / "support").glob("*.py")]
    read = {
        found
        for source in sources
        for found in re.findall(rf'"{SETTING.pattern}"', source.read_text(encoding="utf-8"))
    }
    told = set(SETTING.findall((REFERENCE / "settings.md").read_text(encoding="utf-8")))

    assert told == read
