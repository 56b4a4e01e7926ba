"""The examples of the how-to pages are built and tried as the pages tell it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.docs.markdown import ROOT, write_files

HOW_TO = ROOT / "docs" / "how-to"
SHELL = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
PROGRAMS = Path(sys.executable).parent


@pytest.fixture
def checkout(tmp_path):
    for folder in ("src", "tests", "samples"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "pamong"  # the installed one knows its own checkout only
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pamong.cli.main "$@"\n')
    program.chmod(0o755)
    return tmp_path


def typed(script: str, folder: Path) -> str:
    """Run lines as a newcomer types them in a checkout; stop at a failure."""
    ended = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=os.environ
        | {
            "PATH": f"{folder / 'bin'}:{PROGRAMS}:{os.environ['PATH']}",
            "PYTHONPATH": str(folder / "src"),
            "PAMONG_TEST_SERVER": "none",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, f"{script}\n{ended.stdout}\n{ended.stderr}"
    return ended.stdout


def test_the_rule_of_the_page_can_be_added_and_judges_its_cases(checkout):
    names = write_files(HOW_TO / "add-a-regulation.md", checkout)
    blocks = SHELL.findall((HOW_TO / "add-a-regulation.md").read_text(encoding="utf-8"))

    told = typed(blocks[-1], checkout)

    assert names == [f"src/pamong/regulations/rangkap/jf.{kind}" for kind in ("toml", "py")]
    assert "PP 11/2017 Pasal 53" in told
    assert re.search(r"\d+ passed", told)


def test_facts_from_files_are_judged_as_the_page_on_layouts_shows(checkout):
    text = (HOW_TO / "add-an-import-layout.md").read_text(encoding="utf-8")

    for block in re.findall(r"^ *```sh\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE):
        assert typed(block, checkout)


def test_the_first_hour_of_a_developer_can_be_followed(checkout):
    page = ROOT / "docs" / "tutorials" / "first-hour-as-a-developer.md"
    rule = checkout / "src/pamong/regulations/disiplin/absen_kumulatif.toml"
    before = rule.read_text(encoding="utf-8")
    show, judge, change, back, add = SHELL.findall(page.read_text(encoding="utf-8"))

    assert "PP 94/2021" in typed(show, checkout)
    assert "teguran" in typed(judge, checkout).casefold()
    assert "as it should be" in typed(change, checkout)
    assert re.search(r"\d+ passed", typed(back, checkout))
    assert rule.read_text(encoding="utf-8") == before
    assert "1 passed" in typed(add, checkout)
