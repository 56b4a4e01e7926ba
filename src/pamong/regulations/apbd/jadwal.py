"""Whether each stage on the way to a budget was done in time."""

from __future__ import annotations

from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import LATE, OVERDUE, due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Some stages end on a day of the year before, others so many working days after another.

    Where the minister or governor is silent for his term, the head sets the regulation without
    him: PP 12/2019 Pasal 109 ayat (3).
    """
    stage = version.values["tahap"][case.tahap]
    due = _due(case, stage)
    told = standing(case, due, done_on="selesai_on", is_done="sudah_selesai")
    if told["outcome"] in {LATE, OVERDUE} and "diam" in stage:
        told |= {"outcome": stage["diam"], "since": None}
    return found(**told, batas=due, pelaku=stage["pelaku"], pasal=stage["pasal"])


def _due(case: Case, stage: dict[str, Any]) -> date:
    if "bulan" in stage:
        if not 1 < case.tahun_anggaran <= date.max.year:
            raise case.lack("tahun_anggaran")
        return date(case.tahun_anggaran - 1, stage["bulan"], stage["tanggal"])
    return due_on(case, case.mulai_on, stage["hari"], stage["satuan"])
