"""What a row of a layout says for which sections of a record, by columns that people know.

Nothing is guessed: a row that lacks what its section needs is a doubt, and what a section has no
column for is kept with the entry as ``lainnya``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pamong.exchange.record import Record

PEOPLE = "pegawai"
"""The section of who somebody is, which is no section of a record: a person and an employment."""

Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """What a row says for one section."""

    section: str
    said: Said
    also: Said = field(default_factory=dict)
    kode_asal: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are read beside: the day, and the units and OPDs of the government by their code
    and, where only one has it, by name; each as (OPD, unit).
    """

    day: date
    units: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    names: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)


class LacksError(Exception):
    """A row does not say what its section needs; ``column`` is the layout's that would say it."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(column)


class Reader:
    """The values of one row; what nobody has taken is told at the end."""

    def __init__(self, record: Record, known: Known) -> None:
        """Begin with every value untaken."""
        self.values = record.values
        self.extras = record.extras
        self.known = known
        self.left = dict(record.values)

    def get(self, name: str) -> Any:
        """Take a value as JSON has it; ``None`` where the row does not say it."""
        return _json(self.left.pop(name, None))

    def need(self, *names: str) -> Any:
        """Take the first value that the row says of several.

        Raises:
            LacksError: it says none of them.
        """
        found = [value for name in names if (value := self.get(name)) not in (None, "")]
        if not found:
            raise LacksError(names[0])
        return found[0]

    def code(self, name: str, codes: Mapping[str, str]) -> str | None:
        """Take a value that stands for a word of ours; one that stands for none stays."""
        word = codes.get(str(self.values.get(name, "")))
        if word is not None:
            self.left.pop(name, None)
        return word

    def day_after(self, name: str) -> str | None:
        """Take a last day as the day that is no more."""
        value = self.left.pop(name, None)
        return (value + timedelta(days=1)).isoformat() if isinstance(value, date) else None

    def months(self, years: str, months: str) -> int | None:
        """Take a length that stands in years and months."""
        known = [self.values.get(years), self.values.get(months)]
        if None in known:
            return None
        return int(self.get(years)) * 12 + int(self.get(months))

    def rest(self, *ours: str) -> Said:
        """Return what nobody has taken, and what columns without a meaning say.

        ``ours`` are columns that say nothing more than what was taken.
        """
        kept = {name: _json(value) for name, value in self.left.items() if name not in ours}
        return kept | dict(self.extras)


def part(
    section: str,
    reader: Reader,
    said: Said,
    also: Said | None = None,
    *,
    ours: tuple[str, ...] = (),
    of: str = "",
) -> Part:
    """Make a part of what was taken; what the row leaves empty says nothing.

    ``of`` goes before the code where rows of two tables of SIASN are entries of one section.
    """
    kode = str(reader.get("id") or "")
    kode = f"{of}:{kode}"[:64] if kode and of else kode[:64]
    reader.get("idPns")
    reader.get("nipBaru")
    told = {name: value for name, value in said.items() if value not in (None, "")}
    if rest := reader.rest(*ours):
        told["lainnya"] = rest
    return Part(section, told, dict(also or {}), kode)


def _json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


Placer = Callable[[Reader], list[Part]]
