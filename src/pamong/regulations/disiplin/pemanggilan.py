"""Whether the one who is suspected was summoned as the law asks, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME, LATE, OVERDUE, STILL_TIME, due_on, standing

_SECOND = {
    LATE: "panggilan_kedua_terlambat",
    OVERDUE: "panggilan_kedua_lewat",
    STILL_TIME: "perlu_panggilan_kedua",
}


def judge(case: Case, version: Version) -> Found:
    """Judge the first summons, then the second where the first was not followed.

    Source: PP 94/2021 Pasal 26; PP 53/2010 Pasal 23.
    """
    between = case.working_days_between(case.panggilan_on, case.pemeriksaan_on - timedelta(days=1))
    told: dict[str, Any] = {"hari_di_antara": between, "pasal": version.values["pasal"]}
    outcome = _distance(version, between)
    if outcome is not None:
        return found(outcome, since=case.pemeriksaan_on, **told)
    if not case.tertulis:
        return found("tidak_tertulis", since=case.panggilan_on, **told)
    return _followed(case, version, told)


def _distance(version: Version, between: int) -> str | None:
    """Judge the working days strictly between the summons and the examination."""
    values = version.values
    if "paling_banyak" in values:
        return "terlalu_jauh" if between > values["paling_banyak"] else None
    if between >= values["paling_sedikit"]:
        return None
    # The day of the examination may count as the last of the working days, or not.
    is_open = between + 1 == values["paling_sedikit"]
    return "jarak_bergantung_cara_hitung" if is_open else "terlalu_dekat"


def _followed(case: Case, version: Version, told: dict[str, Any]) -> Found:
    first: date = case.pemeriksaan_on
    if case.as_of < first:
        return found("menunggu_pemeriksaan", due_on=first, **told)
    if case.hadir:
        return found("dapat_diperiksa", **told)
    due = due_on(case, first, version.values["panggilan_kedua"], version.values["satuan"])
    told |= {"batas_panggilan_kedua": due}
    second = standing(case, due, done_on="panggilan_kedua_on", is_done="sudah_panggilan_kedua")
    if second["outcome"] != IN_TIME:
        return found(**second | {"outcome": _SECOND[second["outcome"]]}, **told)
    if case.as_of < case.pemeriksaan_kedua_on:
        return found("menunggu_pemeriksaan", due_on=case.pemeriksaan_kedua_on, **told)
    return found("dapat_diperiksa" if case.hadir_kedua else "dihukum_tanpa_pemeriksaan", **told)
