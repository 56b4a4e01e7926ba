"""Whether powers or programmes were used for a candidate pair within the ban."""

from __future__ import annotations

from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.kdh.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Mark the time and the signs; whether a pair is favoured is for people to judge."""
    start, end = _window(case, version)
    day: date = case.kegiatan_on
    steps: dict[str, Any] = {"larangan_mulai": start, "larangan_sampai": end}
    if day < start or (end is not None and day > end):
        return found("di_luar_masa", **steps)
    if case.pelaksana == "lain":
        return found("pelaksana_lain", **steps)
    outcome = _before_2016(case) if _is_old(version) else _since_2016(case)
    akibat = None if outcome in {"tidak_menguntungkan", "bukan_petahana"} else _consequence(case)
    return found(outcome, akibat=akibat, **steps)


def _is_old(version: Version) -> bool:
    return bool(version.values["dihitung_dari"] == "akhir_masa_jabatan")


def _window(case: Case, version: Version) -> tuple[date, date | None]:
    """Return the first day and, where the day asked for lies late enough to need it, the last."""
    months = -version.values["bulan"]
    if _is_old(version):
        end = case.akhir_masa_jabatan
        return months_after(end, months), end
    pairs_set = case.penetapan_on
    end = case.penetapan_terpilih_on if case.kegiatan_on > pairs_set else None
    return months_after(pairs_set, months), end


def _before_2016(case: Case) -> str:
    """Source: UU 1/2015 Pasal 71 ayat (3), which UU 8/2015 kept."""
    if not case.untuk_pemilihan:
        return "tidak_menguntungkan"
    return "diduga_melanggar" if case.mencalonkan_lagi else "bukan_petahana"


def _since_2016(case: Case) -> str:
    """Source: UU 10/2016 Pasal 71 ayat (3)."""
    favours = case.told("menguntungkan")
    if favours is not None:
        return "diduga_melanggar" if favours else "tidak_menguntungkan"
    if case.memuat_gambar or not case.dianggarkan_sebelumnya:
        return "ada_tanda"
    raise case.lack("menguntungkan")


def _consequence(case: Case) -> str:
    stands = False if case.pelaksana == "penjabat" else case.told("mencalonkan_lagi")
    return {True: "batal_calon", False: "aturan_umum", None: "belum_pasti"}[stands]
