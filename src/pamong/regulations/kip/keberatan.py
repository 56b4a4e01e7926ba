"""Whether an objection about public information was filed, and answered, in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found
from pamong.regulations.kip.tahap import judge_stage


def judge(case: Case, version: Version) -> Found:
    """Judge the stage told: the objection or its answer (UU 14/2008 Pasal 36)."""
    return judge_stage(case, version)
