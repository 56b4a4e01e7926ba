"""Which personal data are specific, and need stricter handling."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found

_OUTCOMES = {"spesifik": "spesifik", "umum": "umum", "dinilai": "perlu_dinilai"}


def judge(case: Case, version: Version) -> Found:
    """By the lists of UU 27/2022 Pasal 4 ayat (2) and ayat (3)."""
    (row,) = [each for each in case.rows("jenis_data") if each["jenis"] == case.jenis_data]
    return found(
        _OUTCOMES[row["sifat"]],
        confidence=Confidence(row["keyakinan"]),
        arti=row["arti"],
        pasal=row["pasal"],
        tafsir=row["tafsir"],
        persetujuan_orang_tua=row["jenis"] in version.values["persetujuan_orang_tua"],
    )
