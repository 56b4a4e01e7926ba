"""Whether the holder of a high office is to leave it, and who decides that."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import term_before


def judge(case: Case, version: Version) -> Found:
    """PP 11/2017 Pasal 144 names the grounds, Pasal 145 who proposes and who decides."""
    ground, values = case.alasan, version.values
    if ground not in values["alasan"]:
        return found("bukan_alasan")
    steps = {"alasan": ground, "pasal": values["alasan"][ground]}
    if ground == "tugas_belajar":
        limit = term_before(case.tugas_belajar_mulai_on, values["bulan_tugas_belajar"])
        steps["batas_tugas_belajar"] = limit - timedelta(days=1)
        if case.tugas_belajar_sampai_on < limit:
            return found("tugas_belajar_singkat", **steps)
    level = case.jenjang
    steps |= {"penetap": values["penetap"][level], "pengusul": values["pengusul"][level]}
    right = case.ditetapkan_oleh == steps["penetap"]
    return found("diberhentikan" if right else "bukan_penetap", **steps)
