"""Which rank belongs to a golongan ruang, and which of two is higher."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:  # noqa: ARG001  the ladder never changed
    """Read one from the other; where both are told, hold them against each other."""
    room, name = case.told("golongan_ruang"), case.told("pangkat")
    if room is None and name is None:
        raise case.lack("golongan_ruang")
    row = _row(case, "golongan_ruang", room) if room else _row(case, "pangkat", name)
    outcome = "terbaca" if name in (None, row["pangkat"]) else "tidak_sepadan"
    return found(
        outcome,
        confidence=Confidence(row["keyakinan"]),
        golongan_ruang=row["golongan_ruang"],
        pangkat=row["pangkat"],
        urutan=row["urutan"],
        pangkat_tercatat=name if outcome == "tidak_sepadan" else None,
        **_compared(case, row),
    )


def _compared(case: Case, row: Mapping[str, Any]) -> dict[str, Any]:
    other = case.told("golongan_ruang_lain")
    if other is None:
        return {}
    steps = row["urutan"] - _row(case, "golongan_ruang", other)["urutan"]
    told = "sama" if steps == 0 else "lebih_tinggi" if steps > 0 else "lebih_rendah"
    return {
        "golongan_ruang_lain": other,
        "perbandingan": told,
        "selisih": abs(steps),
    }


def _row(case: Case, column: str, value: str) -> Mapping[str, Any]:
    return next(row for row in case.rows("pangkat") if row[column] == value)
