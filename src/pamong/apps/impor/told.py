"""Doubts as they are told: where, what is wrong, what to do, and what the cell says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pamong.apps.accounts.seeing import CLOSED
from pamong.apps.impor.classes import classes_of_cell
from pamong.apps.impor.kinds import ALL, LACKS, NOBODY
from pamong.apps.impor.models import Import, StagedDoubt, Weight
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.exchange.kinds import DoubtKind
from pamong.exchange.places import Place
from pamong.kernel.identity import Severity
from pamong.kernel.language import say

EVERYTHING = frozenset(FieldClass)
NAMING_COLUMNS = frozenset({LACKS, "wajib-kosong"})
"""Kinds of doubt that say nothing to do without the column that they are about."""


@dataclass(frozen=True, slots=True)
class ToldDoubt:
    """One doubt in words. ``value`` is "tertutup" where whoever reads may not see the cell."""

    place: Place
    code: str
    must_be_mended: bool
    sentence: str
    advice: str
    value: str

    @property
    def where(self) -> str:
        """The cell, or the row, within its sheet."""
        row, column = self.place.row, self.place.column
        return f"{column}{row}" if column else say("baris %(row)s", row=row)


@dataclass(frozen=True, slots=True)
class ToldKind:
    """A kind of doubt, with how many there are of it."""

    code: str
    must_be_mended: bool
    sentence: str
    advice: str
    count: int


class _Blank(dict[str, str]):
    """What fills a sentence that is told of no cell in particular."""

    def __missing__(self, name: str) -> str:
        return "…"


def told_doubts(
    batch: Import, doubts: Iterable[StagedDoubt], seen: frozenset[FieldClass]
) -> list[ToldDoubt]:
    """Return doubts in words, as whoever sees the classes ``seen`` is told them."""
    sheets = sheets_by_place(batch)
    return [_told(each, sheets.get((each.file, each.sheet)), seen) for each in doubts]


def sheets_by_place(batch: Import) -> dict[tuple[str, str], Mapping[str, Any]]:
    """Return what became of each sheet, by its file and its name."""
    return {(sheet["berkas"], sheet["lembar"]): sheet for sheet in batch.sheets}


def told_kinds(batch: Import) -> list[ToldKind]:
    """Return the kinds of doubt of an import, those that must be mended first, then the most."""
    counts = {code: n for code, n in batch.doubt_counts.items() if code in ALL}
    told = _columns(batch) if NAMING_COLUMNS & counts.keys() else {}
    return sorted(
        (_kind(ALL[code], n, told.get(code)) for code, n in counts.items()), key=_urgency
    )


def _columns(batch: Import) -> dict[str, Mapping[str, str]]:
    """Return which columns the doubts that name one are about, by their kind."""
    doubts = StagedDoubt.objects.filter(batch=batch, code__in=NAMING_COLUMNS)
    found: dict[str, set[str]] = {}
    for code, column in doubts.values_list("code", "told__column").distinct():
        found.setdefault(code, set()).add(column or "…")
    return {code: {"column": ", ".join(sorted(names))} for code, names in found.items()}


def _urgency(kind: ToldKind) -> tuple[bool, bool, int, str]:
    """Put first what must be mended, and what only follows from that behind it."""
    return (not kind.must_be_mended, kind.code == NOBODY, -kind.count, kind.code)


def kind_of(code: str, count: int = 0) -> ToldKind | None:
    """Return one kind of doubt in words; ``None`` where there is none of that code."""
    return _kind(ALL[code], count) if code in ALL else None


def _kind(kind: DoubtKind, count: int, told: Mapping[str, str] | None = None) -> ToldKind:
    blank = _Blank(told or {})
    return ToldKind(
        kind.code,
        kind.severity is Severity.REFUSES,
        say(kind.message) % blank,
        say(kind.advice) % blank,
        count,
    )


def _told(
    doubt: StagedDoubt, sheet: Mapping[str, Any] | None, seen: frozenset[FieldClass]
) -> ToldDoubt:
    kind = ALL[doubt.code]
    needed = classes_of_cell(sheet, doubt.column) if doubt.column else frozenset()
    is_open = needed <= seen
    told = doubt.told if is_open else _closed(doubt.told)
    blank = _Blank(told)
    return ToldDoubt(
        Place(doubt.file, doubt.sheet, doubt.row, doubt.column),
        doubt.code,
        doubt.weight == Weight.REFUSES,
        say(kind.message) % blank,
        say(kind.advice) % blank,
        doubt.text if is_open else str(CLOSED) if doubt.text else "",
    )


def _closed(told: Mapping[str, str]) -> dict[str, str]:
    """Close what a sentence would repeat of a cell; the name of its column stays."""
    return {name: value if name == "column" else str(CLOSED) for name, value in told.items()}
