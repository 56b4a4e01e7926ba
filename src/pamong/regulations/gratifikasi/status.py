"""Whether the KPK decided on a reported gift, and handed it over, in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Count each stage from its own first day (UU 30/2002 Pasal 17)."""
    term = version.values["tahap"].get(case.tahap)
    if term is None:
        return found("belum_diatur")
    due = due_on(case, case.mulai_on, term["hari"], term["satuan"])
    told = standing(case, due, done_on="selesai_on", is_done="sudah_selesai")
    return found(**told, batas=due, hari=term["hari"], pasal=term["pasal"])
