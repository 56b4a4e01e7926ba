"""Whether the pension of a PNS was proposed to BKN in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import OVERDUE, standing
from pamong.regulations.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Count back from the first day of the pension; near it the office may propose by itself."""
    values = version.values
    starts = case.pensiun_on
    due = months_after(starts, -values["bulan_sebelum"])
    without_file = months_after(starts, -values["bulan_tanpa_berkas"])
    told = standing(case, due, done_on="diusulkan_on", is_done="sudah_diusulkan")
    if told["outcome"] == OVERDUE and case.as_of >= without_file:
        told["outcome"] = "diusulkan_tanpa_berkas"
    return found(**told, batas=due, tanpa_berkas_on=without_file)
