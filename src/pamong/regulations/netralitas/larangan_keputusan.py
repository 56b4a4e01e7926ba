"""Whether a decision or act favours a candidate pair and is forbidden to who did it."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Ask what the version asks: until UU 10/2016 the ban was for the campaign only."""
    if not case.menguntungkan:
        return found("tidak_menguntungkan")
    if case.pelaku not in version.values["pelaku"]:
        return found("bukan_pelaku_yang_disebut")
    if version.values["hanya_kampanye"] and not case.selama_kampanye:
        return found("di_luar_kampanye")
    penalty = _penalty(case, version)
    lacking = ("sengaja",) if penalty == "bila_sengaja" else ()
    return found("dilarang", since=case.tindakan_on, missing=lacking, pidana=penalty)


def _penalty(case: Case, version: Version) -> str:
    """Source: UU 1/2015 Pasal 188, which asks for intent."""
    if case.pelaku not in version.values["pidana"]:
        return "tidak_disebut"
    on_purpose = case.told("sengaja")
    return {True: "diancam", False: "tidak_sengaja", None: "bila_sengaja"}[on_purpose]
