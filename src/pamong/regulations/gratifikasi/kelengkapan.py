"""Whether an incomplete report of a gift was completed in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing
from pamong.regulations.gratifikasi.peralihan_2026 import agreed


def judge(case: Case, version: Version) -> Found:
    """Count from the report, by each term that may apply; they differ only in January 2026."""
    unit = version.values["satuan"]
    return agreed(case, [_judge_by(case, days, unit) for days in version.values["hari"]])


def _judge_by(case: Case, days: int, unit: str) -> Found:
    due = due_on(case, case.dilaporkan_on, days, unit)
    told = standing(case, due, done_on="dilengkapi_on", is_done="sudah_dilengkapi")
    return found(**told, batas=due)
