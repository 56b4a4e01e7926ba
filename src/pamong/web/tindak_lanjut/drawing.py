"""The bar of one OPD: what became of its duties, in percent of the width (docs/adr/0042)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pamong.apps.duties.listing import OwingCounts


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a bar; ``start`` and ``width`` are percentages, written with a point."""

    look: str
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The counts of one OPD with their drawing."""

    counts: OwingCounts
    pieces: tuple[Piece, ...]


def bars(owing: Sequence[OwingCounts]) -> list[Bar]:
    """Draw all on one scale: the longest bar fills the width."""
    longest = max((row.all for row in owing), default=0)
    return [Bar(row, tuple(_pieces(row, longest))) for row in owing]


def _pieces(row: OwingCounts, longest: int) -> Iterator[Piece]:
    at = 0
    for look, number in (
        ("done", row.done),
        ("waiting", row.waiting),
        ("owed", row.owed - row.overdue),
        ("late", row.overdue),
        ("otherwise", row.ended_otherwise),
    ):
        if number:
            yield Piece(look, _percent(at, longest), _percent(number, longest))
        at += number


def _percent(number: int, whole: int) -> str:
    return f"{100 * number / whole:.2f}%"
