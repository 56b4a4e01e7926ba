"""Which level of discipline not reporting one's wealth leads to, by the office."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Medium by PP 94/2021 Pasal 10 ayat (2) huruf e, severe by Pasal 11 ayat (2) huruf c."""
    if case.told("melaporkan"):
        return found("memenuhi")
    if not case.wajib_lapor:
        return found("tidak_wajib")
    if case.told("melaporkan") is None:
        raise case.lack("melaporkan")
    level = version.values["tingkat"][case.kedudukan]
    return found(level["hasil"], pasal=level["pasal"])
