"""Whether a technical unit, a branch or a liaison office has too many parts."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found
from pamong.regulations.opd.susunan import judge_parts


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 65, 66, 70, 71 (province) and 84, 88 (kabupaten/kota)."""
    return judge_parts(case, version, "unit", "daerah", "kelas")
