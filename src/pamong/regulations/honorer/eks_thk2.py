"""Whether somebody counts as a former honorary worker K2 (eks THK-II)."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:  # noqa: ARG001  the law holds one version
    """In BKN's K2 database, sat the one test of 2013, and not appointed by it."""
    if not case.terdata_k2:
        return found("bukan_thk2")
    if case.told("diangkat_cpns"):
        return found("sudah_cpns")
    if not case.ikut_ujian:
        return found("tidak_ikut_ujian")
    if not case.lulus_ujian:
        missing = ("masih_bekerja",) if case.told("masih_bekerja") is None else ()
        outcome = "eks_thk2_berhenti" if case.told("masih_bekerja") is False else "eks_thk2"
        return found(outcome, missing=missing)
    if case.diangkat_cpns:
        return found("sudah_cpns")
    return found("lulus_tidak_diangkat")
