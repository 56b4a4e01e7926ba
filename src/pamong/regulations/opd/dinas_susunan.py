"""Whether a dinas or badan has too many bidang, seksi or subbidang, or another secretariat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found
from pamong.regulations.opd.susunan import judge_parts


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 62-64, 67-69, 81-83, 85-87, with what some fields may have more."""
    return judge_parts(case, version, "unit", "daerah", "tipe", more=_more(case, version))


def _more(case: Case, version: Version) -> dict[str, int]:
    """Tell how many bidang may be added; asked only where there are more than usual."""
    values, bidang = version.values, case.told("bidang")
    usual = values["bidang_biasa"].get(case.told("tipe"))
    if bidang is None or usual is None or bidang <= usual:
        return {}
    more = _by_field(case, values)
    if bidang > usual + more and case.hasil_penggabungan:
        more += values["tambahan_penggabungan"]
    return {"bidang": more}


def _by_field(case: Case, values: Mapping[str, Any]) -> int:
    """Pasal 72 and 89, unless split in two (Pasal 73, 90); Pasal 17 and 39 ayat (5)."""
    more = 0
    if case.urusan in values["urusan_dua_bidang"] and not case.dipecah_dua:
        more = values["tambahan_bidang"]
    elif case.urusan == "penanaman_modal" and case.tipe == "c" and case.di_bawah_401:
        more = values["tambahan_penanaman_modal"]
    return more
