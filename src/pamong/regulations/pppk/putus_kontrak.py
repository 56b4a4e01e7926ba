"""How the contract of a PPPK ends for a reason, and whether one may apply again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

#: Reasons that rest on a sentence of a court.
_BY_SENTENCE = ("penjara_tidak_berencana", "penjara_berencana", "kejahatan_jabatan", "pidana_umum")
_OUTCOMES = {
    "hormat": "dengan_hormat",
    "tidak_atas_permintaan": "tidak_atas_permintaan",
    "tidak_hormat": "tidak_dengan_hormat",
}


def judge(case: Case, version: Version) -> Found:
    """Look the reason up (PP 49/2018 Pasal 53, UU 20/2023 Pasal 52), after what makes it one."""
    reason = case.alasan
    row = next(each for each in case.rows(version.values["daftar"]) if each["alasan"] == reason)
    told = _told(row, version)
    if reason == "permintaan_sendiri" and "persen" in version.values:
        return _at_own_request(case, version, told)
    if not _is_reason(case, reason, version.values):
        return found("belum_menjadi_alasan", pasal=told["pasal"])
    return found(_OUTCOMES[row[version.values["kolom"]["jenis"]]], **told)


def _told(row: Mapping[str, Any], version: Version) -> dict[str, Any]:
    """Return the steps of a reason; what the older act does not say is left out."""
    columns = version.values["kolom"].items()
    return {step: row[column] for step, column in columns if step != "jenis" and row[column]}


def _is_reason(case: Case, reason: str, values: Mapping[str, Any]) -> bool:
    """Tell whether the facts make the reason one: a final sentence, its length, a medical test."""
    if reason == "tidak_cakap":
        return bool(case.dibuktikan_tim_penguji)
    if reason not in _BY_SENTENCE:
        return True
    sentence = values["penjara"].get(reason)
    if sentence is not None and getattr(case, sentence) < values["penjara_bulan"]:
        return False
    return bool(case.berkekuatan_hukum_tetap)


def _at_own_request(case: Case, version: Version, told: Mapping[str, Any]) -> Found:
    """Grant once term and target are done far enough, else postpone (Pasal 56 ayat (3), (4))."""
    asked = version.values["persen"]
    begins, ends = case.kontrak_mulai_on, case.kontrak_sampai_on
    whole = (ends - begins).days + 1
    done = min(max((case.alasan_on - begins).days, 0), whole)
    steps = dict(told) | {"masa_persen": done * 100 // whole}
    if done * 100 >= asked * whole and case.target_persen >= asked:
        return found("permintaan_disetujui", **steps)
    if case.told("tetap_berhenti"):
        left = steps | {"pasal": "PP 49/2018 Pasal 56 ayat (5)", "melamar": "tidak"}
        return found("tidak_atas_permintaan", **left)
    unknown = ("tetap_berhenti",) if case.told("tetap_berhenti") is None else ()
    postponed = steps | {"pasal": "PP 49/2018 Pasal 56 ayat (4)", "berlaku": "akhir_kontrak"}
    return found("permintaan_ditunda", due_on=ends, missing=unknown, **postponed)
