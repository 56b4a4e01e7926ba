"""Whether a gift was reported through the agency's own unit in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Count from the day of receipt, once for the unit and once for the KPK."""
    values = version.values
    due = due_on(case, case.diterima_on, values["hari"], values["satuan"])
    told = standing(case, due, done_on="dilaporkan_on", is_done="sudah_dilaporkan")
    kpk = due_on(case, case.diterima_on, values["hari_kpk"], values["satuan"])
    return found(**told, batas=due, batas_kpk=kpk)
