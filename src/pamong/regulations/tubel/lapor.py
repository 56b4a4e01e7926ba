"""Whether a PNS reported back in time after study leave."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Count working days from the end of the study leave (PP 11/2017 Pasal 259)."""
    due = due_on(case, case.berakhir_on, version.values["hari"], version.values["satuan"])
    return found(**standing(case, due, done_on="lapor_on", is_done="sudah_lapor"), batas=due)
