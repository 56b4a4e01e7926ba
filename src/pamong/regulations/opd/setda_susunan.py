"""Whether a secretariat of the region or of its council has too many parts."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found
from pamong.regulations.opd.susunan import judge_parts


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 55-57, 59 (province) and 74-76, 78 (kabupaten/kota)."""
    return judge_parts(case, version, "unit", "daerah", "tipe")
