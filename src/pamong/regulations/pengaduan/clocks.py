"""The clocks that run over one complaint: those of the act, and that of the service standard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pamong.kernel.kalender import YearWithoutDecreeError
from pamong.law.case_table import CALENDAR
from pamong.law.rule import Version
from pamong.law.stepping import Case, LackingError
from pamong.regulations.deadlines import IN_TIME, LATE, OVERDUE, STILL_TIME, standing

ANSWER, DECISION, STANDARD = "tanggapan", "keputusan", "standar"


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock: where it stands, or the fact that keeps it from being read."""

    name: str
    due: date | None = None
    state: str | None = None
    since: date | None = None
    unknown: str | None = None

    @property
    def is_broken(self) -> bool:
        """Tell whether the term is over and what was due was not done by then."""
        return self.state in {LATE, OVERDUE}

    @property
    def is_open(self) -> bool:
        """Tell whether the term still runs and what is due is not done."""
        return self.state == STILL_TIME


def answer(case: Case, version: Version) -> Clock:
    """Return the clock of the first answer (UU 25/2009 Pasal 44 ayat (3)).

    Who settles a complaint within that term has answered it.
    """
    due = case.diterima_on + timedelta(days=version.values["hari_tanggapan"])
    settled = _settled(case)
    if settled is not None and settled <= due:
        return Clock(ANSWER, due=due, state=IN_TIME)
    return _read(case, ANSWER, due, done_on="ditanggapi_on", is_done="sudah_ditanggapi")


def decision(case: Case, version: Version) -> Clock:
    """Return the clock of the decision, from the day of the complete file (Pasal 50 ayat (1)).

    Where nobody told that day, it was the day of receipt at the earliest.
    """
    if case.told("berkas_lengkap") is False:
        return Clock(DECISION, state=IN_TIME if _settled(case) else STILL_TIME)
    complete = case.told("lengkap_on")
    start = case.diterima_on if complete is None else complete
    due = start + timedelta(days=version.values["hari_keputusan"])
    clock = _read(case, DECISION, due, done_on="diselesaikan_on", is_done="sudah_selesai")
    if complete is None and clock.state != IN_TIME and not clock.is_open:
        return Clock(DECISION, unknown=clock.unknown or "lengkap_on")
    return clock if complete is not None else Clock(DECISION, state=clock.state)


def standard(case: Case, start: date, days: int) -> Clock:
    """Return the clock of the service standard, in working days."""
    try:
        due = case.working_day_after(start, days)
    except YearWithoutDecreeError:
        return Clock(STANDARD, unknown=CALENDAR)
    return _read(case, STANDARD, due, done_on="diselesaikan_on", is_done="sudah_selesai")


def first_broken(clocks: Iterable[Clock]) -> Clock | None:
    """Return the clock that ran out first; of two on one day the earlier in the list."""
    broken = [clock for clock in clocks if clock.is_broken]
    return min(broken, key=lambda clock: clock.since or date.max, default=None)


def _settled(case: Case) -> date | None:
    """Return the day on which the complaint was settled, where that has come."""
    settled: date | None = case.told("diselesaikan_on")
    return settled if settled is not None and settled <= case.as_of else None


def _read(case: Case, name: str, due: date, *, done_on: str, is_done: str) -> Clock:
    try:
        told = standing(case, due, done_on=done_on, is_done=is_done)
    except LackingError as lacking:
        return Clock(name, due=due, unknown=lacking.name)
    return Clock(name, due=due, state=told["outcome"], since=told["since"])
