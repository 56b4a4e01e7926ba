"""Whether a public service was assessed at least once a year."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.layanan.yearly import yearly


def judge(case: Case, version: Version) -> Found:
    """At least once a year (UU 25/2009 Pasal 38 ayat (1) and its explanation)."""
    told = yearly(
        case,
        duty_from=version.period.start,
        last_on="terakhir_on",
        ever="pernah",
        since="melayani_sejak_on",
    )
    return found(**told)
