"""Whether the public was asked for its satisfaction at least once a year."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.layanan.yearly import yearly


def judge(case: Case, version: Version) -> Found:
    """At least once a year (PermenPANRB 14/2017 Pasal 1 ayat (1))."""
    told = yearly(
        case,
        duty_from=version.period.start,
        last_on="terakhir_on",
        ever="pernah",
        since="melayani_sejak_on",
    )
    return found(**told)
