"""Whether an act is within what a substitute head may do during campaign leave."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found

_OUTCOMES = {"boleh": "boleh", "tidak_boleh": "tidak_boleh", "konsultasi": "konsultasikan"}


def judge(case: Case, version: Version) -> Found:
    """Look the act up; whichever is less sure, the version or the row, tells how sure it is."""
    name = version.values["sebutan"]
    if not case.cuti_mulai_on <= case.tindakan_on <= case.cuti_sampai_on:
        return found("di_luar_masa_cuti", sebutan=name)
    row = next(row for row in case.rows("tindakan") if row["tindakan"] == case.tindakan)
    outcome = _OUTCOMES.get(row["syarat"]) or _consented(case)
    is_unsure = version.confidence is Confidence.UNCONFIRMED
    sure = Confidence.UNCONFIRMED if is_unsure else Confidence(row["keyakinan"])
    return found(outcome, confidence=sure, sebutan=name)


def _consented(case: Case) -> str:
    is_in_time = case.ada_persetujuan and case.persetujuan_on < case.tindakan_on
    return "disetujui" if is_in_time else "tanpa_persetujuan"
