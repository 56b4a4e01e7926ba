"""A year of absences, most of them leave that was granted; and the leave itself.

The year has three stretches, and in each somebody is away at most once, so that no two leaves
overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from pamong.kernel.kalender import WorkWeek
from pamong.law.fact_table import fact_table
from pamong.synth.cells import Cells, Frame, Whole, words
from pamong.synth.days import WorkingDays, add_months, day_of, number_of, working_days
from pamong.synth.governments import Kelompok, generator
from pamong.synth.order import Order
from pamong.synth.people import PNS, People

_LEAVE = ("tahunan", "sakit", "alasan_penting", "melahirkan", "besar")
_ANNUAL, _SICK, _PRESSING, _BIRTH, _LONG = range(5)
_STRETCHES = 3
_AWAY = (0.75, 0.55, 0.7)
"""Who is away in each stretch of the year; assumed."""
_BIRTHS, _LONG_LEAVES = 0.012, 0.001
_FEW_DAYS = 5
_MONTHS = 3
_WITHOUT_REASON = 0.03
_YEAR_OF_SERVICE, _FIVE_YEARS = 366, 5 * 366


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave of somebody, from a day to the day before ``until``."""

    who: Whole
    kind: Whole
    starts: Whole
    until: Whole


def window(order: Order, week: WorkWeek = WorkWeek.FIVE) -> WorkingDays:
    """Return the working days of the twelve months up to the day of the lake."""
    first = day_of(int(add_months(np.array([number_of(order.as_of)]), -12)[0])) + timedelta(1)
    return working_days(first, order.as_of, week)


def make_leave(order: Order, kelompok: Kelompok, people: People) -> Leave:
    """Grant leave to everybody who may have it."""
    chance = generator(order, 10, kelompok.number)
    days = window(order)
    length = (people.as_of - days.first) // _STRETCHES
    parts = [
        _stretch(chance, people, days.first + number * length, length, share)
        for number, share in enumerate(_AWAY)
    ]
    who, kind, starts, until = (np.concatenate(each) for each in zip(*parts, strict=True))
    # Cuti besar uses up the annual leave of its year (PP 11/2017 Pasal 316).
    kept = ~((kind == _ANNUAL) & np.isin(who, who[kind == _LONG]))
    return Leave(who[kept], kind[kept], starts[kept], until[kept])


def cuti_pegawai(people: People, leave: Leave) -> Frame:
    """Return the rows of the table cuti_pegawai."""
    rows = len(leave.who)
    return Frame.of(
        fact_table("cuti_pegawai"),
        {
            "pegawai_id": people.pegawai_id[leave.who],
            "jenis": words(leave.kind, _LEAVE),
            "starts_on": leave.starts,
            "ends_before": leave.until,
            "kembali_on": Cells(np.zeros(rows, np.int64), np.ones(rows, np.bool_)),
        },
    )


def presensi(order: Order, kelompok: Kelompok, people: People, leave: Leave) -> Frame:
    """Return the days of absence: those of leave, and one or two a year without a reason."""
    chance = generator(order, 11, kelompok.number)
    days = window(order)
    first = days.count_before(leave.starts)
    count = days.count_before(leave.until) - first
    who = np.repeat(leave.who, count)
    within = np.arange(len(who)) - np.repeat(np.cumsum(count) - count, count)
    place = np.repeat(first, count) + within
    idle = np.flatnonzero(chance.random(len(people)) < _WITHOUT_REASON)
    twice = np.concatenate([idle, idle[chance.random(len(idle)) < 0.4]])
    places = chance.integers(0, len(days.days), len(twice))
    served = days.days[places] >= people.entered_on[twice]
    who = np.concatenate([who, twice[served]])
    place = np.concatenate([place, places[served]])
    lawful = np.arange(len(who)) < len(who) - int(served.sum())
    # A day of leave comes first, so it stays where both fall on one day.
    _, kept = np.unique(who * len(days.days) + place, return_index=True)
    undecided = ~lawful[kept] & (chance.random(len(kept)) < 0.2)
    return Frame.of(
        fact_table("presensi"),
        {
            "pegawai_id": people.pegawai_id[who[kept]],
            "hari": days.days[place[kept]],
            "alasan_sah": Cells(lawful[kept], undecided),
        },
    )


def _stretch(
    chance: np.random.Generator, people: People, first: int, length: int, share: float
) -> tuple[Whole, Whole, Whole, Whole]:
    rows = len(people)
    served = first - people.entered_on
    kind = np.where(chance.random(rows) < 0.75, _ANNUAL, _SICK)
    kind = np.where(
        (kind == _SICK) & (people.status == PNS) & (chance.random(rows) < 0.3), _PRESSING, kind
    )
    kind = np.where((kind == _ANNUAL) & (served < _YEAR_OF_SERVICE), _SICK, kind)
    drawn = chance.random(rows)
    may_long = (people.status == PNS) & (served > _FIVE_YEARS)
    kind = np.where(drawn < _BIRTHS / _STRETCHES, _BIRTH, kind)
    long_leave = (drawn > 1 - _LONG_LEAVES / _STRETCHES) & may_long
    kind = np.where(long_leave, _LONG, kind)
    months = (kind == _BIRTH) | (kind == _LONG)
    away = (served > 0) & (months | (chance.random(rows) < share))
    who = np.flatnonzero(away)
    months = months[who]
    room = np.where(months, length - 93, length - _FEW_DAYS)
    starts = first + np.floor(chance.random(len(who)) * room).astype(np.int64)
    until = np.where(
        months, add_months(starts, _MONTHS), starts + chance.integers(1, _FEW_DAYS, len(who))
    )
    return who, kind[who], starts, until
