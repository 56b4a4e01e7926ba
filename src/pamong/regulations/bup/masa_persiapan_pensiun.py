"""Whether a PNS may take the time of preparing for the pension (MPP), and from when."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Compare the first day with the year before the pension, then ask for what stands against."""
    values = version.values
    earliest = months_after(case.pensiun_on, -values["lama_bulan"])
    steps = {"paling_awal": earliest, "pasal": values["pasal"]}
    if case.mulai_on < earliest:
        return found("terlalu_awal", **steps)
    if case.mulai_on >= case.pensiun_on:
        return found("sudah_pensiun", **steps)
    return _against(case, version, steps) or found(
        "dapat_diambil", due_on=case.pensiun_on, **steps
    )


def _against(case: Case, version: Version, steps: dict[str, Any]) -> Found | None:
    """Name what lets the request be refused or postponed, or makes it late."""
    values = version.values
    if "ajukan_bulan_sebelum" in values:
        due = months_after(case.mulai_on, -values["ajukan_bulan_sebelum"])
        steps |= {"ajukan_on": due, "kepada": values["kepada"][case.jabatan]}
        if case.diajukan_on > due:
            return found("terlambat_diajukan", due_on=due, **steps)
        if not all(getattr(case, name) is wanted for name, wanted in values["syarat"].items()):
            return found("syarat_belum_terpenuhi", **steps)
    if case.kepentingan_dinas_mendesak:
        return found("dapat_ditolak", **steps)
    return None
