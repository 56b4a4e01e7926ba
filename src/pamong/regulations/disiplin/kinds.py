"""How heavy the kinds of penalty are, by the order that the version gives them."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case


def weight(version: Version, kind: str) -> int | None:
    """Return the place of a kind in the order of the act; ``None`` where it has none."""
    for place, kinds in enumerate(version.values["urutan"]):
        if kind in kinds:
            return place
    return None


def weight_of(case: Case, version: Version, name: str) -> int:
    """Return the place of the kind that an input tells.

    Raises:
        LackingError: it is not told, or is no kind of the act.
    """
    place = weight(version, getattr(case, name))
    if place is None:
        raise case.lack(name)
    return place
