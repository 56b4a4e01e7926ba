"""Whether a promotion takes effect on a day of promotion, and which days come before and after."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pangkat.periods import next_period, previous_period


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 4, also as amended; some promotions have a day of their own."""
    day = case.tmt_on
    months = version.values["bulan"]
    known = {"kali_setahun": len(months), "tanggal": version.values["tanggal"]}
    if day.day == 1 and day.month in months:
        return found("tanggal_periode", **known, periode_berikut=next_period(day, strictly=True))
    own = version.values["hari_sendiri"]
    if case.jenis in own:
        return found("dikecualikan", **known, jenis=case.jenis, pasal=own[case.jenis])
    return found(
        "bukan_tanggal_periode",
        since=day,
        **known,
        periode_sebelum=previous_period(day),
        periode_berikut=next_period(day),
    )
