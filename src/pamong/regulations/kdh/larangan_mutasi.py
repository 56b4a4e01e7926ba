"""Whether officials were replaced within the ban before a regional election."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.kdh.consent import consent
from pamong.regulations.kdh.months import months_after

_BOUND = {"kepala_daerah", "wakil_kepala_daerah", "penjabat"}


@dataclass(frozen=True, slots=True)
class _Window:
    """When the ban runs; ``later_start`` where a schedule set afterwards begins it later."""

    start: date | None
    end: date | None = None
    vote: date | None = None
    later_start: date | None = None
    confidence: Confidence | None = None
    steps: Mapping[str, Any] | None = None


def judge(case: Case, version: Version) -> Found:
    """Ask for the act, the time, who decided and the consent, and only for what decides."""
    kind = _kind(case, version)
    if kind == "bukan":
        return found("bukan_penggantian", perbuatan=case.perbuatan)

    window = _window(case, version)
    steps = {"larangan_mulai": window.start, **(window.steps or {})}
    if not _runs(case, window):
        return found("di_luar_larangan", confidence=window.confidence, **steps)
    steps |= {"larangan_sampai": case.told("akhir_masa_jabatan"), "perbuatan": case.perbuatan}

    lifted = _not_bound(case, version) or _agreed(case, version)
    if lifted is not None:
        return found(lifted, **steps)
    if kind is not None:
        return found("perlu_ditelaah", confidence=_confidence_of(case), **steps)
    if case.jenis_jabatan not in {row["jenis"] for row in case.rows("jabatan")}:
        return found("jabatan_tidak_disebut", confidence=Confidence.SECONDARY, **steps)
    return _forbidden(case, window, steps)


def _kind(case: Case, version: Version) -> str | None:
    """Return ``bukan`` of what is no replacement, ``telaah`` of what must be examined."""
    act = case.told("perbuatan")
    if act in version.values["bukan"]:
        return "bukan"
    kinds = {row["perbuatan"]: row["golongan"] for row in case.rows("perbuatan")}
    return kinds.get(act)


def _confidence_of(case: Case) -> Confidence:
    kinds = {row["perbuatan"]: row["keyakinan"] for row in case.rows("perbuatan")}
    return Confidence(kinds[case.perbuatan])


def _not_bound(case: Case, version: Version) -> str | None:
    """Return the outcome where the ban does not name who decided."""
    if case.pembuat_keputusan not in _BOUND:
        return "pembuat_tidak_disebut"
    if version.values["hanya_petahana"] and not case.mencalonkan_lagi:
        return "bukan_petahana"
    return None


def _agreed(case: Case, version: Version) -> str | None:
    """Only UU 10/2016 lets the Minister agree."""
    if not version.values["dapat_disetujui"]:
        return None
    return consent(case, "menteri_dalam_negeri", case.diputuskan_on)


def _forbidden(case: Case, window: _Window, steps: dict[str, Any]) -> Found:
    decided = case.diputuskan_on
    steps["akibat"] = _consequence(case)
    if window.start is not None and decided < window.start:
        return found("pelantikan_dalam_larangan", confidence=window.confidence, **steps)
    if window.later_start is not None and decided < window.later_start:
        return found("jadwal_ganda", confidence=window.confidence, **steps)
    return found("melanggar_larangan", since=decided, confidence=window.confidence, **steps)


def _consequence(case: Case) -> str:
    """Source: UU 10/2016 Pasal 71 ayat (5) and (6); an acting head may not stand, Pasal 7."""
    stands = False if case.pembuat_keputusan == "penjabat" else case.told("mencalonkan_lagi")
    return {True: "batal_calon", False: "aturan_umum", None: "belum_pasti"}[stands]


def _runs(case: Case, window: _Window) -> bool:
    """Tell whether the decision, or else the inauguration, falls within the ban."""
    decided, inaugurated = case.diputuskan_on, case.told("dilantik_on")
    last = max(decided, inaugurated or decided)
    if window.start is None or last < window.start:
        return False
    end = window.end
    if end is None and window.vote is not None and decided > window.vote:
        end = case.akhir_masa_jabatan
    return end is None or decided <= end


def _window(case: Case, version: Version) -> _Window:
    months = -version.values["bulan"]
    if version.values["dihitung_dari"] == "akhir_masa_jabatan":
        end = case.akhir_masa_jabatan
        return _Window(months_after(end, months), end=end)
    return _window_of_schedule(case, months)


def _window_of_schedule(case: Case, months: int) -> _Window:
    """Take the schedule in force on the day of the decision, and what a later one changed."""
    end, own = case.told("akhir_masa_jabatan"), case.told("penetapan_on")
    rows = [
        row
        for row in case.rows("jadwal")
        if (row["penetapan"] == own if own else row["pilkada"] == case.pilkada)
    ]
    if not rows:
        if own is None and case.pilkada == "tidak_ada":
            return _Window(None)
        own = case.penetapan_on
        return _Window(months_after(own, months), end=end, vote=own, steps={"penetapan": own})
    schedules = [row for row in case.rows("jadwal") if row["pilkada"] == rows[0]["pilkada"]]
    row = next(each for each in schedules if _in_force(each, case.diputuskan_on))
    start = months_after(row["penetapan"], months)
    later = max(months_after(each["penetapan"], months) for each in schedules)
    steps = {"penetapan": row["penetapan"], "dasar_jadwal": row["sumber"]}
    if later > start:
        steps["larangan_mulai_lain"] = later
    return _Window(
        start,
        end=end,
        vote=row["pemungutan"],
        later_start=later if later > start else None,
        confidence=Confidence(row["keyakinan"]),
        steps=steps,
    )


def _in_force(schedule: Mapping[str, Any], day: date) -> bool:
    start, before = schedule["berlaku_dari"], schedule["berlaku_sebelum"]
    return (start is None or start <= day) and (before is None or day < before)
