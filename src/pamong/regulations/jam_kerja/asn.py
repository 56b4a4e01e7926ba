"""Whether the working days, hours and breaks of an agency are those that the law sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Compare the week, then the day. Source: Perpres 21/2023 Pasal 3, 4, 7, 8."""
    if case.dikecualikan:
        return found("dikecualikan")
    days = version.values["hari_sepekan"]
    if case.hari_sepekan != days:
        until = version.values.get("penyesuaian_sampai")
        if until is not None and case.berlaku_on <= until:
            return found("masa_penyesuaian", due_on=until, seharusnya=days)
        return found("hari_kerja_berbeda", seharusnya=days)
    hours = version.values.get("ramadan" if case.ramadan else "biasa")
    if hours is None:
        raise case.lack("ketentuan_ramadan")
    if case.menit_sepekan != hours["menit_sepekan"]:
        is_less = case.menit_sepekan < hours["menit_sepekan"]
        return found("jam_kurang" if is_less else "jam_lebih", seharusnya=hours["menit_sepekan"])
    return _within_the_day(case, hours)


def _within_the_day(case: Case, hours: Mapping[str, Any]) -> Found:
    """Compare start and breaks, which flexible hours may change."""
    for name, outcome in (
        ("mulai_pukul", "mulai_berbeda"),
        ("istirahat_jumat", "istirahat_berbeda"),
        ("istirahat_lain", "istirahat_berbeda"),
    ):
        due = hours.get(name)
        if due is not None and not case.fleksibel and getattr(case, name) != due:
            return found(outcome, seharusnya=due)
    return found("sesuai_ketentuan")
