"""Whether transfers may be delayed or cut because prescribed spending was not budgeted."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_NONE = (None, "belum_ada")


def judge(case: Case, version: Version) -> Found:
    """A sanction is possible once the time to adjust is over (UU 1/2022 Pasal 145-148)."""
    duty, sanction = version.values["ketentuan"][case.ketentuan], case.told("sanksi")
    steps = {"pasal": duty["pasal"], "sejak": duty["sejak"]}
    if case.dilaksanakan:
        outcome = "tidak_ada_dasar" if sanction in _NONE else "tanpa_dasar"
        return found(outcome, **steps)
    imposed_on = case.told("dikenakan_on") if sanction not in _NONE else None
    if (imposed_on or case.as_of) < duty["sejak"]:
        outcome = "belum_dapat_dikenai" if sanction in _NONE else "terlalu_dini"
        return found(outcome, **steps)
    if sanction in _NONE:
        return found("dapat_dikenai", since=duty["sejak"], **steps)
    if sanction not in version.values["sanksi"]:
        return found("sanksi_lain", **steps)
    is_free = case.tkd == "tidak_ditentukan_penggunaannya"
    return found("dikenai" if is_free else "tkd_salah", **steps)
