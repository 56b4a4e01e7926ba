"""Whether candidates involved somebody in a campaign who may not be involved."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_PENALTIES = {True: "diancam", False: "tidak_sengaja", None: "bila_sengaja"}


def judge(case: Case, version: Version) -> Found:  # noqa: ARG001
    """The three acts name the same people; intent is what makes it a crime (Pasal 189)."""
    if case.told("dilibatkan") is False:
        return found("tidak_dilibatkan")
    letters = {row["siapa"]: row["huruf"] for row in case.rows("terlarang")}
    letter = letters.get(case.yang_dilibatkan)
    if letter is None:
        return found("tidak_dilarang")
    _ = case.dilibatkan
    on_purpose = case.told("sengaja")
    return found(
        "dilarang",
        since=case.kampanye_on,
        missing=() if on_purpose is not None else ("sengaja",),
        huruf=letter,
        pidana=_PENALTIES[on_purpose],
    )
