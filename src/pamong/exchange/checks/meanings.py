"""The values of a row by what they mean, whatever its layout calls the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from pamong.exchange.doubts import Trouble
from pamong.exchange.fields import Standpoint, Value

Values = Mapping[str, Value]
Troubles = Iterator[tuple[str, Trouble]]
RowCheck = Callable[[Values], Troubles]
"""Takes the values of a row by column and yields troubles with the column of each."""


class Meanings:
    """The values of a row by what they mean."""

    __slots__ = ("names", "values")

    def __init__(self, names: Mapping[str, str], values: Values) -> None:
        """Look at ``values`` through the names that a layout gives to meanings."""
        self.names = names
        self.values = values

    def get(self, means: str) -> Value | None:
        """Return the value that means this, if the row has one."""
        return self.values.get(self.names.get(means, ""))

    def day(self, means: str) -> date | None:
        """Return a day."""
        value = self.get(means)
        return value if isinstance(value, date) else None

    def text(self, means: str) -> str:
        """Return a text; empty where there is none."""
        value = self.get(means)
        return value if isinstance(value, str) else ""


ByMeaning = Callable[[Meanings, Standpoint], Troubles]
"""Takes the row by meaning and yields troubles with the meaning of the column of each."""
