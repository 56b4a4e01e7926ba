"""Whether an officer for the protection of personal data must be named, and was."""

from __future__ import annotations

from collections.abc import Sequence

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pdp.kewajiban import is_adapting
from pamong.regulations.pdp.pemicu import first_trigger


def judge(case: Case, version: Version) -> Found:
    """All three conditions by the letter of Pasal 53; one since the Court read "dan/atau"."""
    if case.told("sudah_ditunjuk"):
        return found("ditunjuk")
    conditions = version.values["syarat"]
    if version.values["bersama"]:
        lacking = _first_lacking(case, conditions)
        if lacking is not None:
            return found("tidak_wajib", syarat=lacking)
        trigger = None
    else:
        trigger = first_trigger(case, conditions)
        if trigger is None:
            return found("tidak_wajib")
    if case.told("sudah_ditunjuk") is None:
        raise case.lack("sudah_ditunjuk")
    return found("masa_penyesuaian" if is_adapting(case) else "belum_ditunjuk", syarat=trigger)


def _first_lacking(case: Case, conditions: Sequence[str]) -> str | None:
    """Return the first condition that is not there; all must be known to say that none lacks."""
    lacking = next((name for name in conditions if case.told(name) is False), None)
    if lacking is None:
        for name in conditions:
            if case.told(name) is None:
                raise case.lack(name)
    return lacking
