"""Requirements that must all hold: the first that fails decides, whatever else is unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pamong.law.rule import NOT_JUDGED
from pamong.law.stepping import Case


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement: the outcome where it fails, the facts that tell, and whether it holds.

    ``holds`` is ``None`` where one of the facts is not known.
    """

    outcome: str
    facts: tuple[str, ...]
    holds: bool | None


def requires(
    case: Case, outcome: str, *facts: str, test: Callable[..., bool] = bool
) -> Requirement:
    """Return a requirement on facts of the case; ``test`` gets their values."""
    values = [case.told(name) for name in facts]
    unknown = tuple(name for name, value in zip(facts, values, strict=True) if value is None)
    return Requirement(outcome, unknown, None if unknown else test(*values))


def weigh(requirements: Iterable[Requirement], *, met: str) -> dict[str, Any]:
    """Return ``outcome`` and ``missing`` of all the requirements together.

    Where one fails, facts that are not known could only make it heavier; they are named beside it.
    """
    told = list(requirements)
    failing = [each for each in told if each.holds is False]
    unknown = tuple(dict.fromkeys(name for each in told for name in each.facts))
    if failing:
        return {"outcome": failing[0].outcome, "missing": unknown}
    return {"outcome": NOT_JUDGED if unknown else met, "missing": unknown}
