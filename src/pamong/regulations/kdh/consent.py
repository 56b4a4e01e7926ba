"""Whether a written consent was there before officials were replaced."""

from __future__ import annotations

from datetime import date

from pamong.law.stepping import Case


def consent(case: Case, from_whom: str, decided: date) -> str | None:
    """Return ``disetujui`` or ``persetujuan_hari_sama``, or ``None``: no consent was valid.

    It comes from ``from_whom``, covers the post, and is dated before the inauguration: one dated
    before the decision always is. What it covers is asked only where it came in time.
    """
    if not case.ada_persetujuan or case.persetujuan_dari != from_whom:
        return None
    if case.told("persetujuan_meliputi") is False:
        return None
    given: date = case.persetujuan_on
    outcome = "disetujui"
    if given >= decided:
        inaugurated: date = case.dilantik_on
        if given > inaugurated:
            return None
        if given == inaugurated:
            outcome = "persetujuan_hari_sama"
    return outcome if case.persetujuan_meliputi else None
