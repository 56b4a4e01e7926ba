"""Columns of a layout beside columns of a section, each way: how a row is read, and written.

What is written by a way is read by it as the same. A value that a layout has no place for is not
written as another one: where the row cannot do without it, the row is left out and told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models

from pamong.apps.impor.placing import Known, Reader, Said
from pamong.exchange.fields import Value

Row = Mapping[str, Any]
"""An entry as the database gives it as JSON."""
_SMALL = 32_767


class CannotTellError(Exception):
    """A layout has no place for what an entry says; ``ours`` is the column of the section."""

    def __init__(self, ours: str) -> None:
        self.ours = ours
        super().__init__(ours)


@dataclass(slots=True)
class Draft:
    """An entry while its row is read: what is compared, and what only a new entry takes along."""

    model: type[models.Model]
    said: Said = field(default_factory=dict)
    also: Said = field(default_factory=dict)

    def holds(self, ours: str, value: Any) -> bool:
        """Tell whether a column can hold a value; PostgreSQL would refuse the whole import."""
        return fits(self.model, ours, value)


@dataclass(frozen=True, slots=True)
class Way:
    """Some columns of a layout (``theirs``) as some of a section (``ours``).

    ``take`` reads a row into a draft, and raises ``LacksError`` where the row does not say what
    the section needs; ``tell`` gives the cells of an entry as JSON has them, and raises
    ``CannotTellError``. Without what a needed way tells there is no row.
    """

    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    take: Callable[[Reader, Draft], None]
    tell: Callable[[Row, Known], dict[str, Any]]
    is_needed: bool = False
    unsaid: str = ""
    """What an empty cell is read as, so that it is told by none."""

    def cells(self, entry: Row, known: Known) -> dict[str, Any]:
        """Return the filled cells of an entry.

        Raises:
            CannotTellError: the row needs them, and the layout has no place for what is said.
        """
        told = {name: each for name, each in self.tell(entry, known).items() if is_filled(each)}
        if self.is_needed and self.theirs and not told:
            raise CannotTellError(self.ours[0])
        return told


def is_filled(value: Any) -> bool:
    """Tell whether a cell says something."""
    return value is not None and value != ""


def fits(model: type[models.Model], name: str, value: Any) -> bool:
    """Tell whether a column of a model can hold a value."""
    return _limit(model, name)(value)


@cache
def _limit(model: type[models.Model], name: str) -> Callable[[Any], bool]:
    """Return what tells whether a column can hold a value; asked for each cell of each row."""
    column = model._meta.get_field(name)  # noqa: SLF001  Django's documented Options
    if isinstance(column, models.CharField):
        longest = column.max_length or 0
        return lambda value: len(str(value)) <= longest
    if isinstance(column, models.PositiveSmallIntegerField):
        return lambda value: 0 <= int(value) <= _SMALL
    if isinstance(column, models.DecimalField):
        places, bound = column.decimal_places, 10**column.max_digits

        def has_room(value: Any) -> bool:
            scaled = Decimal(str(value)).scaleb(places)
            return scaled == int(scaled) and abs(scaled) < bound

        return has_room
    return lambda _value: True


def as_value(raw: Any, kind: str) -> Value | None:
    """Return what JSON has as the value of a kind of column; nothing where it says none.

    >>> as_value("1969-08-01", "day"), as_value(12.5, "number"), as_value("", "text")
    (datetime.date(1969, 8, 1), Decimal('12.5'), None)
    """
    if not is_filled(raw):
        return None
    if kind == "day":
        return raw if isinstance(raw, date) else date.fromisoformat(raw)
    if kind == "number":
        return Decimal(str(raw))
    if kind in {"year", "years", "months", "month", "whole", "rupiah"}:
        return int(raw)
    if kind == "flag":
        return bool(raw)
    return str(raw)
