"""A figure of the law: what it is called, in what it is counted, and what it may be at all.

``[figure.NAME]`` of a rule's TOML says so of every figure whose key is ``NAME``: ``label`` and
``label_en``, and where they are needed ``unit``, ``at_least`` and ``at_most``. What is not said is
told from the words of the key: ``lama_bulan`` is counted in months.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pamong.kernel.language import mark, say
from pamong.law.content import Cursor
from pamong.law.fact_table import ColumnType

FigureValue = int | bool | date | str


class Unit(StrEnum):
    """In what a figure is counted."""

    USIA = "usia"
    TAHUN = "tahun"
    BULAN = "bulan"
    HARI_KERJA = "hari_kerja"
    HARI = "hari"
    JAM = "jam"
    MENIT = "menit"
    PERSEN = "persen"
    RUPIAH = "rupiah"

    @property
    def label(self) -> str:
        """What people read behind the number."""
        return say(_UNIT_LABELS[self])

    @property
    def most(self) -> int:
        """The highest number that makes sense."""
        return _MOST[self]


_UNIT_LABELS = {
    Unit.USIA: mark("tahun"),
    Unit.TAHUN: mark("tahun"),
    Unit.BULAN: mark("bulan"),
    Unit.HARI_KERJA: mark("hari kerja"),
    Unit.HARI: mark("hari"),
    Unit.JAM: mark("jam"),
    Unit.MENIT: mark("menit"),
    Unit.PERSEN: mark("persen"),
    Unit.RUPIAH: mark("rupiah"),
}
_MOST = {
    Unit.USIA: 100,
    Unit.TAHUN: 100,
    Unit.BULAN: 1_200,
    Unit.HARI_KERJA: 10_000,
    Unit.HARI: 10_000,
    Unit.JAM: 100_000,
    Unit.MENIT: 1_000_000,
    Unit.PERSEN: 100,
    Unit.RUPIAH: 10**15,
}
_HUNDREDTHS = 100
"""Percentages with decimals are kept in hundredths: 2750 is 27,5 %."""
_WORDS = {
    "usia": Unit.USIA,
    "berusia": Unit.USIA,
    "umur": Unit.USIA,
    "bulan": Unit.BULAN,
    "hari": Unit.HARI,
    "days": Unit.HARI,
    "jam": Unit.JAM,
    "menit": Unit.MENIT,
    "persen": Unit.PERSEN,
    "rupiah": Unit.RUPIAH,
}


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What a rule says of the figures of one key; labels are ``None`` where it says nothing."""

    label: str | None = None
    label_en: str | None = None
    unit: Unit | None = None
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that a day's law rests on, and its address in the rule.

    ``name`` is the key that says what it is, ``of`` the words that tell it from its sisters: the
    kind of post whose age it is, the rung whose days. ``basis`` are its articles. ``least`` and
    ``most`` bound a number, ``choices`` a word.
    """

    address: str
    name: str
    of: tuple[str, ...]
    value: FigureValue
    type: ColumnType
    words: FigureWords
    basis: str
    least: int
    most: int
    choices: tuple[str, ...] = ()


def read_figure_words(cursor: Cursor) -> dict[str, FigureWords]:
    """Read what a rule says of its figures."""
    told = {}
    for name, row in cursor.named("figure").items():
        unit = row.choice("unit", Unit) if "unit" in row else None
        told[name] = FigureWords(
            label=row.text("label"),
            label_en=row.text("label_en"),
            unit=unit,
            at_least=row.whole("at_least"),
            at_most=row.whole("at_most"),
        )
        row.close()
    return told


def words_for(names: Iterable[str], known: Mapping[str, FigureWords]) -> FigureWords:
    """Return what is said of the first of some keys, with the unit told from the words of all."""
    names = list(names)
    said = next((known[name] for name in names if name in known), FigureWords())
    if said.unit is not None:
        return said
    units = (unit for name in names for unit in _units_in(name))
    return FigureWords(said.label, said.label_en, next(units, None), said.at_least, said.at_most)


def bounds(words: FigureWords, value: FigureValue) -> tuple[int, int]:
    """Return the lowest and the highest number that a figure may become; it is one of them now."""
    most = words.unit.most if words.unit else 10**15
    if words.unit is Unit.PERSEN and isinstance(value, int) and value > most:
        most *= _HUNDREDTHS
    lowest = words.at_least if words.at_least is not None else 0
    highest = words.at_most if words.at_most is not None else most
    if isinstance(value, int):
        return min(lowest, value), max(highest, value)
    return lowest, highest


def _units_in(name: str) -> Iterable[Unit]:
    parts = name.split("_")
    if "hari" in parts and "kerja" in parts:
        yield Unit.HARI_KERJA
    yield from (_WORDS[part] for part in parts if part in _WORDS)
