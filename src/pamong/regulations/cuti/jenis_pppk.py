"""Whether a kind of leave exists for PPPK."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Look the kind up in the four that PP 49/2018 Pasal 77 lists."""
    values = version.values
    kind = case.jenis
    if kind in values["ada"]:
        return found("ada", jenis_cuti=kind, pasal=values["ada"][kind])
    outcome = "sebagian_lewat_cuti_tahunan" if kind in values["pengganti"] else "tidak_ada"
    return found(outcome, jenis_cuti=kind, pasal=values["pasal"])
