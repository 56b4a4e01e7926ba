"""Reads the kernel's own data files, wherever the package is installed."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any


def read_toml(name: str) -> dict[str, Any]:
    """Read one TOML file of the kernel's data folder."""
    return tomllib.loads(_folder().joinpath(name).read_text(encoding="utf-8"))


def read_csv(name: str) -> list[dict[str, str]]:
    """Read one CSV file of the kernel's data folder; empty cells are empty strings."""
    return list(csv.DictReader(_folder().joinpath(name).read_text(encoding="utf-8").splitlines()))


def names_in(folder: str) -> list[str]:
    """Return the names of the files in one folder of the kernel's data, sorted."""
    return sorted(file.name for file in _folder().joinpath(folder).iterdir())


@cache
def _folder() -> Traversable:
    return resources.files("pamong.kernel") / "data"
