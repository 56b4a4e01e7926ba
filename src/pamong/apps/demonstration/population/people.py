"""Drawing the made-up people: who, born when, employed since when, where and as what.

One after the other from one seed, so that the first two thousand of twenty thousand are the same
as two thousand.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pamong.apps.demonstration.population import careers, records
from pamong.apps.demonstration.population.careers import Career, pension_age, years_after
from pamong.apps.demonstration.population.names import Namer, Numberer
from pamong.apps.demonstration.population.shares import Profile, Shares, population
from pamong.apps.kepegawaian.enrolments import Enrolment
from pamong.apps.kepegawaian.models import EmploymentKind, JabatanAsn, WorkWeek
from pamong.apps.kepegawaian.services import Employment
from pamong.kernel.period import Period
from pamong.kernel.person_name import PersonName

YOUNGEST, OLDEST = 19, 45
"""Completed years at the first appointment: honorer were taken in late."""
OFFICIALS_SHARE = 4
"""At most one in so many holds an office, so that a small demonstration is not all officials."""
APPOINTED = (1, 3, 4, 12)
"""The months in which people are appointed."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An OPD to put people into."""

    opd_id: int
    nama: str
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of an office that somebody has to fill."""

    unit: Unit
    nama: str
    kind: JabatanAsn


class Drawing:
    """Draws people into the OPDs of one government."""

    def __init__(self, units: Sequence[Unit], taken: Collection[str]) -> None:
        self._drawn = population()
        self._chance = Random(self._drawn.seed)  # noqa: S311  the same people each time
        # What came later into the record has a chance of its own: the people stay the same.
        self._more = Random(self._drawn.seed + 1)  # noqa: S311  the same
        self._names = Namer(self._chance, taken)
        self._numbers = Numberer()
        self._units = Shares({unit: self._drawn.profile_of(unit.nama).weight for unit in units})

    def people(self, count: int, seats: Sequence[Seat]) -> Iterator[Enrolment]:
        """Draw ``count`` people, those for ``seats`` first, as far as their share reaches."""
        filled = seats[: count // OFFICIALS_SHARE]
        for seat in filled:
            yield self._official(seat)
        for _ in range(count - len(filled)):
            yield self._staff()

    def _official(self, seat: Seat) -> Enrolment:
        profile = self._drawn.profile_of(seat.unit.nama)
        education = self._drawn.education["struktural"].draw(self._chance)
        # Old enough for the post, and young enough when it was given.
        age = self._chance.randint(44 if seat.kind is JabatanAsn.JPT_PRATAMA else 36, 54)
        service = age - self._chance.randint(23, 27)
        career = Career(
            born_on=self._born(age),
            starts_on=self._appointed(service),
            age_of_pension=pension_age(seat.kind, seat.nama, education, service),
            is_pppk=False,
            education=education,
            kind=seat.kind,
            post=seat.nama,
            profile=profile,
        )
        return self._enrol(career, seat.unit)

    def _staff(self) -> Enrolment:
        unit = self._units.draw(self._chance)
        profile = self._drawn.profile_of(unit.nama)
        kind, post, education = self._work(profile)
        is_pppk = self._chance.random() < profile.pppk
        age, service = self._pppk_years(kind, post) if is_pppk else self._pns_years(kind, post)
        career = Career(
            born_on=self._born(age),
            starts_on=self._appointed(service),
            age_of_pension=pension_age(kind, post, education, 0 if is_pppk else service),
            is_pppk=is_pppk,
            education=education,
            kind=kind,
            post=post,
            profile=profile,
        )
        return self._enrol(career, unit)

    def _work(self, profile: Profile) -> tuple[JabatanAsn, str, str]:
        """Draw the sort of post, the post and the education for it."""
        if self._chance.random() < profile.functional:
            post = self._chance.choice(profile.functional_posts)
            return JabatanAsn.FUNGSIONAL, post, profile.functional_education.draw(self._chance)
        post = self._chance.choice(profile.other_posts)
        return JabatanAsn.PELAKSANA, post, self._drawn.education["pelaksana"].draw(self._chance)

    def _pns_years(self, kind: JabatanAsn, post: str) -> tuple[int, int]:
        """Draw completed years of age and of service that go together."""
        ages, services = (
            self._drawn.ages.draw(self._chance),
            self._drawn.services.draw(self._chance),
        )
        service = self._chance.randint(services.first, services.last)
        oldest = pension_age(kind, post, "", 0) - 1
        age = self._chance.randint(ages.first, min(ages.last, oldest))
        return age, max(0, min(max(service, age - OLDEST), age - YOUNGEST))

    def _pppk_years(self, kind: JabatanAsn, post: str) -> tuple[int, int]:
        """Draw the same for a PPPK: no source tells their ages, so those are ours."""
        service = self._drawn.as_of.year - self._drawn.pppk_years.draw(self._chance)
        oldest = pension_age(kind, post, "", 0) - 2
        return int(self._chance.triangular(YOUNGEST + 4 + service, oldest, 35)), service

    def _born(self, age: int) -> date:
        """Return a birth date of somebody who has completed ``age`` years."""
        latest = years_after(self._drawn.as_of, -age)
        return latest - timedelta(days=self._chance.randint(0, 364))

    def _appointed(self, service: int) -> date:
        return date(self._drawn.as_of.year - service, self._chance.choice(APPOINTED), 1)

    def _enrol(self, career: Career, unit: Unit) -> Enrolment:
        drawn, chance, more = self._drawn, self._chance, self._more
        title = career.profile.titles.get(career.education, "")
        name = PersonName(self._names.next(), "", title)
        employment = self._employment(career)
        ranks = tuple(careers.pangkat(career, drawn, chance))
        jabatan = tuple(careers.posts(career, drawn, chance))
        pendidikan = tuple(careers.education(career, drawn, chance))
        courses = tuple(careers.courses(career, drawn, chance))
        return Enrolment(
            name=name,
            opd_id=unit.opd_id,
            unit_id=more.choice(unit.parts) if unit.parts else None,
            employment=employment,
            pangkat=ranks,
            jabatan=jabatan,
            pendidikan=pendidikan,
            diklat=(
                *records.within_a_year(career, courses),
                *records.course_of_the_year(career, drawn, more),
            ),
            appointments=tuple(records.appointments(career, drawn)),
            details=(records.details(career, drawn, more),),
            gaji=tuple(records.pay(career, ranks, drawn)),
            kinerja=tuple(records.appraisals(career, drawn, more)),
            perjanjian=tuple(records.contracts(career, drawn)),
        )

    def _employment(self, career: Career) -> Employment:
        born_on, starts_on = career.born_on, career.starts_on
        if career.is_pppk:
            kind, nip = EmploymentKind.PPPK, self._numbers.pppk(born_on, starts_on)
        else:
            is_new = starts_on.year == self._drawn.as_of.year
            kind = EmploymentKind.CPNS if is_new else EmploymentKind.PNS
            nip = self._numbers.pns(born_on, starts_on)
        return Employment(
            kind=kind,
            nip=nip,
            period=Period(starts_on, career.ends_before),
            work_week=WorkWeek(career.profile.work_week.value),
            holds_post=career.kind is not JabatanAsn.PELAKSANA,
            born_on=born_on,
        )
