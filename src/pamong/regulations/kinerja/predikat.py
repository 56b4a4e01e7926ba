"""The predicate of an appraisal from output and conduct."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:  # noqa: ARG001  the law holds one version
    """Look the two up in the matrix, which is not symmetric: poor conduct beats good output."""
    output, conduct = case.hasil_kerja, case.perilaku
    (row,) = (
        row
        for row in case.rows("matriks")
        if (row["hasil_kerja"], row["perilaku"]) == (output, conduct)
    )
    name, sure = row["predikat"], Confidence(row["keyakinan"])
    steps = {"predikat": name, "hasil": output, "sikap": conduct}
    told = case.told("predikat_tercatat")
    if told is not None and told != name:
        return found("predikat_tidak_cocok", confidence=sure, tercatat=told, **steps)
    return found(name, confidence=sure, **steps)
