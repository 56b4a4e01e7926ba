"""The made-up governments: what they are called, how many people they have, who goes with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from pamong.synth.cells import Whole
from pamong.synth.marginals import shares
from pamong.synth.order import GOVERNMENTS, SMALLEST_GOVERNMENT, Order

PROVINCES, CITIES = 38, 93
KELOMPOK = 50_000
"""As many people as one kelompok has at most, unless one government alone has more."""
IDS_A_PERSON = 100
IDS_A_KELOMPOK = 100_000

_SPREAD = {"provinsi": 0.5, "kabupaten": 0.35, "kota": 0.35}
_TITLES = {"provinsi": "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota"}


@dataclass(frozen=True, slots=True)
class Government:
    """One made-up government. No real one has a code that begins with 00."""

    pemda_id: int
    level: str
    asn: int
    first_pegawai_id: int

    @property
    def row(self) -> dict[str, Any]:
        """Its row in the table pemda."""
        number = f"{self.pemda_id:03d}"
        return {
            "pemda_id": self.pemda_id,
            "kode": f"00.{number}",
            "nama": f"{_TITLES[self.level]} Rekaan {number}",
            "level": self.level,
        }


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Whole governments whose facts stand in the same files."""

    number: int
    governments: tuple[Government, ...]

    @property
    def asn(self) -> int:
        """How many people the governments have together."""
        return sum(government.asn for government in self.governments)

    @property
    def first_row(self) -> int:
        """The first identifier of a row of any table; those of the next kelompok come later."""
        first = self.governments[0].first_pegawai_id
        return (first - 1) * IDS_A_PERSON + (self.number - 1) * IDS_A_KELOMPOK + 1


def plan_kelompok(order: Order) -> list[Kelompok]:
    """Divide the people among governments, and the governments among kelompok."""
    kelompok: list[Kelompok] = []
    together: list[Government] = []
    for government in _governments(order):
        if together and sum(g.asn for g in together) + government.asn > KELOMPOK:
            kelompok.append(Kelompok(len(kelompok) + 1, tuple(together)))
            together = []
        together.append(government)
    kelompok.append(Kelompok(len(kelompok) + 1, tuple(together)))
    return kelompok


def generator(order: Order, *stream: int) -> np.random.Generator:
    """Return the source of chance of one part of a lake: the same for the same order."""
    return np.random.default_rng([order.seed % 2**64, order.asn, *stream])


def _governments(order: Order) -> list[Government]:
    levels = _levels(order.governments)
    sizes = _sizes(order, levels)
    firsts = np.concatenate([[0], np.cumsum(sizes)]) + 1
    return [
        Government(number, level, int(size), int(first))
        for number, (level, size, first) in enumerate(
            zip(levels, sizes, firsts[:-1], strict=True), 1
        )
    ]


def _levels(count: int) -> list[str]:
    provinces = max(1, round(count * PROVINCES / GOVERNMENTS))
    cities = round(count * CITIES / GOVERNMENTS)
    kabupaten = count - provinces - cities
    return ["provinsi"] * provinces + ["kabupaten"] * kabupaten + ["kota"] * cities


def _sizes(order: Order, levels: list[str]) -> Whole:
    chance = generator(order, 0)
    of_regions = shares("tingkat_pemerintahan")
    weights = np.empty(len(levels))
    for level in dict.fromkeys(levels):
        rows = np.array([each == level for each in levels])
        spread = np.clip(chance.lognormal(0, _SPREAD[level], rows.sum()), 0.4, 2.5)
        group = of_regions["provinsi" if level == "provinsi" else "kabupaten_kota"]
        # Kota and kabupaten share their part by their numbers.
        part = rows.sum() if level == "provinsi" else sum(each != "provinsi" for each in levels)
        weights[rows] = group * spread / spread.mean() / part
    return _divide(order.asn, weights)


def _divide(total: int, weights: np.ndarray[Any, Any]) -> Whole:
    """Divide people by weights, with the smallest size for everybody first."""
    least = min(SMALLEST_GOVERNMENT, total // len(weights))
    exact = (total - least * len(weights)) * weights / weights.sum()
    sizes: Whole = np.floor(exact).astype(np.int64)
    rest = total - least * len(weights) - int(sizes.sum())
    sizes[np.argsort(sizes - exact, kind="stable")[:rest]] += 1
    return sizes + least
