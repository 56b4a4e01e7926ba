"""Whether a PNS may take leave for an important reason, for how long, and by whose permit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day


def judge(case: Case, version: Version) -> Found:
    """Judge the reason first, then the length, then the permit."""
    reason = case.alasan
    row = next((each for each in case.rows("alasan") if each["alasan"] == reason), None)
    if row is None or case.mulai_on < row["sejak"]:
        return found("lainnya_presiden" if version.values["presiden"] else "bukan_alasan")
    steps: dict[str, Any] = {"pasal": version.values["pasal"][reason]}
    confidence = Confidence(row["keyakinan"])
    if not _fits(case, reason, version):
        return found("bukan_alasan", confidence=confidence, **steps)
    end = last_day(case.mulai_on, version.values["bulan"])
    steps["batas"] = end
    if case.sampai_on > end:
        since = end + timedelta(1)
        return found("terlalu_lama", since=since, due_on=end, confidence=confidence, **steps)
    return found(_permit(case), due_on=end, confidence=confidence, **steps)


def _fits(case: Case, reason: str, version: Version) -> bool:
    """Tell whether what the reason asks for besides is there: the relative, the first marriage."""
    values = version.values
    if reason in values["perlu_keluarga"]:
        return bool(case.keluarga in values["keluarga"])
    if reason == "perkawinan" and values["hanya_perkawinan_pertama"]:
        return bool(case.perkawinan_ke == 1)
    return True


def _permit(case: Case) -> str:
    """Tell by whose permit: a provisional one has to be reported at once."""
    if case.izin == "izin_sementara":
        return "izin_sementara" if case.izin_diberitahukan else "izin_belum_diberitahukan"
    return "berhak" if case.izin == "pejabat_berwenang" else "belum_diizinkan"
