import os
import shutil
import subprocess

import pytest
from tests.support.people import ROOT


@pytest.fixture
def checkout(tmp_path):
    """A copy of the parts that set-up reads, in a folder with a space in its name."""
    copy = tmp_path / "salinan kerja"
    for name in ("script", "requirements", "frontend", "tools"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("node_modules"))
    return copy


@pytest.fixture
def commands(tmp_path):
    """A folder of stand-ins for programs of the machine, which goes first in PATH."""
    folder = tmp_path / "perintah"
    folder.mkdir()

    def add(name, body):
        (folder / name).write_text(f"#!/bin/sh\n{body}\n")
        (folder / name).chmod(0o755)

    add.folder = folder
    return add


@pytest.fixture
def run(checkout, commands):
    def run_script(name, *arguments, cwd="/", **environment):
        return subprocess.run(
            [checkout / "script" / name, *arguments],
            env={"PATH": f"{commands.folder}:/usr/bin:/bin", "HOME": str(checkout)} | environment,
            cwd=cwd,
            capture_output=True,
            text=True,
            check=False,
        )

    return run_script


@pytest.fixture
def python():
    """A Python of the machine's own, outside any virtual environment."""
    return os.path.realpath(shutil.which("python3", path="/usr/bin:/bin") or "/usr/bin/python3")
