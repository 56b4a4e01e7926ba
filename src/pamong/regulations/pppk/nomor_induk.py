"""Whether the number of a candidate PPPK came back from BKN in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Count from the day on which the decision of the PPK was sent to BKN."""
    term = version.values["tenggat"].get(case.bentuk)
    if term is None:
        return found("paruh_waktu_belum_dikenal")
    due = due_on(case, case.disampaikan_on, term["hari"], term["satuan"])
    told = standing(case, due, done_on="diterima_on", is_done="sudah_diterima")
    sure = Confidence(term["keyakinan"])
    return found(**told, confidence=sure, batas=due, hari=term["hari"])
