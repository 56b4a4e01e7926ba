"""Whether a teacher or lecturer who is a PNS has annual leave."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Since 2020 entitled in any case; before, only those without holidays by regulation."""
    values = version.values
    if values["berhak"]:
        return found("berhak", pasal=values["pasal"])
    has_holidays = case.mendapat_liburan
    return found(
        values["dengan_liburan"] if has_holidays else "tanpa_liburan", pasal=values["pasal"]
    )
