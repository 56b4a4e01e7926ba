"""Whether an official may impose a penalty on somebody, under PP 94/2021."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found
from pamong.regulations.disiplin.competence import judge_competence


def judge(case: Case, version: Version) -> Found:
    """Look it up; name who proposes to the President. Source: PP 94/2021 Pasal 17-25."""
    told = {}
    if case.penghukum == "presiden":
        told["usul"] = "menteri" if case.sasaran == "jpt_utama" else "pejabat_pembina_kepegawaian"
    return judge_competence(case, version, **told)
