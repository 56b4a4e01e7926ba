"""What a witness who took part in the crime (saksi pelaku) may be given, and by whose word."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """UU 31/2014 Pasal 10A: special handling needs no recommendation, a reward one by LPSK."""
    if not case.saksi_pelaku:
        return found("bukan_saksi_pelaku")
    row = version.values["pemberian"][case.pemberian]
    steps = {"kepada": row.get("kepada"), "pasal": row["pasal"]}
    if row.get("hanya_narapidana") and not case.narapidana:
        return found("bukan_narapidana", **steps)
    if "kepada" not in row:
        return found("dapat_ditangani_khusus", **steps)
    if not case.rekomendasi_tertulis:
        return found("tanpa_rekomendasi", **steps)
    to_right = case.rekomendasi_kepada == row["kepada"]
    return found("dapat_dihargai" if to_right else "rekomendasi_ke_lain", **steps)
