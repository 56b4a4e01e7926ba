"""In which golongan a contract civil servant begins."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:  # noqa: ARG001  one list for all days
    """Read the golongan of the diploma, and hold it against what is on record."""
    diploma, recorded = case.ijazah, case.told("golongan_tercatat")
    fitting = (row["golongan"] for row in case.rows("padanan") if row["ijazah"] == diploma)
    golongan = next(fitting, None)
    if golongan is None:
        raise case.lack("padanan")
    return found(
        "terbaca" if recorded in (None, golongan) else "berbeda",
        ijazah=diploma,
        golongan=golongan,
        golongan_tercatat=recorded,
    )
