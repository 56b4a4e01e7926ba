"""What is worked out of a rule is kept as long as the rule is.

The rules of the library stay, and so do their plans. A changed copy of a rule is gone after a
while, and whatever was made of it goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from pamong.law.rule import Rule

Made = TypeVar("Made")


class KeptWithRule(Generic[Made]):
    """A function of a rule and a few more arguments, worked out once for as long as it lives.

    What it returns must not hold the rule: it would keep it alive.
    """

    def __init__(self, make: Callable[..., Made]) -> None:
        self._make = make
        self._kept: WeakKeyDictionary[Rule, dict[tuple[Hashable, ...], Made]] = WeakKeyDictionary()

    def __call__(self, rule: Rule, *more: Hashable) -> Made:
        """Return what was made of these arguments, or make it."""
        kept = self._kept.setdefault(rule, {})
        if more not in kept:
            kept[more] = self._make(rule, *more)
        return kept[more]

    def forget(self) -> None:
        """Let go of everything."""
        self._kept.clear()
