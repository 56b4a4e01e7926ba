"""Whether a superior decided on a report of a conflict of interest, and told it, in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import LATE, OVERDUE, due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Only a report with identity and evidence binds the superior (UU 30/2014 Pasal 44)."""
    term = version.values["tahap"][case.tahap]
    due = due_on(case, case.mulai_on, term["hari"], term["satuan"])
    told = standing(case, due, done_on="selesai_on", is_done="sudah_selesai")
    is_late = told["outcome"] in {LATE, OVERDUE}
    if is_late and case.tahap == "keputusan_atasan" and not case.identitas_dan_bukti:
        return found("laporan_belum_lengkap")
    return found(**told, batas=due, pasal=term["pasal"])
