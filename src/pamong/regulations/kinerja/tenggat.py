"""Whether a stage of managing performance was done in time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import LATE, OVERDUE, due_on, standing
from pamong.regulations.months import months_after

_JUNE, _DECEMBER = 6, 12


def judge(case: Case, version: Version) -> Found:
    """Find the deadline of the stage in the version, and how it stands.

    Source: PP 46/2011 Pasal 5, 16, 21, 23, 25; PP 30/2019 Pasal 24, 27, 42, 49-51, 59, 64.
    """
    stage = case.tahap
    term = version.values["tenggat"].get(stage)
    if term is None:
        return found("tanpa_tenggat", tahap_dinilai=stage)
    due = _due(case, term)
    told = standing(case, due, done_on="dilakukan_on", is_done="sudah_dilakukan")
    if told["outcome"] in (LATE, OVERDUE):
        for exemption, article in term.get("pengecualian", {}).items():
            if getattr(case, exemption):
                return found("dikecualikan", tahap_dinilai=stage, pasal=article)
        if stage == "keberatan":
            told["outcome"] = "keberatan_lewat"
    return found(**told, batas=due, tahap_dinilai=stage, pasal=term["pasal"])


def _due(case: Case, term: Mapping[str, Any]) -> date:
    """Return the last day of a term: so many days or years on, or the end of a month or half."""
    start: date = case.mulai_on
    if "hari" in term:
        return due_on(case, start, term["hari"], term["satuan"])
    if "tahun" in term:
        return months_after(start, 12 * term["tahun"])
    if "akhir_bulan" in term:
        return _month_end(start.year + term["tahun_berikut"], term["akhir_bulan"])
    return _month_end(start.year, _JUNE if start.month <= _JUNE else _DECEMBER)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
