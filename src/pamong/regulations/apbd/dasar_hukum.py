"""Whether an expenditure is budgeted, gross, and has a legal basis of its own."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """All three are asked of every expenditure in money (PP 12/2019 Pasal 24)."""
    told = weigh(
        [
            requires(case, "tanpa_dasar_hukum", "ada_dasar_hukum"),
            requires(case, "tidak_dianggarkan", "dianggarkan"),
            requires(case, "tidak_bruto", "dianggarkan_bruto"),
        ],
        met="berdasar",
    )
    return found(**told, pasal=version.values["pasal"].get(told["outcome"]))
