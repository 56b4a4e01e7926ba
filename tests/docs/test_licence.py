import hashlib
import json
import re
import tomllib

from tests.docs.markdown import ROOT

# The words of the licence as the European Commission published them; white space does not count.
EUPL_1_2 = "fd5f5f818c2513007514ce061e79dcdaca59920da090d81368bddc0fa386d6b0"


def test_the_licence_is_the_whole_text_of_the_eupl():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert re.findall(r"^(\d+)\. ", text, re.MULTILINE) == [str(number) for number in range(1, 16)]
    assert "Appendix" in text
    assert hashlib.sha256(re.sub(r"\s", "", text).encode()).hexdigest() == EUPL_1_2


def test_the_packages_say_the_same():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    frontend = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))

    assert project["license"] == frontend["license"] == "EUPL-1.2"
