"""Names and numbers of made-up people: no two alike, and none that could be anybody's."""

import tomllib
from collections import Counter
from collections.abc import Collection
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import product
from random import Random

from pamong.apps.demonstration import __name__ as package

SPECIMEN = "0"
"""The sex digit that nobody's number has (kernel/nip.py)."""
FIRST_SERIAL = 101
"""Lower serials are those of the scenarios."""
PPPK_CODE = "21"


@cache
def words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return every first and every second word of a name."""
    data = tomllib.loads((files(package) / "data" / "nama_rekaan.toml").read_text("utf-8"))
    first, second = (
        tuple(start + end for start, end in product(data[key]["awal"], data[key]["akhir"]))
        for key in ("pertama", "kedua")
    )
    return first, second


class Namer:
    """Gives out names, each once."""

    def __init__(self, chance: Random, taken: Collection[str]) -> None:
        self._chance = chance
        self._taken = set(taken)

    def next(self) -> str:
        """Return a name that nobody has been given yet."""
        first, second = words()
        while True:
            name = f"{self._chance.choice(first)} {self._chance.choice(second)}"
            if name not in self._taken:
                self._taken.add(name)
                return name


class Numberer:
    """Gives out specimens of NIP and NI PPPK."""

    def __init__(self) -> None:
        self._serials: Counter[str] = Counter()

    def pns(self, born_on: date, appointed_on: date) -> str:
        """Return a NIP with the sex digit of nobody."""
        return self._number(f"{born_on:%Y%m%d}{appointed_on:%Y%m}{SPECIMEN}")

    def pppk(self, born_on: date, appointed_on: date) -> str:
        """Return an NI PPPK with the sex digit of nobody."""
        return self._number(f"{born_on:%Y%m%d}{appointed_on:%Y}{PPPK_CODE}{SPECIMEN}")

    def _number(self, stem: str) -> str:
        self._serials[stem] += 1
        return f"{stem}{FIRST_SERIAL + self._serials[stem] - 1:03}"
