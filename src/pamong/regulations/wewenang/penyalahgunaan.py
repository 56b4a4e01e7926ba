"""Which kind of abuse of power a decision is, and whether it is void or voidable."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_VOIDABLE = "mencampuradukkan"


def judge(case: Case, version: Version) -> Found:
    """Look for each kind of UU 30/2014 Pasal 18; those that make a decision void come first."""
    rows = case.rows("bentuk")
    unknown = tuple(row["fakta"] for row in rows if case.told(row["fakta"]) is None)
    there = next((row for row in rows if case.told(row["fakta"])), None)
    if there is None:
        if unknown:
            raise case.lack(unknown[0])
        return found("tidak_terdapat")
    effect = version.values["akibat"][there["macam"]]
    is_judged = case.told("putusan_inkracht")
    voids = {row["fakta"] for row in rows if row["macam"] != _VOIDABLE}
    heavier = tuple(n for n in unknown if n in voids) if there["macam"] == _VOIDABLE else ()
    return found(
        effect["diputus" if is_judged else "diduga"],
        missing=heavier + (("putusan_inkracht",) if is_judged is None else ()),
        macam=there["macam"],
        pasal=there["pasal"],
        pasal_akibat=effect["pasal"],
    )
