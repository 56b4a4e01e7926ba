"""Whether a kind of spending counts as personnel spending, and towards the cap."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Some kinds count by the account that they were booked on (PP 12/2019 Pasal 56, 57)."""
    del version
    row = next(row for row in case.rows("unsur") if row["unsur"] == case.unsur)
    outcome = row["hasil"]
    if outcome == "menurut_rekening":
        booked = case.rekening == "belanja_pegawai"
        outcome = "belanja_pegawai" if booked else "dibukukan_lain"
    return found(outcome, confidence=Confidence(row["keyakinan"]), dasar=row["sumber"])
