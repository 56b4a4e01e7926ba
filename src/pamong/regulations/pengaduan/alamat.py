"""To whom a complaint about a public service goes, and whether it went there."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_ANYWHERE = ("ombudsman", "dpr_dprd")


def judge(case: Case, version: Version) -> Found:
    """Ombudsman and councils are open to all; within the provider it goes up (Pasal 40, 45)."""
    right = version.values["alamat"][case.teradu]
    steps = {"alamat": right["alamat"], "pasal": right["pasal"]}
    if case.ditujukan_kepada in _ANYWHERE:
        return found("saluran_luar", alamat=right["alamat"], pasal="Pasal 40 ayat (1)")
    return found("tepat" if case.ditujukan_kepada == right["alamat"] else "diteruskan", **steps)
