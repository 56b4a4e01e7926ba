"""What becomes of a duty that was not met: an exception, the time to adapt, or a breach.

UU 27/2022 Pasal 74 gives two years to adapt; Pasal 50 excepts some duties for the state, but only
where that carries out an act (ayat (2)). Each rule lists which reason excepts which duty.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.stepping import Case


def is_adapting(case: Case) -> bool:
    """Tell whether the two years to adapt run on the day that chose the version."""
    return case.clause("masa-penyesuaian") is not None


def not_met(case: Case, duty: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is to be told instead of a breach, or the breach itself."""
    if is_adapting(case):
        return {**told, "outcome": "masa_penyesuaian", "since": None}
    for row in case.rows("pengecualian"):
        if (row["kewajiban"], row["alasan"]) == (duty, case.alasan):
            if row["perlu_dasar_uu"] and not case.dasar_undang_undang:
                break
            article = {"pasal_pengecualian": row["pasal"]}
            return {**told, "outcome": "dikecualikan", "since": None, **article}
    return dict(told)
