"""Whether an official could impose a penalty on somebody, under PP 53/2010."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.disiplin.competence import judge_competence


def judge(case: Case, version: Version) -> Found:
    """Look it up, as long as the act was in force. Source: PP 53/2010 Pasal 15-22."""
    if "golongan" not in version.values:
        return found("peraturan_lain", pasal=version.values["pasal"])
    return judge_competence(case, version)
