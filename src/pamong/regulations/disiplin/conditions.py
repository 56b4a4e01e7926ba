"""Conditions of a procedure as the law lists them: which of them is broken, and which is unknown.

A condition is a table of the version: ``fakta`` names an input, ``nilai`` what it must be, or one
of several. It counts only where every input in ``bila`` has the value that stands there.
``hasil`` and ``pasal`` say what follows where it is not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pamong.law.stepping import Case

Condition = Mapping[str, Any]


def first_broken(case: Case, conditions: Iterable[Condition]) -> Condition | None:
    """Return the first condition that is broken for certain; ``None`` where all are kept.

    Raises:
        LackingError: none is broken for certain, and a fact that would tell is not known.
    """
    unknown: list[str] = []
    for condition in conditions:
        answer = _is_kept(case, condition)
        if answer is False:
            return condition
        if isinstance(answer, str):
            unknown.append(answer)
    if unknown:
        raise case.lack(unknown[0])
    return None


def _is_kept(case: Case, condition: Condition) -> bool | str:
    """Tell whether a condition is kept, or the name of the fact that is not known."""
    unknown = None
    for name, value in condition.get("bila", {}).items():
        told = case.told(name)
        if told is None:
            unknown = unknown or name
        elif not _is_one(told, value):
            return True
    told = case.told(condition["fakta"])
    if told is None:
        return unknown or str(condition["fakta"])
    if _is_one(told, condition["nilai"]):
        return True
    return unknown or False


def _is_one(told: Any, value: Any) -> bool:
    return told in value if isinstance(value, list) else bool(told == value)
