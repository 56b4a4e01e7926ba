"""What a row of a layout says for which sections of a record, by columns that people know.

Nothing is guessed: a row that lacks what its section needs is a doubt, and what a section has no
column for is kept with the entry as ``lainnya``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pamong.exchange.code_lists import code_list
from pamong.exchange.fields import Value
from pamong.exchange.layout import layout
from pamong.exchange.record import Record

PEOPLE = "pegawai"
"""The section of who somebody is, which is no section of a record: a person and an employment."""

Said = dict[str, Any]
_NIP = re.compile(r"[0-9]{18}")


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

    ``codes`` are those of the units, ``called`` the names of OPDs and units by (OPD, unit).
    ``current`` is what the record says of somebody on the day, as a main row of SIASN, by NIP.
    """

    day: date
    units: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    names: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    codes: Mapping[int, str] = field(default_factory=dict)
    called: Mapping[tuple[int, int | None], str] = field(default_factory=dict)
    current: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    histories: frozenset[tuple[str, str]] = frozenset()
    """Of whom which histories come in the same import, as (section, who)."""


class AsideError(Exception):
    """A row says what no section of a record is for; ``why`` is one of ``asides.py``."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class LacksError(Exception):
    """A row does not say what its section needs; ``column`` is the layout's that would say it."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(column)


class Reader:
    """The values of one row; what nobody has taken is told at the end."""

    def __init__(self, record: Record, known: Known) -> None:
        """Begin with every value untaken."""
        self.record = record
        self.of = layout(record.layout)
        self.values = record.values
        self.extras = record.extras
        self.known = known
        self.left = dict(record.values)

    def peek(self, name: str) -> Any:
        """Look at a value as JSON has it, and leave it to be taken."""
        return _json(self.left.get(name))

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
        kept = {
            name: _json(value)
            for name, value in self.left.items()
            if name not in ours and not self._names_its_code(name)
        }
        return kept | dict(self.extras)

    def _names_its_code(self, name: str) -> bool:
        """Tell whether a column only says in words the code that stands beside it."""
        column = self.of.by_name.get(name)
        if column is None or not column.names:
            return False
        code = str(self.values.get(column.names, ""))
        codes = code_list(self.of.by_name[column.names].codes)
        return bool(code) and codes.names.get(code) == self.values.get(name)


def key_of(nip: Value | None, person: Value | None) -> str:
    """Return by what the owner of a row is looked up: a NIP, or ``#`` and the code of SIASN.

    Of whom no such code is on record, an export has the NIP in its place.

    >>> key_of(None, "A1"), key_of(None, "190001012020120001")
    ('#A1', '190001012020120001')
    """
    if nip or not person:
        return str(nip or "")
    return str(person) if _NIP.fullmatch(str(person)) else f"#{person}"[:66]


def _json(value: Any) -> Any:
    if value is None or isinstance(value, str):  # most are
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


Placer = Callable[[Reader], list[Part]]
