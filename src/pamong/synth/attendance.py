"""Every working day of twelve months for everybody, with the minutes that somebody was late."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from pamong.law.fact_table import fact_table
from pamong.synth.absences import window
from pamong.synth.cells import Cells, Flags, Frame, Whole
from pamong.synth.governments import Kelompok, generator
from pamong.synth.order import Order
from pamong.synth.people import People

PEOPLE_AT_ONCE = 2_000
# Minutes late and minutes left early on few days: far less than one day of 450 minutes a year.
_LATE, _LATEST = 0.06, 16
_EARLY, _EARLIEST = 0.02, 11


def kehadiran(
    order: Order, kelompok: Kelompok, people: People, absences: Frame, given: Frame
) -> Iterator[pa.Table]:
    """Yield the days of attendance, part by part.

    ``absences`` are the rows of presensi with the scenarios in them; ``given`` holds the days that
    scenarios tell. Whoever a scenario tells of has no other minutes.
    """
    days = window(order).days
    chance = generator(order, 18, kelompok.number)
    told = np.unique(given["pegawai_id"][given.planted >= 0])
    replaced = np.unique(absences["pegawai_id"][absences.planted >= 0])
    quiet = np.union1d(told, replaced)
    for first in range(0, len(people), PEOPLE_AT_ONCE):
        rows = slice(first, min(first + PEOPLE_AT_ONCE, len(people)))
        ids = people.pegawai_id[rows]
        count = len(ids)
        hadir = np.ones((count, len(days)), np.bool_)
        reason = np.ones((count, len(days)), np.bool_)
        unknown = np.ones((count, len(days)), np.bool_)
        late = _minutes(chance, (count, len(days)), _LATE, _LATEST)
        early = _minutes(chance, (count, len(days)), _EARLY, _EARLIEST)
        noiseless = np.isin(ids, quiet)
        late[noiseless] = 0
        early[noiseless] = 0
        who, day, places = _within(absences, ids, days)
        hadir[who, day] = False
        reason[who, day] = absences["alasan_sah"][places]
        unknown[who, day] = absences.cells["alasan_sah"].blanks()[places]
        late[who, day] = early[who, day] = 0
        unrecorded = np.zeros((count, len(days)), np.bool_)
        who, day, places = _within(given, ids, days)
        hadir[who, day] = given["hadir"][places]
        reason[who, day] = given["alasan_sah"][places]
        unknown[who, day] = given.cells["alasan_sah"].blanks()[places]
        late[who, day] = given["terlambat_menit"][places]
        early[who, day] = given["pulang_cepat_menit"][places]
        unrecorded[who, day] = given.cells["terlambat_menit"].blanks()[places]
        served = days[None, :] >= people.entered_on[rows][:, None]
        served[noiseless] = True
        yield Frame.of(
            fact_table("kehadiran"),
            {
                "pegawai_id": np.repeat(ids, len(days)).reshape(served.shape)[served],
                "hari": np.tile(days, count).reshape(served.shape)[served],
                "hadir": hadir[served],
                "terlambat_menit": Cells(late[served], unrecorded[served]),
                "pulang_cepat_menit": Cells(early[served], unrecorded[served]),
                "alasan_sah": Cells(reason[served], unknown[served]),
            },
        ).to_arrow()


def _minutes(
    chance: np.random.Generator, shape: tuple[int, int], share: float, bound: int
) -> Whole:
    """Draw minutes for a share of the days; the others have none."""
    drawn = chance.random(shape, np.float32)
    minutes = (drawn * np.float32((bound - 1) / share)).astype(np.int64) + 1
    return np.where(drawn < np.float32(share), minutes, 0)


def _within(frame: Frame, ids: Whole, days: Whole) -> tuple[Whole, Whole, Whole]:
    """Return person, day and row of the rows that tell of these people on these days."""
    person, day = frame["pegawai_id"], frame["hari"]
    first, last = np.searchsorted(person, [ids[0], ids[-1] + 1])
    places = np.arange(first, last)
    place = np.searchsorted(days, day[first:last])
    here: Flags = (place < len(days)) & (days[np.minimum(place, len(days) - 1)] == day[first:last])
    return person[first:last][here] - ids[0], place[here], places[here]
