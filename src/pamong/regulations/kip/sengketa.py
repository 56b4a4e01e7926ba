"""Whether each stage of a dispute about public information was in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found
from pamong.regulations.kip.tahap import judge_stage


def judge(case: Case, version: Version) -> Found:
    """Judge the stage told (UU 14/2008 Pasal 37, 38, 48 and 50)."""
    return judge_stage(case, version)
