"""Whether a request for public information was answered in time, with or without more time."""

from __future__ import annotations

from datetime import date

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, LackingError, found
from pamong.regulations.deadlines import IN_TIME, STILL_TIME, due_on, standing

_TERM, _EXTENSION = "Pasal 22 ayat (7)", "Pasal 22 ayat (8)"


def judge(case: Case, version: Version) -> Found:
    """Count ten working days from receipt; what is later asks whether there was more time."""
    values = version.values
    first = due_on(case, case.diterima_on, values["hari"], values["satuan"])
    longest = due_on(case, first, values["hari_perpanjangan"], values["satuan"])
    by_first, by_longest = _judge_by(case, first, first), _judge_by(case, longest, first)
    if by_first.outcome in {IN_TIME, STILL_TIME}:
        return by_first
    try:
        return by_longest if _is_prolonged(case, first) else by_first
    except LackingError as lacking:
        if by_longest.outcome != by_first.outcome:
            raise
        # Late by either; only from which day is open.
        return found(
            by_longest.outcome,
            since=by_longest.since,
            due_on=longest,
            missing=(lacking.name,),
            batas=longest,
            batas_pertama=first,
        )


def _judge_by(case: Case, due: date, first: date) -> Found:
    told = standing(case, due, done_on="diberitahukan_on", is_done="sudah_diberitahukan")
    article = _TERM if due == first else _EXTENSION
    return found(**told, batas=due, batas_pertama=first, pasal=article)


def _is_prolonged(case: Case, first: date) -> bool:
    """Reasons given after the first ten working days prolong nothing."""
    told = case.told("diperpanjang_on")
    if told is None and not case.ada_perpanjangan:
        return False
    day: date = case.diperpanjang_on
    return day <= first
