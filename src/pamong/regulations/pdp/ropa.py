"""Whether all processing of personal data is recorded."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pdp.kewajiban import is_adapting


def judge(case: Case, version: Version) -> Found:
    """Controllers by UU 27/2022 Pasal 31, processors by Pasal 52; no exception of Pasal 50."""
    if case.told("seluruhnya_direkam"):
        return found("direkam")
    if case.pribadi_rumah_tangga:
        return found("di_luar_undang_undang")
    if case.told("seluruhnya_direkam") is None:
        raise case.lack("seluruhnya_direkam")
    if is_adapting(case):
        return found("masa_penyesuaian")
    role = case.told("peran")
    if role is None:
        return found("tidak_direkam", missing=("peran",))
    return found("tidak_direkam", pasal=version.values["pasal"][role])
