"""Which post somebody holds after a penalty lowered it or took it away, and how long."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day


def judge(case: Case, version: Version) -> Found:
    """Tell the post and the last day.

    Source: PP 94/2021 Pasal 8 ayat (4); the post itself by the official examples.
    """
    told: dict[str, Any] = {"sampai": last_day(case.mulai_on, version.values["bulan"])}
    if case.jenis == "pembebasan_ke_pelaksana":
        if case.jabatan != "pelaksana":
            return found("menjadi_pelaksana", **told)
        return found("kelas_terendah", kelas_baru=version.values["kelas_terendah"], **told)
    if case.jabatan == "pelaksana":
        return _one_class_lower(case, version, told)
    if case.jabatan == "struktural":
        for row in case.rows("turun_eselon"):
            if row["dari"] == case.eselon:
                return found("turun_eselon", eselon_baru=row["menjadi"], **told)
    return found("tanpa_contoh", **told)


def _one_class_lower(case: Case, version: Version, told: dict[str, Any]) -> Found:
    lower = case.kelas - version.values["turun_kelas"]
    if lower < version.values["kelas_terendah"]:
        return found("tidak_ada_di_bawahnya", **told)
    return found("turun_kelas", kelas_baru=lower, **told)
