"""Contracts of PPPK, and the persons outside the civil service whom governments once employed."""

from __future__ import annotations

from datetime import date

import numpy as np

from pamong.law.fact_table import fact_table
from pamong.synth.cells import Cells, Frame, Whole
from pamong.synth.days import add_months, number_of
from pamong.synth.governments import Kelompok, generator
from pamong.synth.order import Order
from pamong.synth.people import UNITS, People

_YEARS = (1, 2, 5)
_CHANCES = (0.2, 0.1, 0.7)
_LONGEST = 6
_PART_TIME = 0.3
# There are part-time PPPK since KepmenPANRB 16/2025.
_PART_TIME_SINCE = date(2025, 1, 13)
_OUTSIDERS = 0.05
# Nobody may be employed so since 2005-11-11 (PP 48/2005 Pasal 8), and whoever was may stay until
# 2023-11-28 (PP 49/2018 Pasal 99).
_EMPLOYED = (date(1998, 1, 5), date(2005, 11, 1))
_LEFT = (date(2021, 1, 31), date(2023, 11, 28))


def kontrak_pppk(order: Order, kelompok: Kelompok, people: People) -> Frame:
    """Return the contracts of every PPPK, one after another up to the one that runs."""
    chance = generator(order, 12, kelompok.number)
    pppk = np.flatnonzero(people.is_pppk)
    years = np.array(_YEARS)[chance.choice(3, len(pppk), p=_CHANCES)]
    part_time = chance.random(len(pppk)) < _PART_TIME
    part_time &= people.entered_on[pppk] >= number_of(_PART_TIME_SINCE)
    years = np.where(part_time, 1, years)
    parts = []
    for number in range(_LONGEST):
        starts = add_months(people.entered_on[pppk], 12 * years * number)
        ends = add_months(people.entered_on[pppk], 12 * years * (number + 1))
        ends = np.minimum(ends, people.last_birthday[pppk])
        runs = starts <= people.as_of
        parts.append((pppk[runs], starts[runs], ends[runs], part_time[runs]))
    who, starts, ends, part = (np.concatenate(each) for each in zip(*parts, strict=True))
    return Frame.of(
        fact_table("kontrak_pppk"),
        {
            "pegawai_id": people.pegawai_id[who],
            "starts_on": starts,
            "ends_before": ends,
            "paruh_waktu": Cells(part),
            "diputus_on": Cells(np.zeros(len(who), np.int64), np.ones(len(who), np.bool_)),
        },
    )


def tenaga_non_asn(order: Order, kelompok: Kelompok) -> Frame:
    """Return the persons outside the civil service, all of whom have left in time."""
    chance = generator(order, 13, kelompok.number)
    sizes = [int(g.asn * _OUTSIDERS) for g in kelompok.governments]
    pemda = np.repeat(np.array([g.pemda_id for g in kelompok.governments], np.int64), sizes)
    rows = len(pemda)
    return Frame.of(
        fact_table("tenaga_non_asn"),
        {
            "pemda_id": pemda,
            "unit_id": pemda * 1000 + chance.integers(1, UNITS + 1, rows),
            "mulai_on": _between(chance, _EMPLOYED, rows),
            "ends_before": _between(chance, _LEFT, rows),
            "jabatan_asn": Cells(chance.random(rows) < 0.6),
            "terdata_bkn": Cells(chance.random(rows) < 0.9),
            "blud": Cells(np.zeros(rows, np.bool_)),
        },
    )


def _between(chance: np.random.Generator, days: tuple[date, date], rows: int) -> Whole:
    return chance.integers(number_of(days[0]), number_of(days[1]) + 1, rows)
