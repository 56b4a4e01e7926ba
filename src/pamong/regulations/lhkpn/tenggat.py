"""Whether the wealth report of an official to the KPK was filed in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import standing
from pamong.regulations.months import months_after

_PERIODIC = "periodik"


def judge(case: Case, version: Version) -> Found:
    """Count months from the event; a periodic report has fixed days."""
    key = (version.values["daftar"], case.jenis)
    (row,) = [each for each in case.rows("tenggat") if (each["versi"], each["jenis"]) == key]
    confidence = Confidence(row["keyakinan"])
    day: date = case.peristiwa_on
    if case.jenis == _PERIODIC and (day.month, day.day) != (12, 31):
        return found("belum_waktunya", confidence=confidence)
    due = _due_on(day, row)
    told = standing(case, due, done_on="disampaikan_on", is_done="sudah_disampaikan")
    return found(**told, confidence=confidence, mulai=day + timedelta(days=1), batas=due)


def _due_on(day: date, row: Mapping[str, Any]) -> date:
    if row["sampai"] is not None:
        return date.fromisoformat(f"{day.year + 1}-{row['sampai']}")
    return months_after(day, row["bulan"])
