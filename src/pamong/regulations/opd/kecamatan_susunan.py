"""Whether a kecamatan or kelurahan has too many parts."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found
from pamong.regulations.opd.susunan import judge_parts


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 91-93."""
    return judge_parts(case, version, "unit", "tipe")
