"""How many credit points an appraisal gives, and whether they suffice for the next rank."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found

_MONTHS = 12
_PERCENT = 100


def judge(case: Case, version: Version) -> Found:
    """A full year by the printed table, a part of one by months; then against the need."""
    level, grade, months = case.jenjang, case.predikat, case.bulan
    if not 1 <= months <= _MONTHS:
        return found("bulan_tidak_mungkin", bulan=months)
    points = _points(case, version, level, grade, months)
    known: dict[str, Any] = {
        "koefisien": points_text(version.values["koefisien"][level]),
        "persen": version.values["persen"][grade],
        "bulan": months,
        "ak_seperseratus": points,
        "ak": points_text(points),
    }
    before = case.told("ak_sebelumnya")
    if before is None:
        return found("dihitung", **known)
    total = before + points
    known |= {"kumulatif_seperseratus": total, "kumulatif": points_text(total)}
    return _against_need(case, level, total, known)


def _points(case: Case, version: Version, level: str, grade: str, months: int) -> int:
    if months == _MONTHS:
        return int(case.rows("angka_kredit")[_row(case, level)][grade])
    full = version.values["koefisien"][level] * version.values["persen"][grade] * months
    return _half_up(full, _PERCENT * _MONTHS)


def _row(case: Case, level: str) -> int:
    return next(n for n, row in enumerate(case.rows("angka_kredit")) if row["jenjang"] == level)


def _against_need(case: Case, level: str, total: int, known: dict[str, Any]) -> Found:
    room = case.golongan_ruang
    rows = [row for row in case.rows("kebutuhan") if row["jenjang"] == level]
    need = next((row for row in rows if row["golongan_ruang"] == room), None)
    if need is None:
        return found("golongan_tidak_sejenjang", **known, golongan_ruang=room)
    known |= {"golongan_ruang": room, "naik_jenjang": need["naik_jenjang"]}
    sure = Confidence(need["keyakinan"])
    needed = need["kebutuhan_seperseratus"]
    if needed is None:
        return found("puncak", confidence=sure, **known)
    known["kebutuhan"] = points_text(needed)
    if total >= needed:
        return found("terpenuhi", confidence=sure, **known)
    return found("belum_terpenuhi", confidence=sure, **known, kurang=points_text(needed - total))


def points_text(hundredths: int) -> str:
    """Write points kept in hundredths as people do.

    >>> points_text(563), points_text(1250), points_text(2500)
    ('5,63', '12,5', '25')
    """
    whole, part = divmod(hundredths, 100)
    return f"{whole},{part:02d}".rstrip("0").rstrip(",") if part else str(whole)


def _half_up(dividend: int, divisor: int) -> int:
    return (2 * dividend + divisor) // (2 * divisor)
