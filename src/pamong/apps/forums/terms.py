"""Terms of directives: the words that say until when, and the day where they state one."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from pamong.kernel.day import DayTextError, parse_day

_DAY = r"(?P<day>\d{1,2}\s+[^\W\d_]+\s+\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4})"
_UNTIL = re.compile(
    r"\b(?P<limit>paling lambat|selambat-lambatnya|sebelum|hingga|sampai dengan|sampai)\s+"
    rf"(?:pada\s+)?(?:hari\s+)?(?:[^\W\d_]+,\s+)?(?:tanggal\s+)?{_DAY}",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"\bhari ini(?: juga)?\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"\b(?:setiap|tiap)\s+(?:hari\s+)?"
    r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|pekan|bulan|triwulan|semester|tahun|hari)"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\bdalam(?: waktu)? (?:\d+|satu|dua|tiga) (?:hari|minggu|pekan|bulan)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Term:
    """What a text says of the time of a directive; ``due_on`` still counts."""

    words: str = ""
    due_on: date | None = None


def term_in(text: str, *, asked_on: date) -> Term:
    """Return the term that a text states; a day without its year is no day.

    >>> term_in("melapor paling lambat 14 Maret 2025", asked_on=date(2025, 3, 6)).due_on
    datetime.date(2025, 3, 14)
    >>> term_in("melapor setiap bulan", asked_on=date(2025, 3, 6))
    Term(words='setiap bulan', due_on=None)
    """
    until = _UNTIL.search(text)
    if until and (day := _day(until["day"])):
        is_before = until["limit"].casefold() == "sebelum"
        return Term(until[0], day - timedelta(days=1) if is_before else day)
    if at_once := _AT_ONCE.search(text):
        return Term(at_once[0], asked_on)
    open_ended = _AGAIN.search(text) or _WITHIN.search(text)
    return Term(open_ended[0]) if open_ended else Term()


def _day(text: str) -> date | None:
    try:
        return parse_day(text)
    except DayTextError:
        return None
