"""Whether an inspectorate has too many assistant inspectors, or another secretariat."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found
from pamong.regulations.opd.susunan import judge_parts


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 60 and 79, since 15 October 2019 as PP 72/2019 words them."""
    return judge_parts(case, version, "daerah", "tipe")
