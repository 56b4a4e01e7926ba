"""What was counted of plans, kept in this process by the seal of the records that it rests on."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The last few values, each under its seal; the one that was asked for longest ago goes first.

    Nothing is ever taken out because it grew old: what changed bears another seal.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, seal: Hashable) -> Value | None:
        """Return what is kept under a seal, if anything is."""
        with self._lock:
            if seal in self._values:
                self._values.move_to_end(seal)
            return self._values.get(seal)

    def keep(self, seal: Hashable, value: Value) -> Value:
        """Keep a value under its seal, and return it."""
        with self._lock:
            self._values[seal] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
