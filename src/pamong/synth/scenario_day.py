"""How a scenario writes a day: a fixed one, or one told from the day of the lake.

An anchor comes first: ``as_of``, ``awal_tahun`` (1 January of its year), ``awal_bulan`` (the first
of its month), or a day such as ``2024-11-23``. Then come steps: ``- 6 bulan + 1 hari``. The units
are ``hari``, ``hari_kerja`` (of a week of five days), ``bulan`` and ``tahun``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import numpy as np

from pamong.kernel.kalender import national_kalender
from pamong.synth.days import add_months, day_of, number_of

_STEP = re.compile(
    r"\s*(?P<sign>[+-])\s*(?P<count>\d{1,4})\s*(?P<unit>hari_kerja|hari|bulan|tahun)\b"
)
_ANCHOR = re.compile(r"as_of|awal_tahun|awal_bulan|\d{4}-\d\d-\d\d")


class ScenarioDayError(ValueError):
    """A text is no day as scenarios write days."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(
            f'"{text}" bukan hari. Tulis misalnya 2026-10-30, as_of, atau '
            "as_of - 6 bulan + 1 hari (satuan: hari, hari_kerja, bulan, tahun)."
        )


def scenario_day(text: str, as_of: date) -> date:
    """Read a day.

    >>> scenario_day("as_of - 58 tahun + 1 hari", date(2026, 10, 30))
    datetime.date(1968, 10, 31)

    Raises:
        ScenarioDayError: the text says no day.
    """
    anchor = _ANCHOR.match(text)
    if anchor is None:
        raise ScenarioDayError(text)
    try:
        day, place = _start(anchor[0], as_of), anchor.end()
        while step := _STEP.match(text, place):
            day = _move(day, int(step["sign"] + step["count"]), step["unit"])
            place = step.end()
    except (ValueError, OverflowError) as error:
        raise ScenarioDayError(text) from error
    if text[place:].strip():
        raise ScenarioDayError(text)
    return day


def _start(anchor: str, as_of: date) -> date:
    if anchor == "as_of":
        return as_of
    if anchor == "awal_tahun":
        return as_of.replace(month=1, day=1)
    return as_of.replace(day=1) if anchor == "awal_bulan" else date.fromisoformat(anchor)


def _move(day: date, count: int, unit: str) -> date:
    if unit == "hari":
        return day + timedelta(count)
    if unit == "hari_kerja":
        return national_kalender().add_working_days(day, count)
    months = count * 12 if unit == "tahun" else count
    return day_of(int(add_months(np.array([number_of(day)]), months)[0]))
