"""A year of attendance of Kabupaten Contoh: who was absent when, and for which OPDs it is known.

A day of attendance needs no row (docs/adr/0051): what is loaded is told by coverage with a control
total, and the absences by rows.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any

from pamong.apps.core.audit import Actor
from pamong.apps.demonstration.population.shares import figures, population
from pamong.apps.demonstration.scenarios import planted_pegawai
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.apps.presensi.models import AttendanceCoverage
from pamong.apps.presensi.services import AbsenceEntry, Loaded, load_attendance
from pamong.kernel.kalender import WorkWeek, national_kalender
from pamong.kernel.period import Period


@dataclass(frozen=True, slots=True)
class Ground:
    """One sort of absence: how likely, how often in a year, how many days each time."""

    note: str
    is_valid: bool
    chance: float
    spells: tuple[int, int]
    days: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attender:
    """Somebody whose attendance is told."""

    pegawai_id: int
    opd_id: int
    work_week: WorkWeek
    period: Period


def is_attended(pemda: Pemda) -> bool:
    """Tell whether the attendance is loaded; it comes whole or not at all."""
    return AttendanceCoverage.objects.filter(pemda=pemda).exists()


def attend(*, pemda: Pemda, actor: Actor, reason: str) -> None:
    """Load the year of attendance of everybody; those who are planted have theirs."""
    people = list(_attenders(pemda))
    loaded = {each.opd_id: each for each in _loaded(pemda, people)}
    planted = {each.employment.nip for each in planted_pegawai()}
    spared = set(
        Pegawai.objects.filter(pemda=pemda, person__identifiers__value__in=planted).values_list(
            "pk", flat=True
        )
    )
    load_attendance(
        pemda=pemda,
        loaded=loaded.values(),
        absences=absences([each for each in people if each.pegawai_id not in spared], loaded),
        source=figures()["presensi"]["sumber"],
        actor=actor,
        reason=reason,
    )


def absences(people: Sequence[Attender], loaded: dict[int, Loaded]) -> Iterator[AbsenceEntry]:
    """Draw the absences of ``people`` on the days that are loaded of their OPD."""
    chance = Random(population().seed)  # noqa: S311  the same year each time
    for who in people:
        covered = loaded[who.opd_id].period.intersection(who.period)
        days = working_days(who.work_week, covered) if covered else ()
        taken: set[date] = set()
        for ground in grounds():
            if days and chance.random() < ground.chance:
                for day in _spells(days, ground, chance):
                    if day not in taken:
                        taken.add(day)
                        yield AbsenceEntry(who.pegawai_id, day, ground.is_valid, ground.note)


def working_days(week: WorkWeek, period: Period) -> Sequence[date]:
    """Return the working days of a period within the year that is loaded."""
    days = _year(week)
    end = len(days) if period.end is None else bisect_left(days, period.end)
    return days[bisect_left(days, period.start) : end]


@cache
def grounds() -> tuple[Ground, ...]:
    """Return the sorts of absence."""
    return tuple(
        Ground(row["catatan"], row["sah"], row["peluang"], tuple(row["kali"]), tuple(row["hari"]))
        for row in figures()["presensi"]["alasan"]
    )


@cache
def _year(week: WorkWeek) -> tuple[date, ...]:
    whole = _whole_year()
    works = national_kalender().is_working_day
    count = (whole.end or whole.start).toordinal() - whole.start.toordinal()
    days = (date.fromordinal(whole.start.toordinal() + offset) for offset in range(count))
    return tuple(day for day in days if works(day, week))


def _whole_year() -> Period:
    data = figures()["presensi"]
    return Period.inclusive(data["dari"], data["sampai"])


def _spells(days: Sequence[date], ground: Ground, chance: Random) -> Iterator[date]:
    for _ in range(chance.randint(*ground.spells)):
        first = int(chance.random() * len(days))
        yield from days[first : first + chance.randint(*ground.days)]


def _attenders(pemda: Pemda) -> Iterator[Attender]:
    rows = Pegawai.objects.filter(pemda=pemda).order_by("id")
    for pk, opd_id, week, starts_on, ends_before in rows.values_list(
        "id", "placements__opd_id", "work_week", "starts_on", "ends_before"
    ):
        yield Attender(pk, opd_id, WorkWeek(week), Period(starts_on, ends_before))


def _loaded(pemda: Pemda, people: Sequence[Attender]) -> Iterator[Loaded]:
    """Tell for each OPD which days are loaded, and how many person days that makes."""
    partly: dict[str, Any] = {
        row["opd"]: Period.inclusive(row["dari"], row["sampai"])
        for row in figures()["presensi"]["belum_lengkap"]
    }
    opds = list(Opd.objects.filter(pemda=pemda).order_by("id"))
    periods = {opd.pk: partly.get(opd.nama, _whole_year()) for opd in opds}
    person_days: Counter[int] = Counter()
    for who in people:
        known = periods[who.opd_id].intersection(who.period)
        if known:
            person_days[who.opd_id] += len(working_days(who.work_week, known))
    for opd in opds:
        yield Loaded(opd.pk, periods[opd.pk], person_days[opd.pk])
