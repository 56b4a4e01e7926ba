import re
import runpy

from tests.docs.markdown import ROOT

REFERENCE = ROOT / "docs" / "reference"
SETTING = re.compile(r"\b(PAMONG_[A-Z_]+|DATABASE_URL)\b")


def test_the_glossary_page_says_what_the_glossary_says():
    tool = runpy.run_path(str(ROOT / "tools" / "glossary.py"))

    assert (REFERENCE / "glossary.md").read_text(encoding="utf-8") == tool["page"]()


def test_the_settings_page_names_every_setting_that_the_code_reads_and_no_other():
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests" / "support").glob("*.py")]
    read = {
        found
        for source in sources
        for found in re.findall(rf'"{SETTING.pattern}"', source.read_text(encoding="utf-8"))
    }
    told = set(SETTING.findall((REFERENCE / "settings.md").read_text(encoding="utf-8")))

    assert told == read
