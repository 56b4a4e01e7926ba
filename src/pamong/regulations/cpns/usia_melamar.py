"""Whether somebody is of an age to apply as a CPNS."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import age_on, birthday


def judge(case: Case, version: Version) -> Found:
    """Compare with the general ages; the higher one holds for posts that the President set."""
    values = version.values
    born, day = case.lahir_on, case.melamar_on
    steps: dict[str, Any] = {"umur": age_on(born, day)}
    if day < birthday(born, values["paling_rendah"]):
        return found("terlalu_muda", paling_rendah=values["paling_rendah"], **steps)
    if day <= birthday(born, values["paling_tinggi"]):
        return found("memenuhi", **steps)
    if day >= birthday(born, values["paling_tinggi_khusus"] + 1):
        return found("terlalu_tua", paling_tinggi=values["paling_tinggi_khusus"], **steps)
    return _above(case, version, steps)


def _above(case: Case, version: Version, steps: dict[str, Any]) -> Found:
    """Look the post and its degree up in the list of the President."""
    values = version.values
    post = case.jabatan
    row = next((each for each in case.rows("jabatan") if each["jabatan"] == post), None)
    if row is not None and not values["daftar_dilihat"]:
        return found("daftar_belum_dilihat", paling_tinggi=values["paling_tinggi_khusus"], **steps)
    is_listed = row is not None and (
        not row["kualifikasi"] or case.kualifikasi == row["kualifikasi"]
    )
    confidence = Confidence(row["keyakinan"]) if row is not None else None
    oldest = values["paling_tinggi_khusus" if is_listed else "paling_tinggi"]
    last = birthday(case.lahir_on, oldest)
    if case.melamar_on <= last:
        outcome = "memenuhi_khusus"
    elif steps["umur"] == oldest:
        outcome = "lewat_ulang_tahun"
    else:
        outcome = "terlalu_tua"
    return found(outcome, confidence=confidence, paling_tinggi=oldest, **steps)
