"""At which age the contract of a PPPK ends, by the post held."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import birthday


def judge(case: Case, version: Version) -> Found:
    """Look the age up by the post, then compare the contract with the day it is reached."""
    values, post = version.values, case.jabatan
    age = (
        case.usia_menurut_undang_undang
        if post in values["menurut_uu"]
        else values["usia"].get(post)
    )
    if age is None:
        return found("tidak_disebut")
    reached = birthday(case.lahir_on, age)
    steps = {"batas_usia": age, "mencapai_on": reached, "pasal": values["pasal"][post]}
    if case.as_of >= reached:
        return found("batas_tercapai", since=reached, due_on=reached, **steps)
    ends = case.told("kontrak_sampai_on")
    if ends is not None and ends > reached:
        return found("kontrak_melewati_batas", due_on=reached, **steps)
    missing = ("kontrak_sampai_on",) if ends is None else ()
    return found("belum_mencapai", due_on=reached, missing=missing, **steps)
