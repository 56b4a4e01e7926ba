"""Every working day of twelve months for everybody, with the minutes that somebody was late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from pamong.kernel.kalender import WorkWeek
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
    order: Order, kelompok: Kelompok, people: People, frames: Mapping[str, Frame], given: Frame
) -> Iterator[pa.Table]:
    """Yield the days of attendance, part by part.

    ``frames`` are the other tables with the scenarios in them; ``given`` holds the days that
    scenarios tell. Whoever a scenario tells of has no other minutes. A Saturday stands there of
    those with a week of six days.
    """
    absences = frames["presensi"]
    days = window(order, WorkWeek.SIX).days
    in_five = np.isin(days, window(order).days)
    six_days = _has_six_days(frames["pegawai"])
    chance = generator(order, 18, kelompok.number)
    told = [frame["pegawai_id"][frame.planted >= 0] for frame in (absences, given)]
    quiet = np.unique(np.concatenate(told))
    for first in range(0, len(people), PEOPLE_AT_ONCE):
        ids = people.pegawai_id[first : first + PEOPLE_AT_ONCE]
        entered = people.entered_on[first : first + PEOPLE_AT_ONCE]
        is_quiet = np.isin(ids, quiet)
        sheet = _Sheet.of(chance, ids, days)
        sheet.silence(is_quiet)
        sheet.mark_absent(absences)
        sheet.mark_told(given)
        served = (days[None, :] >= entered[:, None]) | is_quiet[:, None]
        on_duty = in_five[None, :] | six_days[first : first + PEOPLE_AT_ONCE, None]
        yield sheet.rows(served & on_duty)


def _has_six_days(pegawai: Frame) -> Flags:
    week = pegawai.cells["pekan_kerja"]
    six: Flags = np.array(week.words)[week.values] == WorkWeek.SIX.value
    return six & ~week.blanks()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Some people and all days: a row for each person, a column for each day."""

    ids: Whole
    days: Whole
    hadir: Flags
    late: Whole
    early: Whole
    unrecorded: Flags
    reason: Flags
    undecided: Flags

    @classmethod
    def of(cls, chance: np.random.Generator, ids: Whole, days: Whole) -> _Sheet:
        """Make a sheet on which everybody came, some of them late."""
        shape = (len(ids), len(days))
        return cls(
            ids,
            days,
            hadir=np.ones(shape, np.bool_),
            late=_minutes(chance, shape, _LATE, _LATEST),
            early=_minutes(chance, shape, _EARLY, _EARLIEST),
            unrecorded=np.zeros(shape, np.bool_),
            reason=np.ones(shape, np.bool_),
            undecided=np.ones(shape, np.bool_),
        )

    def silence(self, who: Flags) -> None:
        """Take away the minutes of these people."""
        self.late[who] = 0
        self.early[who] = 0

    def mark_absent(self, absences: Frame) -> None:
        """Write the absences, with their reasons."""
        who, day, rows = self._places(absences)
        self.hadir[who, day] = False
        self.late[who, day] = 0
        self.early[who, day] = 0
        self._give_reasons(absences, who, day, rows)

    def mark_told(self, given: Frame) -> None:
        """Write the days that scenarios tell, as they tell them."""
        who, day, rows = self._places(given)
        self.hadir[who, day] = given["hadir"][rows]
        self.late[who, day] = given["terlambat_menit"][rows]
        self.early[who, day] = given["pulang_cepat_menit"][rows]
        self.unrecorded[who, day] = given.cells["terlambat_menit"].blanks()[rows]
        self._give_reasons(given, who, day, rows)

    def rows(self, served: Flags) -> pa.Table:
        """Return the rows of the days on which somebody was in service."""
        who, day = np.nonzero(served)
        return Frame.of(
            fact_table("kehadiran"),
            {
                "pegawai_id": self.ids[who],
                "hari": self.days[day],
                "hadir": self.hadir[served],
                "terlambat_menit": Cells(self.late[served], self.unrecorded[served]),
                "pulang_cepat_menit": Cells(self.early[served], self.unrecorded[served]),
                "alasan_sah": Cells(self.reason[served], self.undecided[served]),
            },
        ).to_arrow()

    def _give_reasons(self, frame: Frame, who: Whole, day: Whole, rows: Whole) -> None:
        self.reason[who, day] = frame["alasan_sah"][rows]
        self.undecided[who, day] = frame.cells["alasan_sah"].blanks()[rows]

    def _places(self, frame: Frame) -> tuple[Whole, Whole, Whole]:
        """Return person, day and row of the rows that are about these people and days."""
        first, last = np.searchsorted(frame["pegawai_id"], [self.ids[0], self.ids[-1] + 1])
        person, day = frame["pegawai_id"][first:last], frame["hari"][first:last]
        place = np.searchsorted(self.days, day)
        here = self.days[np.minimum(place, len(self.days) - 1)] == day
        return person[here] - self.ids[0], place[here], np.arange(first, last)[here]


def _minutes(
    chance: np.random.Generator, shape: tuple[int, int], share: float, bound: int
) -> Whole:
    """Draw minutes for a share of the days; the others have none."""
    drawn = chance.random(shape, np.float32)
    minutes = (drawn * np.float32((bound - 1) / share)).astype(np.int64) + 1
    return np.where(drawn < np.float32(share), minutes, 0)
