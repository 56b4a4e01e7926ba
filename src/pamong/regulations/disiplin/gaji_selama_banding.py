"""Whether the pay of somebody who was dismissed goes on during the appeal."""

from __future__ import annotations

from datetime import date, timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Judge by the appeal. Source: PP 79/2021 Pasal 28, 29 ayat (2); PP 53/2010 Pasal 39, 40."""
    values = version.values
    if not case.banding:
        return _without_appeal(case, version)
    if case.sudah_diputus:
        return found("menurut_keputusan_banding", pasal=values["pasal"])
    if case.mencapai_bup:
        return found("dihentikan_karena_pensiun", pasal=values["pasal_bup"])
    outcome = "gaji_dibayar" if case.melaksanakan_tugas else "gaji_dihentikan"
    return found(outcome, pasal=values["pasal"])


def _without_appeal(case: Case, version: Version) -> Found:
    days = version.values.get("hari")
    if days is None:
        return found("tanpa_banding", pasal=version.values["pasal_tanpa_banding"])
    last = case.diterima_on + timedelta(days=days)
    stops = date(last.year + last.month // 12, last.month % 12 + 1, 1)
    article = version.values["pasal_tanpa_banding"]
    return found("tanpa_banding", dihentikan_sejak=stops, pasal=article)
