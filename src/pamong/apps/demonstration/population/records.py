"""What else the record of a made-up person holds: appointments, pay, appraisals, contracts.

Drawn apart from the careers, by a chance of its own, so that the same people are drawn as before.
Pay follows the printed steps from the first appointment; what the law says of it is for its rules.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from pamong.apps.demonstration.population.careers import Career, years_after
from pamong.apps.demonstration.population.shares import Population
from pamong.apps.kepegawaian.enrolments import (
    AppointmentEntry,
    DetailsEntry,
    DiklatEntry,
    GajiEntry,
    KinerjaEntry,
    PangkatEntry,
    PerjanjianEntry,
)
from pamong.apps.kepegawaian.models import DiklatKind, EmploymentKind, MaritalState, Predikat, Sex

APPRAISED = (2024, 2025)
TRAINED_IN = 2025
"""The year for which the courses of everybody are on record whole."""
HOURS_A_YEAR = 24
SHORT_OF_HOURS = 0.03
POOR, EXCELLENT = 0.02, 0.25
CONTRACT_YEARS = 5
FIRST_ODD = 3
ODD = {"I/b", "I/c", "I/d", "II/b", "II/c", "II/d"}
MONTHS = 12
PAY_SINCE, LAST_STEP = 2021, 34
"""From which year the rises are on record, and beyond which years of service there are none."""


def appointments(career: Career, drawn: Population) -> Iterator[AppointmentEntry]:
    """Tell as what somebody was employed: a PNS was CPNS for a year."""
    starts_on, ends_before = career.starts_on, career.ends_before
    if career.is_pppk:
        yield AppointmentEntry(EmploymentKind.PPPK, starts_on, ends_before, drawn.source)
        return
    confirmed = years_after(starts_on, 1)
    if starts_on.year == drawn.as_of.year:
        yield AppointmentEntry(EmploymentKind.CPNS, starts_on, ends_before, drawn.source)
        return
    yield AppointmentEntry(EmploymentKind.CPNS, starts_on, confirmed, drawn.source)
    yield AppointmentEntry(EmploymentKind.PNS, confirmed, ends_before, drawn.source)


def details(career: Career, drawn: Population, chance: Random) -> DetailsEntry:
    """Tell what is so of a person."""
    is_young = (drawn.as_of - career.born_on).days < 25 * 365
    marital = MaritalState.BELUM if is_young else MaritalState.KAWIN
    sex = chance.choice((Sex.MALE, Sex.FEMALE))
    return DetailsEntry(sex, marital, career.starts_on, career.ends_before, drawn.source)


def pay(career: Career, ranks: Sequence[PangkatEntry], drawn: Population) -> Iterator[GajiEntry]:
    """Tell the rises of some years up to those decided ahead, each in the golongan of its day."""
    if career.is_pppk:
        return
    begins_at = FIRST_ODD if ranks[0].golongan in ODD else 0
    until = years_after(drawn.as_of, 1)
    for step in range(begins_at, LAST_STEP):
        since = years_after(career.starts_on, step - begins_at)
        golongan = _of(ranks, since)
        is_step = step % 2 == golongan.startswith(("I/b", "I/c", "I/d", "II/"))
        if since.year >= PAY_SINCE and since <= until and (is_step or step == begins_at):
            yield GajiEntry(golongan, MONTHS * step, since, None, drawn.source)


def appraisals(career: Career, drawn: Population, chance: Random) -> Iterator[KinerjaEntry]:
    """Tell the appraisals of the last two years that were served whole."""
    for year in APPRAISED:
        if career.starts_on <= date(year, 1, 1):
            lot = chance.random()
            predikat = Predikat.SANGAT_BAIK if lot < EXCELLENT else Predikat.BAIK
            if lot > 1 - POOR:
                predikat = Predikat.BUTUH_PERBAIKAN
            days = date(year, 1, 1), date(year + 1, 1, 1)
            yield KinerjaEntry(year, predikat, *days, drawn.source)


def contracts(career: Career, drawn: Population) -> Iterator[PerjanjianEntry]:
    """Tell the contracts of a PPPK, one after the other, the last one up to the pension."""
    if not career.is_pppk:
        return
    starts_on = career.starts_on
    while starts_on <= years_after(drawn.as_of, 1):
        ends_before = years_after(starts_on, CONTRACT_YEARS)
        pension = years_after(career.born_on, career.age_of_pension)
        if starts_on < pension < ends_before:
            ends_before = pension
        yield PerjanjianEntry(False, starts_on, ends_before, drawn.source)  # noqa: FBT003  a row
        starts_on = ends_before


def course_of_the_year(career: Career, drawn: Population, chance: Random) -> Iterator[DiklatEntry]:
    """Tell the course with the hours that a PNS has a right to; a few go short of them."""
    if (
        career.is_pppk
        or career.starts_on >= date(TRAINED_IN, 1, 1)
        or chance.random() < SHORT_OF_HOURS
    ):
        return
    since = date(TRAINED_IN, 2, 1) + timedelta(days=chance.randint(0, 300))
    nama = f"Pengembangan Kompetensi {TRAINED_IN}"
    until = since + timedelta(days=3)
    yield DiklatEntry(DiklatKind.TEKNIS, nama, HOURS_A_YEAR, since, until, drawn.source)


def within_a_year(career: Career, courses: Sequence[DiklatEntry]) -> Sequence[DiklatEntry]:
    """Leave a PPPK, whose hours of a year have a limit, one course of no more than these."""
    if not career.is_pppk:
        return courses
    return [each._replace(hours=min(each.hours or 0, HOURS_A_YEAR)) for each in courses[:1]]


def _of(ranks: Sequence[PangkatEntry], day: date) -> str:
    """Return the golongan on a day, or the first."""
    held = [each.golongan for each in ranks if each.starts_on <= day]
    return held[-1] if held else ranks[0].golongan
