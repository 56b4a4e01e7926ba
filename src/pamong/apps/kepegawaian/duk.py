"""The DUK of a government or an OPD on a day: each place, and what sets it before the next.

Rank and its first day are counted in the database; the other measures are read of those alone who
are alike in both and on the page. The order itself is the law's (``regulations/duk``).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from pamong.apps.core.models import Person
from pamong.apps.kepegawaian.blocks import Block, FirstPages, in_blocks, touched
from pamong.apps.kepegawaian.models import (
    DiklatKind,
    JenjangPendidikan,
    RiwayatDiklat,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_columns import definitive_first
from pamong.kernel.golongan import GOLONGAN_PNS, parse_golongan
from pamong.regulations.duk.ordering import (
    Apart,
    Key,
    Measure,
    Seniority,
    apart,
    course_level,
    key_of,
    post_level,
)

ROOMS = [str(each) for each in GOLONGAN_PNS]
LEVELS = {level: place for place, level in enumerate(JenjangPendidikan.values)}
Held = tuple[str, date]
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """One place: whose it is, and what sets it before the next; at the end of the list nothing.

    ``is_tied`` says that the next is alike in every measure, which leaves the law without an
    answer; such places follow one another by name. ``own`` and ``next_own`` are what the two have
    of the measure that sets them apart; ``None`` where it is not on record.
    """

    pegawai_id: int
    number: int
    apart: Apart | None
    is_tied: bool = False
    own: object = None
    next_own: object = None


class Row(NamedTuple):
    """One PNS as he is sorted, with what the measures look at as the record tells it."""

    key: Key
    name: str
    pegawai_id: int
    told: Mapping[Measure, object]


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many have which rank since when, the highest first, and how many PNS there are."""

    ranks: Sequence[tuple[Held, int]]
    everybody: int
    first: FirstPages[Place] = field(default_factory=FirstPages)


class Duk:
    """The DUK of the PNS of a roster whose rank is on record."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        told = roster.remembered("duk", self._counted, also=(RiwayatDiklat, Person))
        self._blocks, self._first = in_blocks(told.ranks), told.first
        self.number_without = told.everybody - self.number
        """How many of the roster have no rank on record, so no place."""

    @property
    def number(self) -> int:
        """How many places there are."""
        return sum(block.number for block in self._blocks)

    def places(self, start: int, size: int) -> list[Place]:
        """Return ``size`` places from ``start`` on, counted from 0."""
        return self._first.rows(start, size, lambda: self._read(start, size))

    def everybody(self, chunk: int) -> Iterator[list[Place]]:
        """Yield all places, so many at a time."""
        for start in range(0, self.number, chunk):
            yield self._read(start, chunk)

    def _read(self, start: int, size: int) -> list[Place]:
        found: list[Place] = []
        following = dict(pairwise(self._blocks))
        wanted = list(touched(self._blocks, start, size))
        for block, rows in zip(wanted, self._rows_of(wanted), strict=True):
            next_block = following.get(block)
            found += _placed(block, rows, next_block.key if next_block else None)
        first = wanted[0].before if wanted else 0
        return found[start - first : start - first + size]

    def _counted(self) -> Numbers:
        rows = RiwayatPangkat.objects.on(self._roster.day).filter(
            golongan__in=ROOMS, pegawai__in=self._roster.people(at_once=True)
        )
        told = rows.values_list("golongan", "starts_on").annotate(number=Count("pk")).order_by()
        counted = sorted(
            (((room, since), number) for room, since, number in told),
            key=lambda row: (-ROOMS.index(row[0][0]), row[0][1]),
        )
        return Numbers(counted, self._roster.number())

    def _rows_of(self, blocks: Sequence[Block[Held]]) -> Iterator[list[Row]]:
        """Yield the people of each block from the highest to the lowest, by one question."""
        if not blocks:
            return
        held = Q(pk__in=[])
        for block in blocks:
            held |= Q(golongan=block.key[0], starts_on=block.key[1])
        ranks = RiwayatPangkat.objects.on(self._roster.day).filter(held)
        ranks = ranks.filter(pegawai__in=self._roster.people())
        ranks = ranks.select_related("pegawai__person")
        by_block: dict[Held, list[Row]] = {}
        for rank in _with_measures(ranks, self._roster.day):
            by_block.setdefault((rank.golongan, rank.starts_on), []).append(_row(rank))
        for block in blocks:
            yield sorted(by_block.get(block.key, []), key=lambda row: row[:3])


def _placed(block: Block[Held], rows: Sequence[Row], after: Held | None) -> list[Place]:
    places = []
    for at, row in enumerate(rows):
        number = block.before + at + 1
        if at + 1 < len(rows):
            places.append(_beside(row, rows[at + 1], number))
        else:
            places.append(_last_of(block.key, after, row.pegawai_id, number))
    return places


def _beside(row: Row, following: Row, number: int) -> Place:
    told = apart(row.key, following.key)
    if told is None:
        return Place(row.pegawai_id, number, None, is_tied=True)
    own, next_own = row.told[told.measure], following.told[told.measure]
    return Place(row.pegawai_id, number, told, own=own, next_own=next_own)


def _last_of(held: Held, after: Held | None, pegawai_id: int, number: int) -> Place:
    """Return the last place of those of one rank and first day: rank or day sets it apart."""
    if after is None:
        return Place(pegawai_id, number, None)
    at = 0 if held[0] != after[0] else 1
    told = Apart((Measure.GOLONGAN, Measure.GOLONGAN_ON)[at])
    return Place(pegawai_id, number, told, own=held[at], next_own=after[at])


def _with_measures(ranks: QuerySet[RiwayatPangkat], day: date) -> QuerySet[Any]:
    """Add to the rank what the other measures look at, as one value each."""
    posts = definitive_first(_of(RiwayatJabatan), day=day, ended=False)
    known = Q(graduated_on=None) | Q(graduated_on__lte=day)
    schools = _of(RiwayatPendidikan).filter(known)
    courses = _of(RiwayatDiklat).filter(kind=DiklatKind.STRUKTURAL, starts_on__lte=day)
    courses = courses.filter(Q(ends_before=None) | Q(ends_before__lte=day + A_DAY))
    return ranks.annotate(
        born=F("pegawai__born_on"),
        post=Subquery(
            posts.values_list(
                JSONObject(kind="kind", jenjang="jenjang", eselon="eselon", since="starts_on")
            )[:1]
        ),
        schools=ArraySubquery(
            schools.values_list(
                JSONObject(level="jenjang", on="graduated_on", year="graduated_in")
            )
        ),
        courses=ArraySubquery(
            courses.values_list(JSONObject(nama="nama", since="starts_on", until="ends_before"))
        ),
    )


def _of(model: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.filter(pegawai=OuterRef("pegawai"))
    return rows


def _row(rank: Any) -> Row:
    post: Mapping[str, str] = rank.post or {}
    course, course_on, course_name = _best_course(rank.courses)
    education, graduated_in = _highest(rank.schools)
    held = Seniority(
        golongan=parse_golongan(rank.golongan),
        golongan_on=rank.starts_on,
        post=post_level(post["kind"], post["jenjang"], post["eselon"]) if post else None,
        post_on=date.fromisoformat(post["since"]) if post else None,
        service_months=rank.service_months,
        course=course,
        course_on=course_on,
        education=education,
        graduated_in=graduated_in,
        born_on=rank.born,
    )
    told: dict[Measure, object] = {
        Measure.POST: (post["jenjang"] or post["kind"], post["eselon"]) if post else None,
        Measure.POST_ON: held.post_on,
        Measure.SERVICE: held.service_months,
        Measure.COURSE: course_name,
        Measure.COURSE_ON: course_on,
        Measure.EDUCATION: None if education is None else JenjangPendidikan.values[education],
        Measure.GRADUATED: graduated_in,
        Measure.AGE: held.born_on,
    }
    return Row(key_of(held), rank.pegawai.person.sort_key, rank.pegawai_id, told)


def _best_course(rows: Sequence[Mapping[str, str]]) -> tuple[int, date | None, str | None]:
    """Return the highest course with the first day on which it was completed, and its name."""
    told = [(-course_level(row["nama"]), _completed(row), row["nama"]) for row in rows]
    if not told:
        return 0, None, None
    level, day, nama = min(told)
    return -level, day, nama


def _completed(course: Mapping[str, str]) -> date:
    if course["until"]:
        return date.fromisoformat(course["until"]) - A_DAY
    return date.fromisoformat(course["since"])


def _highest(rows: Sequence[Mapping[str, Any]]) -> tuple[int | None, int | None]:
    """Return the highest level of education, and the first year in which it was reached."""
    told = [(-LEVELS[row["level"]], _year(row)) for row in rows]
    if not told:
        return None, None
    level = min(level for level, _year_of in told)
    years = [year for at, year in told if at == level and year is not None]
    return -level, min(years, default=None)


def _year(school: Mapping[str, Any]) -> int | None:
    if school["on"]:
        return date.fromisoformat(school["on"]).year
    year: int | None = school["year"]
    return year
