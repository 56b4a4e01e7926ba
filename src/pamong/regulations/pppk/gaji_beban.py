"""Who bears the pay of a PPPK, and whether it could be paid already."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Central agencies pay from the state's budget, regional ones from their own."""
    if not version.values["gaji_diatur"]:
        return found("menunggu_perpres", pasal=version.values["pasal"])
    steps = {"pasal": version.values["pasal"], "beban": version.values["beban"][case.instansi]}
    if not case.dianggarkan:
        return found("belum_dianggarkan", **steps)
    return found("dianggarkan", **steps)
