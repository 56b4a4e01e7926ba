"""Conditions of which one is enough: what triggers a duty, and what must be known to say none."""

from __future__ import annotations

from collections.abc import Sequence

from pamong.law.stepping import Case


def first_trigger(case: Case, names: Sequence[str]) -> str | None:
    """Return the first condition that is there; all of them must be known to say that none is."""
    there = next((name for name in names if case.told(name)), None)
    if there is None:
        for name in names:
            if case.told(name) is None:
                raise case.lack(name)
    return there
