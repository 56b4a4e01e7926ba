"""Whether a provider of a public service promised its standard to the public."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """The promise is set and published (UU 25/2009 Pasal 22)."""
    told = weigh(
        [
            requires(case, "belum_ditetapkan", "ditetapkan"),
            requires(case, "tidak_sesuai_standar", "sesuai_standar"),
            requires(case, "belum_dipublikasikan", "dipublikasikan"),
        ],
        met="ditetapkan_dan_dipublikasikan",
    )
    return found(**told, pasal=version.values["pasal"].get(told["outcome"]))
