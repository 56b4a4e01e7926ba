"""Other processes and other users of the machine, for tests of what they share."""

import contextlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOLDER = Path(__file__).with_name("holder.py")
PACKAGES = Path(importlib.util.find_spec("psutil").origin).parents[1]
CLEAN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}


@dataclass(frozen=True)
class Somebody:
    """Whoever runs a program: ourselves, or as root also an ordinary user."""

    python: str
    demotion: dict

    def command(self, folder: Path) -> dict:
        return {
            "args": [self.python, "-W", "error", str(HOLDER), str(folder)],
            "env": {
                **CLEAN,
                "PYTHONPATH": f"{ROOT / 'src'}:{PACKAGES}",
                "HOME": str(folder.parent),
            },
            "cwd": "/",
            "text": True,
            "stdin": subprocess.PIPE,
            "stdout": subprocess.PIPE,
            **self.demotion,
        }

    @contextlib.contextmanager
    def holding(self, folder: Path) -> Iterator[tuple[subprocess.Popen, str]]:
        """Run the holder; give the process and its first line."""
        with subprocess.Popen(**self.command(folder)) as process:
            yield process, process.stdout.readline().strip()

    def tries(self, folder: Path) -> str:
        """Run the holder to its end; give its line."""
        with self.holding(folder) as (_, line):
            return line

    def owns(self, path: Path) -> Path:
        if self.demotion:
            os.chown(path, self.demotion["user"], self.demotion["group"])
        return path


def ourselves() -> Somebody:
    return Somebody(sys.executable, {})


def nobody() -> Somebody:
    """An ordinary user; needs root to become him, and a Python that he can reach."""
    if os.geteuid() != 0:
        pytest.skip("only root can run a program as another user")
    entry = pwd.getpwnam("nobody")
    demotion = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    for python in (sys.executable, shutil.which(f"python{version}", path="/usr/bin")):
        if python and _reaches(python, demotion):
            return Somebody(python, demotion)
    pytest.skip(f"no Python {version} and packages that an ordinary user can reach")


def _reaches(python: str, demotion: dict) -> bool:
    paths = {"PYTHONPATH": f"{ROOT / 'src'}:{PACKAGES}"}
    imports = "import psutil, psycopg, pamong.installation"
    try:
        tried = subprocess.run(
            [python, "-c", imports], env=CLEAN | paths, cwd="/", check=False, **demotion
        )
    except PermissionError:
        return False
    return tried.returncode == 0
