"""Which leave a PNS has for giving birth, and for how long."""

from __future__ import annotations

from datetime import date, timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day, months_after


def judge(case: Case, version: Version) -> Found:
    """Count the child as the version counts it, then compare the length with the longest."""
    values = version.values
    number = case.anak_ke if values["hitung_semua_anak"] else case.anak_ke_selama_pns
    is_among_first = number <= values["anak_terbanyak"]
    outcome = "cuti_melahirkan" if is_among_first else values["anak_berikutnya"]
    earliest, end = _term(case, version)
    steps = {
        "batas": end,
        "pasal": values["pasal_hak" if is_among_first else "pasal_berikutnya"],
    }
    if case.mulai_on < earliest:
        return found("terlalu_awal", paling_awal=earliest, **steps)
    if case.sampai_on > end:
        return found("terlalu_lama", since=end + timedelta(1), due_on=end, **steps)
    return found(outcome, due_on=end, **steps)


def _term(case: Case, version: Version) -> tuple[date, date]:
    """Return the first and the last day: around the birth until 2017, since then three months."""
    values = version.values
    if "bulan_sebelum" in values:
        born = case.melahirkan_on
        return (
            months_after(born, -values["bulan_sebelum"]),
            months_after(born, values["bulan_sesudah"]),
        )
    return case.mulai_on, last_day(case.mulai_on, values["bulan"])
