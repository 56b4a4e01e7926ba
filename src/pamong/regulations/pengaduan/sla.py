"""Whether a complaint was handled within the act and within the service standard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import NOT_JUDGED, Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME, STILL_TIME
from pamong.regulations.pengaduan.clocks import (
    STANDARD,
    Clock,
    answer,
    decision,
    first_broken,
    standard,
)


def judge(case: Case, version: Version) -> Found:
    """Calendar days of the act and working days of the standard run side by side."""
    row = next(row for row in case.rows("jenis") if row["jenis"] == case.jenis)
    clocks = [answer(case, version), decision(case, version)] if row["undang_undang"] else []
    if version.values["ada_standar"] and row["hari"]:
        clocks.append(_standard(case, row))
    if not clocks:
        return found("tanpa_tenggat", jenis=row["jenis"])
    told = _standing(clocks)
    rests_on_standard = told["outcome"] != NOT_JUDGED and not any(
        clock.is_broken for clock in clocks if clock.name != STANDARD
    )
    limits: dict[str, Any] = {f"batas_{clock.name}": clock.due for clock in clocks}
    return found(
        **told,
        **limits,
        confidence=_confidence(case, row, clocks) if rests_on_standard else None,
        jenis=row["jenis"],
        hari_standar=row["hari"] if clocks[-1].name == STANDARD else None,
    )


def _standing(clocks: list[Clock]) -> dict[str, Any]:
    unknown = tuple(dict.fromkeys(clock.unknown for clock in clocks if clock.unknown))
    of_act = first_broken(clock for clock in clocks if clock.name != STANDARD)
    of_standard = first_broken(clock for clock in clocks if clock.name == STANDARD)
    first = first_broken(clocks)
    running = [clock.due for clock in clocks if clock.is_open and clock.due]
    if first is None:
        is_done = all(clock.state == IN_TIME for clock in clocks)
        settled = IN_TIME if is_done else STILL_TIME
        outcome = NOT_JUDGED if unknown else settled
    elif of_act and of_standard:
        outcome = "lewat_keduanya"
    else:
        outcome = "lewat_undang_undang" if of_act else "lewat_standar"
    return {
        "outcome": outcome,
        "since": first.since if first else None,
        "due_on": min(running, default=None),
        "missing": unknown,
        "lewat_lebih_dulu": first.name if first else None,
        "lewat_undang_undang_sejak": of_act.since if of_act else None,
        "lewat_standar_sejak": of_standard.since if of_standard else None,
    }


def _standard(case: Case, row: Mapping[str, Any]) -> Clock:
    """Passing a complaint on starts the standard anew, never the act."""
    passed_on = case.told("diteruskan_on")
    is_passed_on = passed_on is not None and passed_on <= case.as_of
    return standard(case, passed_on if is_passed_on else case.diterima_on, row["hari"])


def _confidence(case: Case, row: Mapping[str, Any], clocks: list[Clock]) -> Confidence | None:
    """Tell how sure the standard is; that passing on starts it anew was seen nowhere."""
    if clocks[-1].name != STANDARD:
        return None
    without = standard(case, case.diterima_on, row["hari"])
    if without.state != clocks[-1].state:
        return Confidence.UNCONFIRMED
    return Confidence(row["keyakinan"])
