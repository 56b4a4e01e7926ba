"""Days as Indonesians write and read them; a year of two digits is asked about, never guessed."""

from __future__ import annotations

import re
from datetime import date

from pamong.kernel.language import mark, say
from pamong.kernel.period import Period

MONTHS = (
    mark("Januari"),
    mark("Februari"),
    mark("Maret"),
    mark("April"),
    mark("Mei"),
    mark("Juni"),
    mark("Juli"),
    mark("Agustus"),
    mark("September"),
    mark("Oktober"),
    mark("November"),
    mark("Desember"),
)
#: Monday first, as ``date.weekday()`` counts.
WEEKDAYS = (
    mark("Senin"),
    mark("Selasa"),
    mark("Rabu"),
    mark("Kamis"),
    mark("Jumat"),
    mark("Sabtu"),
    mark("Minggu"),
)

# What the pages show where they are read in English, and so what comes back from their fields.
_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ENGLISH_WEEKDAYS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)

# Older spellings and abbreviations that are no beginning of the month's name.
_OTHER_MONTHS = {"peb": 2, "pebruari": 2, "agt": 8, "agst": 8, "nop": 11, "nopember": 11}
_OTHER_WEEKDAYS = {"jum'at": 4, "jum’at": 4, "ahad": 6}

_WEEKDAY = re.compile(r"^(?P<weekday>[^\W\d_]+(?:['’][^\W\d_]+)?)\s*,?\s+(?=\d)")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMERIC = re.compile(r"(?P<day>\d{1,2})\s*([/.-])\s*(?P<month>\d{1,2})\s*\2\s*(?P<year>\d{2,4})")
_NAMED = re.compile(r"(?P<day>\d{1,2})[\s-]+(?P<month>[^\W\d_]+)\.?[\s-]+(?P<year>\d{2,4})")


class DayTextError(ValueError):
    """A text is no day that can be read for certain."""

    def __init__(self, text: str, reason: str) -> None:
        self.text = text
        super().__init__(
            say('Tanggal "%(text)s" tidak dapat dibaca: %(reason)s', text=text, reason=reason)
        )


def find_month(word: str) -> int | None:
    """Return the number (1–12) of a month's name or of its usual abbreviation.

    >>> find_month("Mar"), find_month("NOPEMBER"), find_month("pagi")
    (3, 11, None)
    """
    key = word.casefold().rstrip(".")
    if key in _OTHER_MONTHS:
        return _OTHER_MONTHS[key]
    found = [number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(key)]
    return found[0] if len(key) >= 3 and found else None


def find_weekday(word: str) -> int | None:
    """Return the number of a weekday's name, Monday being 0 as in ``date.weekday()``.

    >>> find_weekday("Jum'at"), find_weekday("besok")
    (4, None)
    """
    key = word.casefold()
    names = {name.casefold(): number for number, name in enumerate(WEEKDAYS)}
    return (names | _OTHER_WEEKDAYS).get(key)


def format_day(day: date) -> str:
    """Write a day as the law and the letters do.

    >>> format_day(date(2019, 3, 18))
    '18 Maret 2019'
    """
    return f"{day.day} {say(MONTHS[day.month - 1])} {day.year}"


def format_day_long(day: date) -> str:
    """Write a day with its weekday.

    >>> format_day_long(date(2019, 3, 18))
    'Senin, 18 Maret 2019'
    """
    return f"{say(WEEKDAYS[day.weekday()])}, {format_day(day)}"


def format_period(period: Period) -> str:
    """Write a period with the last day that counts, saying month and year once where it can.

    >>> format_period(Period(date(2020, 9, 26), date(2020, 12, 6)))
    '26 September–5 Desember 2020'
    >>> format_period(Period(date(2019, 2, 13)))
    'sejak 13 Februari 2019'
    """
    first, last = period.start, period.last_day
    if last is None:
        return say("sejak %(day)s", day=format_day(first))
    if first == last:
        return format_day(first)
    if first.year != last.year:
        return f"{format_day(first)}–{format_day(last)}"
    if first.month != last.month:
        return f"{first.day} {say(MONTHS[first.month - 1])}–{format_day(last)}"
    return f"{first.day}–{format_day(last)}"


def parse_day(text: str) -> date:
    """Read one day: 18/3/2019, 18-03-2019, 18 Mar 2019, Senin, 18 Maret 2019 or 2019-03-18.

    Raises:
        DayTextError: the text has another form, an impossible day, a year without its century, or
            a weekday that does not fit.

    >>> parse_day("18/3/2019") == parse_day("18 Mar 2019") == parse_day("Senin, 18 Maret 2019")
    True
    """
    cleaned = " ".join(text.split())
    weekday = _WEEKDAY.match(cleaned)
    day = _parse_bare_day(text, cleaned[weekday.end() :] if weekday else cleaned)
    if weekday and _weekday(weekday["weekday"]) != day.weekday():
        is_really = say(WEEKDAYS[day.weekday()])
        raise DayTextError(
            text,
            say("%(day)s adalah hari %(weekday)s.", day=format_day(day), weekday=is_really),
        )
    return day


def _parse_bare_day(text: str, bare: str) -> date:
    match = _ISO.fullmatch(bare) or _NUMERIC.fullmatch(bare) or _NAMED.fullmatch(bare)
    if match is None:
        raise DayTextError(text, say("tulis seperti 18/3/2019 atau 18 Maret 2019."))
    if len(match["year"]) != 4:
        raise DayTextError(text, _which_year(match["year"]))
    month = int(match["month"]) if match["month"].isdecimal() else _month(match["month"])
    if month is None:
        raise DayTextError(
            text, say('nama bulan "%(month)s" tidak dikenal.', month=match["month"])
        )
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        raise DayTextError(text, say("hari itu tidak ada dalam kalender.")) from None


def _which_year(short: str) -> str:
    if len(short) != 2:
        return say("tahun yang mana? Tulis tahun dengan empat angka.")
    return say("tahun 19%(short)s atau 20%(short)s? Tulis tahun dengan empat angka.", short=short)


def _month(word: str) -> int | None:
    """Read a month in either language of the pages."""
    key = word.casefold()
    english = [number for number, name in enumerate(_ENGLISH_MONTHS, 1) if name.startswith(key)]
    return find_month(word) or (english[0] if len(key) >= 3 and english else None)


def _weekday(word: str) -> int | None:
    """Read a weekday in either language of the pages."""
    key = word.casefold()
    found = find_weekday(word)
    if found is None and key in _ENGLISH_WEEKDAYS:
        return _ENGLISH_WEEKDAYS.index(key)
    return found
