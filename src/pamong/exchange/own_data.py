"""Reads the data files of this package, wherever it is installed."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any


def read_toml(name: str) -> dict[str, Any]:
    """Read one TOML file of the data folder."""
    text = resources.files("pamong.exchange").joinpath("data", name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def names_in(folder: str) -> list[str]:
    """Return the names of the files in one folder of the data, sorted."""
    place = resources.files("pamong.exchange").joinpath("data", folder)
    return sorted(file.name for file in place.iterdir())
