"""Periodic rises of pay (KGB), at the steps that the pay tables print for each rank.

Service in rank (MKG) begins with entry, at three years for the ranks whose first printed step is
three. A promotion keeps it; where the new rank steps in other years, pay is set anew on that day.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from pamong.law.fact_table import fact_table
from pamong.synth.careers import FIRST_PPPK, GOLONGAN, NOT_YET, Ranks
from pamong.synth.cells import Cells, Flags, Frame, Whole, words
from pamong.synth.days import (
    add_months,
    day_of,
    first_of,
    months_between,
    months_of,
    number_of,
)
from pamong.synth.people import People

RECORDED_YEARS = 12
"""Pay is on record for as many years before the day of the lake."""
ANNOUNCED_MONTHS = 2
"""A rise is set so long before it is paid (PP 7/1977 Pasal 12 ayat (2))."""

_EVEN, _ODD, _FROM_ONE = range(3)
_FIRST_ODD = 3
_LONGEST = 40


def _steps_of(golongan: str) -> tuple[int, int]:
    """Return how a rank steps and its last printed step (PP 5/2024, Perpres 11/2024)."""
    if golongan in {"II/a", "V"}:
        return _FROM_ONE, 33
    if golongan in {"I/a", "I"}:
        return _EVEN, 26
    if golongan in {"I/b", "I/c", "I/d", "II", "III", "IV"}:
        return _ODD, 27
    if golongan.startswith("II/") or golongan in {"VI", "VII", "VIII"}:
        return _ODD, 33
    return _EVEN, 32


_STEPS = np.array([_steps_of(golongan) for golongan in GOLONGAN])


def first_recorded(as_of: date) -> int:
    """Return the first day, since 1970, of which the pay is on record."""
    return int(add_months(np.array([number_of(as_of)]), -12 * RECORDED_YEARS)[0])


def gaji_berkala(people: People, ranks: Ranks) -> Frame:
    """Return the pay as set for everybody, for the years on record."""
    first = first_recorded(day_of(people.as_of))
    announced = int(add_months(np.array([people.as_of]), ANNOUNCED_MONTHS)[0])
    entry_mkg = np.where(_STEPS[ranks.entry, 0] == _ODD, _FIRST_ODD * 12, 0)
    parts: list[tuple[Whole, Whole, Whole, Whole]] = []
    for year in range(_LONGEST + 1):
        day = add_months(people.entered_on, 12 * year - entry_mkg)
        rank = ranks.on(day)
        set_already = first_of(months_of(day)) <= announced
        here = (day >= people.entered_on) & (day >= first) & set_already
        who = np.flatnonzero(here & _is_step(rank, year))
        parts.append((who, day[who], rank[who], np.full(len(who), 12 * year)))
    for step, promoted in enumerate(ranks.promoted_on, 1):
        before, after = ranks.entry + step - 1, ranks.entry + step
        other_years = _is_odd(before) != _is_odd(np.minimum(after, FIRST_PPPK - 1))
        who = np.flatnonzero((promoted != NOT_YET) & (promoted >= first) & other_years)
        mkg = months_between(people.entered_on[who], promoted[who]) + entry_mkg[who]
        parts.append((who, promoted[who], after[who], mkg))
    who, day, rank, mkg = (np.concatenate(each) for each in zip(*parts, strict=True))
    return Frame.of(
        fact_table("gaji_berkala"),
        {
            "pegawai_id": people.pegawai_id[who],
            "tmt_on": first_of(months_of(day)),
            "golongan": words(rank, GOLONGAN),
            "mkg_bulan": mkg,
            "ditunda_sampai": Cells(np.zeros(len(who), np.int64), np.ones(len(who), np.bool_)),
        },
    )


def _is_odd(rank: Whole) -> Flags:
    odd: Flags = _STEPS[rank, 0] != _EVEN
    return odd


def _is_step(rank: Whole, year: int) -> Flags:
    steps, last = _STEPS[rank, 0], _STEPS[rank, 1]
    even, odd = year % 2 == 0, year % 2 == 1
    printed = np.where(
        steps == _EVEN,
        even,
        np.where(steps == _ODD, odd and year >= _FIRST_ODD, odd or year == 0),
    )
    step: Flags = printed & (year <= last)
    return step
