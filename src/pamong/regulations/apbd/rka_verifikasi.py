"""Whether the plan and budget of an office was verified, and what it does not agree with."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.checklist import Checklist, check, in_words


def judge(case: Case, version: Version) -> Found:
    """What does not agree is set right by the head of the office (PP 12/2019 Pasal 101)."""
    if not case.diverifikasi:
        return found("belum_diverifikasi", pasal="Pasal 101 ayat (1)")
    if not case.oleh_tapd:
        return found("bukan_oleh_tapd", pasal="Pasal 101 ayat (2)")
    words = version.values["kesesuaian"]
    checked = check(case, words)
    outcome, missing = _standing(case, checked)
    return found(
        outcome,
        missing=missing,
        diperiksa=len(checked.there) + len(checked.lacking),
        tidak_sesuai=in_words(checked.lacking, words),
        pasal="Pasal 101 ayat (3)" if checked.lacking else "Pasal 101 ayat (2)",
    )


def _standing(case: Case, checked: Checklist) -> tuple[str, tuple[str, ...]]:
    if not checked.lacking:
        return ("tidak_dapat_dinilai" if checked.unknown else "sesuai"), checked.unknown
    done = case.told("disempurnakan")
    if done is None:
        return "tidak_dapat_dinilai", ("disempurnakan",)
    if done and checked.unknown:
        return "tidak_dapat_dinilai", checked.unknown
    return ("disempurnakan" if done else "harus_disempurnakan"), checked.unknown
