"""Whether a regional hospital has too many parts for its kind and class."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found
from pamong.regulations.opd.susunan import judge_parts


def judge(case: Case, version: Version) -> Found:
    """PP 72/2019 Pasal 65A, 65B (province) and 84A, 84B (kabupaten/kota)."""
    return judge_parts(case, version, "jenis", "daerah", "kelas")
