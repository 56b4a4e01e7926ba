"""What becomes of a made-up person in service: golongan, posts, education, courses, pension.

The steps are plausible, not the law: promotions come every fourth year, levels of a functional
post after so many years. What the law demands of a career is for its rules to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pamong.apps.demonstration.population.shares import Population, Profile, population
from pamong.apps.kepegawaian.enrolments import (
    DiklatEntry,
    JabatanEntry,
    PangkatEntry,
    PendidikanEntry,
)
from pamong.apps.kepegawaian.models import (
    DiklatKind,
    JabatanAsn,
    JenjangFungsional,
    JenjangPendidikan,
)
from pamong.kernel.golongan import GOLONGAN_PNS, GOLONGAN_PPPK

LADDER = tuple(map(str, GOLONGAN_PNS))
PPPK_LADDER = tuple(map(str, GOLONGAN_PPPK))
FIRST_GOLONGAN = {"sd": "I/a", "smp": "I/c", "sma": "II/a", "d3": "II/c", "s1": "III/a"}
LAST_GOLONGAN = {"sd": "II/a", "smp": "II/c", "sma": "III/b", "d3": "III/c", "s1": "III/d"}
PPPK_GOLONGAN = {"sd": "I", "smp": "IV", "sma": "V", "d3": "VII", "s1": "IX", "s2": "X"}
RAISES = {"pelaksana": 0, "fungsional": 3, "struktural": 2}
"""How many steps of golongan beyond the last of his education a post of that sort allows."""
YEARS_BETWEEN_RAISES = 4
EXPERTS = {"s1", "s2", "s3"}
EXPERT = ((0, "ahli_pertama"), (8, "ahli_muda"), (17, "ahli_madya"))
SKILLED = ((0, "terampil"), (7, "mahir"), (15, "penyelia"))
CHAIN = {
    "sd": ("sd",),
    "smp": ("sd", "smp"),
    "sma": ("smp", "sma"),
    "d3": ("sma", "d3"),
    "s1": ("sma", "s1"),
    "s2": ("sma", "s1", "s2"),
    "s3": ("sma", "s1", "s2", "s3"),
}
GRADUATED_AT = {"sd": 13, "smp": 16, "sma": 19, "d3": 22, "s1": 23, "s2": 33, "s3": 42}
OFFICIAL = {
    JabatanAsn.PENGAWAS: (JabatanAsn.PENGAWAS,),
    JabatanAsn.ADMINISTRATOR: (JabatanAsn.PENGAWAS, JabatanAsn.ADMINISTRATOR),
    JabatanAsn.JPT_PRATAMA: (JabatanAsn.ADMINISTRATOR, JabatanAsn.JPT_PRATAMA),
}
LEADERSHIP_COURSE = {
    JabatanAsn.PENGAWAS: "Pelatihan Kepemimpinan Pengawas",
    JabatanAsn.ADMINISTRATOR: "Pelatihan Kepemimpinan Administrator",
    JabatanAsn.JPT_PRATAMA: "Pelatihan Kepemimpinan Nasional Tingkat II",
}
BASIC_COURSE = "Pelatihan Dasar CPNS"
LONGEST_WAIT = 365
"""Days within which the basic course is taken."""


@dataclass(frozen=True, slots=True)
class Career:
    """Where somebody stands: born when, in service since when, educated how, in which post."""

    born_on: date
    starts_on: date
    age_of_pension: int
    is_pppk: bool
    education: str
    kind: JabatanAsn
    post: str
    profile: Profile

    @property
    def sort(self) -> str:
        """The sort of post in the words of data/penduduk.toml."""
        if self.kind in {JabatanAsn.FUNGSIONAL, JabatanAsn.PELAKSANA}:
            return self.kind.value
        return "struktural"

    @property
    def ends_before(self) -> date | None:
        """The day of the pension, where it is near enough to be decided already."""
        day = pension_day(self.born_on, self.age_of_pension)
        return day if day < population().pensions_known_until else None


def years_after(day: date, years: int) -> date:
    """Return the same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def pension_day(born_on: date, age: int) -> date:
    """Return the first of the month after somebody turns ``age``."""
    birthday = years_after(born_on, age)
    return date(birthday.year + birthday.month // 12, birthday.month % 12 + 1, 1)


def pension_age(kind: JabatanAsn, post: str, education: str, service: int) -> int:
    """Return at what age who holds such a post, after so many years of service, leaves it.

    Source: UU 20/2023 Pasal 55; PP 11/2017 Pasal 239 ayat (2); UU 14/2005 Pasal 30 ayat (4).
    """
    is_expert = kind is JabatanAsn.FUNGSIONAL and education in EXPERTS
    is_madya = is_expert and service >= EXPERT[-1][0]
    if kind is JabatanAsn.JPT_PRATAMA or post == "Guru" or is_madya:
        return 60
    return 58


def pangkat(career: Career, drawn: Population, chance: Random) -> Iterator[PangkatEntry]:
    """Tell the golongan, one after the other."""
    if career.is_pppk:
        golongan = PPPK_GOLONGAN.get(career.education, "XI")
        yield PangkatEntry(golongan, career.starts_on, career.ends_before, drawn.source)
        return
    first = LADDER.index(FIRST_GOLONGAN.get(career.education, "III/b"))
    last = LADDER.index(LAST_GOLONGAN.get(career.education, "IV/a")) + RAISES[career.sort]
    days = [career.starts_on]
    day = date(career.starts_on.year + YEARS_BETWEEN_RAISES, chance.choice((4, 10)), 1)
    while day < drawn.as_of and len(days) <= min(last, len(LADDER) - 1) - first:
        days.append(day)
        day = years_after(day, YEARS_BETWEEN_RAISES + (chance.random() < 0.3))
    for step, (since, until) in enumerate(stretches(days, career.ends_before)):
        yield PangkatEntry(LADDER[first + step], since, until, drawn.source)


def posts(career: Career, drawn: Population, chance: Random) -> Iterator[JabatanEntry]:
    """Tell the posts, one after the other, the last one that of the career."""
    if career.kind is JabatanAsn.FUNGSIONAL:
        steps = EXPERT if career.education in EXPERTS else SKILLED
        known = [
            (years_after(career.starts_on, years), jenjang)
            for years, jenjang in steps
            if years_after(career.starts_on, years) < drawn.as_of
            and (years == 0 or not career.is_pppk)
        ]
        spans = stretches([day for day, _ in known], career.ends_before)
        for (_, jenjang), (since, until) in zip(known, spans, strict=True):
            yield _entry(career.kind, jenjang, career.post, since, until, drawn)
        return
    kinds: Sequence[JabatanAsn] = OFFICIAL.get(career.kind, ())
    took_office = sorted(chance.sample(drawn.inaugurations, len(kinds)))
    names = _names_of_posts(len(kinds), career, chance)
    days = [career.starts_on, *took_office]
    for kind, name, (since, until) in zip(
        (JabatanAsn.PELAKSANA, *kinds), names, stretches(days, career.ends_before), strict=True
    ):
        yield _entry(kind, "", name, since, until, drawn)


def education(career: Career, drawn: Population, chance: Random) -> Iterator[PendidikanEntry]:
    """Tell what was completed; a higher degree may come in service, never after today."""
    for level in CHAIN[career.education]:
        day = years_after(career.born_on, GRADUATED_AT[level])
        year = min(day.year, drawn.as_of.year - 1)
        field = chance.choice(career.profile.fields_of_study) if level in {"d3", *EXPERTS} else ""
        graduated_on = date(year, 7, chance.randint(1, 28))
        yield PendidikanEntry(JenjangPendidikan(level), field, graduated_on, drawn.source)


def courses(career: Career, drawn: Population, chance: Random) -> Iterator[DiklatEntry]:
    """Tell the courses: the basic one at first, then that of the office, and some more."""
    some = chance.sample(drawn.technical_courses, chance.randint(1, 3))
    later = [(DiklatKind.TEKNIS, name) for name in some]
    if career.kind in LEADERSHIP_COURSE:
        later.append((DiklatKind.STRUKTURAL, LEADERSHIP_COURSE[career.kind]))
    span = (drawn.as_of - career.starts_on).days
    if not career.is_pppk:
        if career.kind is JabatanAsn.FUNGSIONAL:
            later.append((DiklatKind.FUNGSIONAL, chance.choice(drawn.functional_courses)))
        basic = timedelta(days=int(chance.random() * min(span, LONGEST_WAIT)))
        yield _course(DiklatKind.STRUKTURAL, BASIC_COURSE, career.starts_on + basic, drawn, chance)
    for kind, name in later:
        day = career.starts_on + timedelta(days=int(chance.random() * span))
        yield _course(kind, name, day, drawn, chance)


def _course(
    kind: DiklatKind, name: str, day: date, drawn: Population, chance: Random
) -> DiklatEntry:
    until = day + timedelta(days=chance.randint(1, 5))
    return DiklatEntry(kind, name, chance.choice(drawn.hours), day, until, drawn.source)


def stretches(
    days: Sequence[date], ends_before: date | None
) -> Iterator[tuple[date, date | None]]:
    """Pair each first day with the next one; the last with the end."""
    yield from zip(days, [*days[1:], ends_before], strict=True)


def _names_of_posts(count: int, career: Career, chance: Random) -> list[str]:
    """Name the posts on the way to the last."""
    if not count:
        return [career.post]
    before = ["Kepala Seksi", "Kepala Bidang"][: count - 1]
    return [chance.choice(career.profile.other_posts), *before, career.post]


def _entry(
    kind: JabatanAsn,
    jenjang: str,
    nama: str,
    since: date,
    until: date | None,
    drawn: Population,
) -> JabatanEntry:
    level = JenjangFungsional(jenjang) if jenjang else ""
    return JabatanEntry(kind, level, nama, since, until, drawn.source)
