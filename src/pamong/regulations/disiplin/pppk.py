"""What a breach of discipline by a PPPK leads to, and whether the contract was ended in time."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME, LATE, OVERDUE, STILL_TIME, due_on, standing
from pamong.regulations.disiplin.happenings import happened_before

_DECISION = {
    IN_TIME: "diputus_tepat_waktu",
    LATE: "diputus_terlambat",
    STILL_TIME: "menunggu_putusan",
    OVERDUE: "putusan_lewat",
}


def judge(case: Case, version: Version) -> Found:
    """Judge by the rules of the agency, then by the contract.

    Source: PP 49/2018 Pasal 51-53, 59, 71.
    """
    if not case.aturan_instansi:
        return found("aturan_belum_ditetapkan")
    if case.tingkat != "berat":
        return found("menurut_aturan_instansi")
    if not case.melanggar_perjanjian:
        return found("bukan_alasan_pemutusan")
    if not happened_before(case, "usul", case.as_of + timedelta(days=1)):
        return found("dapat_diusulkan", since=case.pelanggaran_on)
    due = due_on(case, case.usul_on, version.values["hari"], version.values["satuan"])
    told = standing(case, due, done_on="putusan_on", is_done="sudah_putusan")
    return found(**told | {"outcome": _DECISION[told["outcome"]]}, batas=due)
