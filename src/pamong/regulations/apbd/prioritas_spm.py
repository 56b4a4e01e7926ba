"""Whether spending follows the order and the standards that the law sets."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import Requirement, requires, weigh

_RECIPIENT = "penerima_tidak_sah"


def judge(case: Case, version: Version) -> Found:
    """What comes first and which standards bind depends on the kind (UU 23/2014 Pasal 298)."""
    kind = version.values["jenis"][case.jenis_belanja]
    needs = [_requirement(case, version, outcome) for outcome in kind["syarat"]]
    return found(**weigh(needs, met="sesuai"), pasal=kind["pasal"])


def _requirement(case: Case, version: Version, outcome: str) -> Requirement:
    if outcome != _RECIPIENT:
        return requires(case, outcome, version.values["syarat"][outcome])
    named = version.values["penerima_hibah"]
    return requires(case, outcome, "penerima_hibah", test=lambda whom: whom in named)
