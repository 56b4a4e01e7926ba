"""The nominatif of a government on a day: everybody, in groups, the highest rank of each first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    Max,
    OuterRef,
    Q,
    QuerySet,
    TextChoices,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, RowNumber
from django.utils.translation import gettext_lazy as _

from pamong.apps.kepegawaian.blocks import in_blocks, touched
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
from pamong.apps.kepegawaian.places import opds_on
from pamong.apps.kepegawaian.roster import Roster
from pamong.kernel.golongan import GOLONGAN_PNS, GOLONGAN_PPPK

LADDER = [
    *(str(each) for each in reversed(GOLONGAN_PNS)),
    *(str(each) for each in reversed(GOLONGAN_PPPK)),
]
LEVELS = list(reversed(JenjangPendidikan.values))
UNKNOWN = _("belum tercatat")


class GroupedBy(TextChoices):
    """What the list is grouped by."""

    OPD = "opd", _("OPD")
    POST = "jabatan", _("Jenis jabatan")
    GOLONGAN = "golongan", _("Golongan")
    EDUCATION = "pendidikan", _("Pendidikan")


@dataclass(frozen=True, slots=True)
class Group:
    """One group; without a key it holds those of whom nothing is on record."""

    key: str | None
    label: str
    number: int


class Nominatif:
    """The people of a roster by groups. Whoever holds two posts stands in the group of each."""

    def __init__(self, roster: Roster, by: GroupedBy) -> None:
        self._roster, self._by = roster, by
        self._people = roster.people()
        self.groups = self._grouped()
        self._blocks = in_blocks([(group, group.number) for group in self.groups])

    @property
    def number(self) -> int:
        """How many rows there are."""
        return sum(group.number for group in self.groups)

    def rows(self, start: int, size: int) -> list[tuple[int, Group]]:
        """Return the ids of pegawai from ``start`` on, each with its group."""
        blocks = list(touched(self._blocks, start, size))
        if not blocks:
            return []
        pages = []
        for at, block in enumerate(blocks):
            first = max(start - block.before, 0)
            last = min(start + size - block.before, block.number)
            ordered = self._ordered(self._members(block.key))
            pages.append(ordered.values_list("pk", Value(at), "seat")[first:last])
        # Small groups are read together: a page of them is one question.
        met = pages[0].union(*pages[1:], all=True) if len(pages) > 1 else pages[0]
        read = sorted(met, key=lambda row: (row[1], row[2]))
        return [(pk, blocks[at].key) for pk, at, _seat in read]

    def _grouped(self) -> list[Group]:
        counted = self._counted()
        order, labels = self._order()
        groups = [Group(key, str(labels[key]), counted[key]) for key in order if counted.get(key)]
        without = self._people.filter(~self._told()).count()
        return groups + ([Group(None, str(UNKNOWN), without)] if without else [])

    def _order(self) -> tuple[Sequence[str], dict[str, Any]]:
        if self._by is GroupedBy.OPD:
            opds = opds_on(self._roster.pemda, day=self._roster.day)
            return [str(key) for key, _nama in opds], {str(key): nama for key, nama in opds}
        if self._by is GroupedBy.POST:
            return list(POST_LABELS), dict(POST_LABELS)
        if self._by is GroupedBy.GOLONGAN:
            return LADDER, dict(GOLONGAN_CHOICES)
        return LEVELS, dict(LEVEL_LABELS)

    def _counted(self) -> dict[str, int]:
        column = {GroupedBy.OPD: "opd_now", GroupedBy.POST: "kind", GroupedBy.GOLONGAN: "golongan"}
        if self._by is GroupedBy.EDUCATION:
            return _counted_highest(self._rows().filter(pegawai__in=self._people))
        rows = self._rows().filter(pegawai__in=self._people).values(column[self._by])
        counted = rows.annotate(number=Count("pegawai", distinct=True)).order_by()
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

    def _members(self, group: Group) -> QuerySet[Pegawai]:
        if group.key is None:
            return self._people.filter(~self._told())
        if self._by is GroupedBy.OPD:
            return self._people.filter(self._told(opd_now=int(group.key)))
        if self._by is GroupedBy.POST:
            return self._people.filter(self._told(kind=group.key))
        if self._by is GroupedBy.GOLONGAN:
            return self._people.filter(self._told(golongan=group.key))
        higher = LEVELS[: LEVELS.index(group.key)]
        return self._people.filter(self._told(jenjang=group.key)).filter(
            ~self._told(jenjang__in=higher)
        )

    def _ordered(self, people: QuerySet[Pegawai]) -> QuerySet[Any]:
        """Seat people: the highest rank first, of like rank who held it earlier."""
        day = self._roster.day
        held = Q(riwayat_pangkat__starts_on__lte=day) & (
            Q(riwayat_pangkat__ends_before=None) | Q(riwayat_pangkat__ends_before__gt=day)
        )
        ranked = people.alias(rank=FilteredRelation("riwayat_pangkat", condition=held))
        place = Case(
            *(When(rank__golongan=room, then=Value(at)) for at, room in enumerate(LADDER)),
            default=Value(len(LADDER)),
        )
        order: list[Case | F] = [place, F("rank__starts_on"), F("person__sort_key"), F("pk")]
        seated = ranked.annotate(seat=Window(RowNumber(), order_by=order))
        return seated.order_by("seat")


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
