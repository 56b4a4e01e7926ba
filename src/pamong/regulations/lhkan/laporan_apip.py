"""Whether the internal auditors reported on wealth reports to the ministry in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import standing


def judge(case: Case, _version: Version) -> Found:
    """Look up the last day that the ministry set for the year; it sets one year by year."""
    year = case.tahun_on.year
    rows = [row for row in case.rows("batas") if row["tahun"] == year]
    if not rows:
        return found("batas_belum_dilihat", tahun=year)
    due = rows[0]["sampai"]
    told = standing(case, due, done_on="dilaporkan_on", is_done="sudah_dilaporkan")
    return found(**told, confidence=Confidence(rows[0]["keyakinan"]), tahun=year, batas=due)
