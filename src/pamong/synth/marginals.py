"""The proportions by which people are made up, each with its source or the word ``assumed``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from pamong.synth.cells import Whole


@dataclass(frozen=True, slots=True)
class Marginal:
    """One distribution; ``source`` is empty where it is assumed."""

    name: str
    parts: Mapping[str, int]
    source: str
    assumed: str

    @property
    def shares(self) -> dict[str, float]:
        """The parts as shares of one."""
        total = sum(self.parts.values())
        return {name: part / total for name, part in self.parts.items()}


@cache
def marginals() -> dict[str, Marginal]:
    """Return every distribution by name."""
    file = resources.files("pamong.synth") / "marginals.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        name: Marginal(name, table["parts"], table.get("source", ""), table.get("assumed", ""))
        for name, table in tables.items()
    }


def shares(name: str) -> dict[str, float]:
    """Return the shares of one distribution."""
    return marginals()[name].shares


def draw(chance: np.random.Generator, weights: Mapping[str, float], rows: int) -> Whole:
    """Draw a part for each row, as its place among ``weights``.

    The counts are as near to the weights as whole people allow; only who gets which is chance.
    """
    bounds = np.cumsum(list(weights.values()))
    places = (np.arange(rows) + 0.5) / max(rows, 1) * bounds[-1]
    drawn: Whole = np.searchsorted(bounds, places, side="right").astype(np.int64)
    return chance.permutation(np.minimum(drawn, len(weights) - 1))
