"""By which regulation leave runs that was begun before a new one came into force."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day


def judge(case: Case, version: Version) -> Found:
    """Compare the first and the last day with the day on which the regulation began."""
    values = version.values
    begun = version.period.start
    if case.mulai_on >= begun:
        return found("seluruhnya_peraturan_ini", peraturan=values["peraturan"])
    if case.sampai_on < begun:
        return found("seluruhnya_peraturan_lama", peraturan=values["peraturan_lama"])
    steps = {"peraturan": values["peraturan"], "peralihan_on": begun, "pasal": values["pasal"]}
    months = values["bulan"].get(case.jenis) if values["bulan"] else None
    if months is None:
        return found("beralih", **steps)
    end = last_day(case.mulai_on, months)
    if case.sampai_on <= end:
        return found("beralih", batas=end, **steps)
    since = max(end + timedelta(1), begun)
    return found("beralih_melebihi_batas_baru", since=since, batas=end, **steps)
