"""Which level of penalty a breach may bring, by the duty or ban and by its impact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found

#: A row whose level does not depend on any fact.
_ALWAYS = "tetap"


def judge(case: Case, version: Version) -> Found:
    """Return what the first row of the item says whose condition is met."""
    rows = [
        row
        for row in case.rows("tingkat")
        if row["peraturan"] == version.id and row["butir"] == case.butir
    ]
    if not rows:
        return found("butir_tidak_ada")
    for row in rows:
        if row["syarat"] == _ALWAYS or _is_met(row, getattr(case, row["syarat"])):
            return found(
                row["tingkat"], confidence=Confidence(row["keyakinan"]), pasal=row["sumber"]
            )
    return found("tidak_diatur")


def _is_met(row: Mapping[str, Any], told: Any) -> bool:
    if isinstance(told, bool):
        return bool(row["nilai"] == ("ya" if told else "tidak"))
    if isinstance(told, int):
        low, high = map(int, row["nilai"].split("-"))
        return low <= told <= high
    return told in [word.strip() for word in row["nilai"].split(",")]
