"""Whether a plan follows from the one above it, down to what an employee is to achieve."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Look up the plan above, then ask for indicators, then for the parent, then for the order."""
    document = case.dokumen
    if document not in version.values["dokumen"]:
        return found("belum_diatur")
    row = next(row for row in case.rows("rantai") if row["dokumen"] == document)
    steps = {"induk": row["induk"], "ditetapkan_dengan": row["ditetapkan_dengan"]}
    checks = [requires(case, "tanpa_induk", "setiap_unsur_berinduk")]
    if row["berindikator"]:
        checks.insert(0, requires(case, "tanpa_indikator", "setiap_program_berindikator"))
    if row["sesudah_induk"]:
        checks.append(
            requires(
                case,
                "mendahului_induk",
                "induk_on",
                "ditetapkan_on",
                test=lambda above, own: above <= own,
            )
        )
    told = weigh(checks, met="selaras")
    return found(**told, confidence=Confidence(row["keyakinan"]), pasal=row["sumber"], **steps)
