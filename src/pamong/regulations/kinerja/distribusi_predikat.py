"""Whether predicates are spread as the predicate of the organisation has it; it only warns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_LABELS = {
    "sangat_baik": "Sangat Baik",
    "baik": "Baik",
    "butuh_perbaikan": "Butuh Perbaikan",
    "kurang": "Kurang",
    "sangat_kurang": "Sangat Kurang",
}


def judge(case: Case, version: Version) -> Found:
    """Look for the first condition of the pattern that is not met."""
    pattern = version.values[f"pola_{case.predikat_organisasi}"]
    counts = {name: getattr(case, name) for name in _LABELS}
    total = sum(counts.values())
    if total <= 0:
        raise case.lack("baik")
    for condition in pattern:
        reason = _broken(condition, counts, total)
        if reason is not None:
            names = " atau ".join(_LABELS[name] for name in condition["predikat"])
            return found(
                "menyimpang_dari_pola", pegawai=total, predikat_menyimpang=names, alasan=reason
            )
    return found("mengikuti_pola", pegawai=total)


def _broken(condition: Mapping[str, Any], counts: Mapping[str, int], total: int) -> str | None:
    """Return the part of a condition that is not met; ``None`` where all are."""
    count = sum(counts[name] for name in condition["predikat"])
    met = {
        "terbanyak": count >= max(counts.values()),
        "paling_banyak": count * 100 <= condition.get("paling_banyak", 100) * total,
        "paling_sedikit": count * 100 >= condition.get("paling_sedikit", 0) * total,
        "ada": count > 0,
    }
    return next((part for part, holds in met.items() if part in condition and not holds), None)
