"""The nominatif of a government on a day: everybody, in groups, the highest rank of each first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    TextChoices,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models import Person
from pamong.apps.kepegawaian.blocks import Block, FirstPages, in_blocks, touched
from pamong.apps.kepegawaian.choices import GOLONGAN_CHOICES, LEVEL_LABELS, POST_LABELS
from pamong.apps.kepegawaian.models import (
    JenjangPendidikan,
    Pegawai,
    Penugasan,
    Placement,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.apps.kepegawaian.places import opds_named, opds_on
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.organisasi.models import Opd
from pamong.kernel.golongan import GOLONGAN_PNS, GOLONGAN_PPPK

LADDER = [
    *(str(each) for each in reversed(GOLONGAN_PNS)),
    *(str(each) for each in reversed(GOLONGAN_PPPK)),
]
SEATED = ("place", "rank__starts_on", "person__sort_key")
"""What seats people within a group."""
MANY = 2_000
"""A group of more is counted by rank as well."""
Ranked = tuple[str | None, int]
LEVELS = list(reversed(JenjangPendidikan.values))
UNKNOWN = _("belum tercatat")


class GroupedBy(TextChoices):
    """What the list is grouped by."""

    OPD = "opd", _("OPD")
    POST = "jabatan", _("Jenis jabatan")
    GOLONGAN = "golongan", _("golongan")
    EDUCATION = "pendidikan", _("Pendidikan")


@dataclass(frozen=True, slots=True)
class Group:
    """One group; without a key it holds those of whom nothing is on record."""

    key: str | None
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """A group, or those of one rank in a large one; without a ``room`` no rank is on record."""

    group: Group
    is_whole: bool = True
    room: str | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many are in each group and in none, and of each rank in large ones."""

    counted: Mapping[str, int]
    without: int
    ranks: Mapping[str | None, Sequence[Ranked]]
    first: FirstPages[tuple[int, int]] = field(default_factory=FirstPages)


class Nominatif:
    """The people of a roster by groups. Whoever holds two posts stands in the group of each."""

    def __init__(self, roster: Roster, by: GroupedBy) -> None:
        self._roster, self._by = roster, by
        self._people, self._all = roster.people(), roster.people(at_once=True)
        told = roster.remembered(f"nominatif:{by}", self._numbers, also=(Person, Opd))
        self._ranks, self._first = told.ranks, told.first
        self.groups = self._grouped(told)
        self._blocks = in_blocks([each for group in self.groups for each in self._parts(group)])

    @property
    def number(self) -> int:
        """How many rows there are."""
        return sum(group.number for group in self.groups)

    def rows(self, start: int, size: int) -> list[tuple[int, Group]]:
        """Return the ids of pegawai from ``start`` on, each with its group."""
        blocks = list(touched(self._blocks, start, size))
        if not blocks:
            return []

        def read() -> list[tuple[int, int]]:
            return self._read(blocks, start, size)

        found = self._first.rows(start, size, read)
        return [(pk, blocks[at].key.group) for pk, at in found]

    def _read(self, blocks: Sequence[Block[Part]], start: int, size: int) -> list[tuple[int, int]]:
        """Return the ids of a page, each with the place of its block."""
        pages = []
        for at, block in enumerate(blocks):
            first = max(start - block.before, 0)
            last = min(start + size - block.before, block.number)
            ordered = self._ordered(block.key).annotate(block=Value(at))
            pages.append(ordered.values_list("pk", "block", *SEATED)[first:last])
        # Small groups are read together: a page of them is one question.
        met = pages[0].union(*pages[1:], all=True) if len(pages) > 1 else pages[0]
        return [(pk, at) for pk, at, *_seat_of in sorted(met, key=_seat)]

    def _grouped(self, told: Numbers) -> list[Group]:
        order, labels = self._order(told.counted)
        groups = [
            Group(key, str(labels[key]), told.counted[key])
            for key in order
            if told.counted.get(key)
        ]
        return groups + ([Group(None, str(UNKNOWN), told.without)] if told.without else [])

    def _numbers(self) -> Numbers:
        counted = self._counted()
        without = self._without(sum(counted.values()))
        numbers: list[tuple[str | None, int]] = [*counted.items(), (None, without)]
        large = [key for key, number in numbers if number > MANY]
        return Numbers(counted, without, {key: self._ranked(key) for key in large})

    def _ranked(self, key: str | None) -> list[Ranked]:
        """Count the ranks in a group, the highest first: a page then sorts those of one alone."""
        rows = self._with_rank(self._members(key)).order_by().values_list("rank__golongan")
        told = dict(rows.annotate(number=Count("pk")))
        return [(room, told[room]) for room in (*LADDER, None) if room in told]

    def _parts(self, group: Group) -> list[tuple[Part, int]]:
        ranks = self._ranks.get(group.key)
        if ranks is None:
            return [(Part(group), group.number)]
        return [(Part(group, is_whole=False, room=room), number) for room, number in ranks]

    def _without(self, counted: int) -> int:
        """Return of how many nothing is on record: who is in no group, and nobody is in two.

        Two posts may be held at once; then those without are looked for.
        """
        if self._by is GroupedBy.POST:
            return self._all.filter(~self._told()).count()
        return self._all.count() - counted

    def _order(self, counted: Mapping[str, int]) -> tuple[Sequence[str], dict[str, Any]]:
        if self._by is GroupedBy.OPD:
            opds = self._opds(counted)
            return [str(key) for key, _nama in opds], {str(key): nama for key, nama in opds}
        if self._by is GroupedBy.POST:
            return list(POST_LABELS), dict(POST_LABELS)
        if self._by is GroupedBy.GOLONGAN:
            return LADDER, dict(GOLONGAN_CHOICES)
        return LEVELS, dict(LEVEL_LABELS)

    def _opds(self, counted: Mapping[str, int]) -> list[tuple[int, str]]:
        """Return the OPDs of the day, and those in which somebody is though they ended."""
        opds = opds_on(self._roster.pemda, day=self._roster.day)
        known = {str(key) for key, _nama in opds}
        return opds + opds_named(int(key) for key in counted if key not in known)

    def _counted(self) -> dict[str, int]:
        column = {GroupedBy.OPD: "opd_now", GroupedBy.POST: "kind", GroupedBy.GOLONGAN: "golongan"}
        if self._by is GroupedBy.EDUCATION:
            return _counted_highest(self._rows().filter(pegawai__in=self._all))
        rows = self._rows().filter(pegawai__in=self._all).values(column[self._by])
        may_hold_two = self._by is GroupedBy.POST
        counted = rows.annotate(number=Count("pegawai", distinct=may_hold_two)).order_by()
        return {str(row[column[self._by]]): row["number"] for row in counted}

    def _rows(self) -> QuerySet[Any]:
        """Return the rows of the record that tell the group."""
        day = self._roster.day
        if self._by is GroupedBy.OPD:
            return with_opd(Placement.objects.on(day), day)
        if self._by is GroupedBy.POST:
            return RiwayatJabatan.objects.on(day).filter(capacity=Penugasan.DEFINITIF)
        if self._by is GroupedBy.GOLONGAN:
            return RiwayatPangkat.objects.on(day)
        known = Q(graduated_on=None) | Q(graduated_on__lte=day)
        return RiwayatPendidikan.objects.filter(known)

    def _told(self, **wanted: Any) -> Exists:
        return Exists(self._rows().filter(pegawai=OuterRef("pk"), **wanted))

    def _members(self, key: str | None) -> QuerySet[Pegawai]:
        if key is None:
            return self._people.filter(~self._told())
        if self._by is GroupedBy.OPD:
            return self._people.filter(self._told(opd_now=int(key)))
        if self._by is GroupedBy.POST:
            return self._people.filter(self._told(kind=key))
        if self._by is GroupedBy.GOLONGAN:
            return self._people.filter(self._told(golongan=key))
        higher = LEVELS[: LEVELS.index(key)]
        return self._people.filter(self._told(jenjang=key)).filter(~self._told(jenjang__in=higher))

    def _with_rank(self, people: QuerySet[Pegawai]) -> QuerySet[Any]:
        day = self._roster.day
        held = Q(riwayat_pangkat__starts_on__lte=day) & (
            Q(riwayat_pangkat__ends_before=None) | Q(riwayat_pangkat__ends_before__gt=day)
        )
        return people.alias(rank=FilteredRelation("riwayat_pangkat", condition=held))

    def _ordered(self, part: Part) -> QuerySet[Any]:
        """Seat people: the highest rank first, of like rank who held it earlier."""
        ranked = self._with_rank(self._members(part.group.key))
        if not part.is_whole:
            ranked = ranked.filter(rank__golongan=part.room)
        rooms = Value(LADDER, output_field=ArrayField(TextField()))
        place = Func(
            rooms,
            Cast("rank__golongan", TextField()),
            function="array_position",
            output_field=IntegerField(),
        )
        seated: QuerySet[Any] = ranked.annotate(place=place)
        return seated.order_by(*SEATED, "pk")


def _seat(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what rows are sorted by once they are read: nothing on record stands last."""
    pk, block, place, since, name = row
    return block, place or len(LADDER) + 1, since or date.max, name, pk


def with_opd(placements: QuerySet[Placement], day: date) -> QuerySet[Any]:
    """Add the OPD of a placement: where its unit stands on the day, else that of the placement."""
    stands = Q(unit__states__starts_on__lte=day) & (
        Q(unit__states__ends_before=None) | Q(unit__states__ends_before__gt=day)
    )
    rows = placements.alias(state=FilteredRelation("unit__states", condition=stands))
    return rows.annotate(opd_now=Coalesce(F("state__opd"), F("opd")))


def _counted_highest(rows: QuerySet[RiwayatPendidikan]) -> dict[str, int]:
    """Count people by the highest level of each, inside the database."""
    place = Case(
        *(When(jenjang=level, then=Value(at)) for at, level in enumerate(JenjangPendidikan.values))
    )
    highest = rows.order_by().values("pegawai").annotate(top=Max(place)).values("top")
    sql, told = highest.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT top, count(*) FROM ({sql}) AS person GROUP BY top", told)  # noqa: S608  Django's own SQL
        return {JenjangPendidikan.values[at]: number for at, number in cursor.fetchall()}
