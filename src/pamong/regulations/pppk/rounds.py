"""A round of selecting PPPK: who is of its group, and registered while it was open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pamong.law.stepping import Case
from pamong.regulations.deadlines import IN_TIME, LATE, OVERDUE, STILL_TIME, standing
from pamong.regulations.requirements import Requirement, weigh

#: What a round says of a registration, by how its deadline stands.
_BY_STANDING = {
    IN_TIME: "memenuhi",
    STILL_TIME: "dapat_melamar",
    LATE: "pendaftaran_ditutup",
    OVERDUE: "tidak_mendaftar",
}


def registration(
    case: Case,
    requirements: Sequence[Requirement],
    *,
    opens: date | None,
    closes: date,
) -> dict[str, Any]:
    """Return ``outcome``, ``since``, ``due_on`` and ``missing`` of a registration.

    Who does not qualify is told so whenever it was; who does must have registered in time.
    """
    weighed = weigh(requirements, met="memenuhi")
    if weighed["outcome"] != "memenuhi":
        return weighed
    applied = case.told("melamar_on")
    if opens is not None and applied is not None and applied < opens:
        return {"outcome": "mendahului", "since": applied}
    if opens is not None and case.as_of < opens:
        return {"outcome": "belum_dibuka", "due_on": opens}
    told: Mapping[str, Any] = standing(case, closes, done_on="melamar_on", is_done="sudah_melamar")
    return dict(told) | {"outcome": _BY_STANDING[told["outcome"]]}
