"""Everybody on record of one government on a day: narrowed, sorted by name, page by page.

A page is taken by the place of its neighbour, not by counting rows: the last page costs what the
first one does. Whom one may see is a condition that the caller brings (``accounts/policies.py``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from pamong.apps.kepegawaian.models import (
    Appointment,
    JabatanAsn,
    JenjangPendidikan,
    Pegawai,
    PersonalDetails,
    Placement,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.apps.kepegawaian.roster_columns import Column, annotated, definitive_first
from pamong.apps.kepegawaian.roster_wanted import State, Wanted
from pamong.apps.kepegawaian.search import name_key
from pamong.apps.organisasi.models import Pemda, UnitState

CHUNK = 1_000
COUNTED = 1_000
"""Up to so many are counted; what lies beyond is told as more, and counted when asked for."""
LEVELS = JenjangPendidikan.values


@dataclass(frozen=True, slots=True)
class Beside:
    """The row that a page comes after, or before; without one it is the first page."""

    public_id: UUID | None = None
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class RosterPage:
    """One page: its rows by name, and whether there are rows before and after them."""

    rows: Sequence[Any]
    has_before: bool = False
    has_after: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of ``pemda`` that ``visible`` holds for and that are asked for, on ``day``."""

    pemda: Pemda
    visible: Q
    wanted: Wanted
    day: date

    def page(
        self, columns: Sequence[Column], *, size: int, beside: Beside = Beside()
    ) -> RosterPage:
        """Return the rows beside a place; a place that is not on the list is the first page."""
        place = self._place(beside.public_id)
        rows = self.people()
        if place is None:
            rows = rows.order_by("person__sort_key", "pk")
        elif beside.is_before:
            rows = rows.filter(person__sort_key__lte=place[0])
            rows = rows.filter(Q(person__sort_key__lt=place[0]) | Q(pk__lt=place[1]))
            rows = rows.order_by("-person__sort_key", "-pk")
        else:
            rows = _after(rows, place)
        ids = list(rows.values_list("pk", flat=True)[: size + 1])
        goes_on, ids = len(ids) > size, ids[:size]
        is_before = place is not None and beside.is_before
        return RosterPage(
            rows=self.told(ids, columns),
            has_before=goes_on if is_before else place is not None,
            has_after=is_before or goes_on,
        )

    def number(self, *, most: int | None = COUNTED) -> int:
        """Return how many there are; with ``most`` one more than that says that there are more."""
        rows = self.people().order_by()
        return rows.count() if most is None else rows.values("pk")[: most + 1].count()

    def everybody(self, columns: Sequence[Column]) -> Iterator[Any]:
        """Yield all rows by name, a chunk at a time."""
        rows = self.people().order_by("person__sort_key", "pk")
        while ids := list(rows.values_list("pk", "person__sort_key")[:CHUNK]):
            yield from self.told([pk for pk, _key in ids], columns)
            rows = _after(self.people(), (ids[-1][1], ids[-1][0]))

    def told(self, ids: Sequence[int], columns: Sequence[Column]) -> list[Any]:
        """Return the people of some ids in that order or by name, each with its columns."""
        rows: QuerySet[Pegawai] = Pegawai.objects.filter(pk__in=ids).select_related("person")
        rows = annotated(rows, columns, day=self.day, ended=self.wanted.state is not State.AKTIF)
        return list(rows.order_by("person__sort_key", "pk"))

    def people(self) -> QuerySet[Pegawai]:
        """Return everybody asked for, in no order."""
        day, wanted = self.day, self.wanted
        rows: QuerySet[Pegawai] = Pegawai.objects.filter(
            self.visible, pemda=self.pemda, starts_on__lte=day
        )
        if wanted.state is State.AKTIF:
            rows = rows.filter(Q(ends_before=None) | Q(ends_before__gt=day))
        elif wanted.state is State.BERAKHIR:
            rows = rows.filter(ends_before__lte=day)
        if wanted.names is not None:
            for word in name_key(wanted.words).split() or ["\0"]:
                rows = rows.filter(_is_called(word))
        if wanted.number:
            held = {"person__identifiers__value__contains": wanted.number}
            rows = rows.filter(pk__in=Pegawai.objects.filter(**held).values("pk"))
        if wanted.born is not None:
            after, until = wanted.born
            rows = rows.filter(wanted.births, born_on__gt=after, born_on__lte=until)
        for condition in self._conditions():
            rows = rows.filter(condition)
        return rows

    def _conditions(self) -> Iterator[Any]:
        wanted = self.wanted
        if wanted.units:
            yield self._holds(Placement, Q(unit__in=wanted.units))
        elif wanted.opd is not None:
            yield self._holds(Placement, self._in_opd(wanted.opd))
        if wanted.golongan:
            yield self._holds(RiwayatPangkat, golongan=wanted.golongan)
        if wanted.sex:
            yield self._holds(PersonalDetails, sex=wanted.sex)
        if wanted.kind:
            told = self._holds(Appointment, kind=wanted.kind)
            yield Q(told) | Q(Q(kind=wanted.kind), ~self._holds(Appointment))
        if wanted.post in JabatanAsn.values:
            yield self._main_post(wanted.post)
        if wanted.jenjang in LEVELS:
            higher = LEVELS[LEVELS.index(wanted.jenjang) + 1 :]
            yield self._graduated([wanted.jenjang])
            yield ~self._graduated(higher)

    def _in_opd(self, opd: int) -> Q:
        """Return that a placement is in an OPD: where its unit stands on the day says so."""
        states = UnitState.objects.on(self.day).filter(unit=OuterRef("unit"))
        outside_units = Q(unit=None) | Q(~Exists(states))
        here = Q(unit__in=UnitState.objects.on(self.day).filter(opd=opd).values("unit"))
        return here | Q(opd=opd) & outside_units

    def _holds(self, model: Any, *conditions: Q, **told: Any) -> Exists:
        rows = model.objects.filter(starts_on__lte=self.day, pegawai=OuterRef("pk"))
        if self.wanted.state is State.AKTIF:
            rows = rows.filter(Q(ends_before=None) | Q(ends_before__gt=self.day))
        return Exists(rows.filter(*conditions, **told))

    def _main_post(self, kind: str) -> Q:
        """Return that the post which the list shows is of a kind: the definitive one, if any."""
        posts = definitive_first(
            RiwayatJabatan.objects.filter(starts_on__lte=self.day, pegawai=OuterRef("pk")),
            day=self.day,
            ended=self.wanted.state is not State.AKTIF,
        )
        return Q(pk__in=Pegawai.objects.alias(post=Subquery(posts.values("kind")[:1]))
                 .filter(pemda=self.pemda, post=kind).values("pk"))  # fmt: skip

    def _graduated(self, levels: Sequence[str]) -> Exists:
        known = Q(graduated_on=None) | Q(graduated_on__lte=self.day)
        rows = RiwayatPendidikan.objects.filter(known, pegawai=OuterRef("pk"), jenjang__in=levels)
        return Exists(rows)

    def _place(self, public_id: UUID | None) -> tuple[str, int] | None:
        if public_id is None:
            return None
        rows = Pegawai.objects.filter(self.visible, pemda=self.pemda, public_id=public_id)
        return rows.values_list("person__sort_key", "pk").first()


def _after(rows: QuerySet[Pegawai], place: tuple[str, int]) -> QuerySet[Pegawai]:
    rows = rows.filter(person__sort_key__gte=place[0])
    rows = rows.filter(Q(person__sort_key__gt=place[0]) | Q(pk__gt=place[1]))
    return rows.order_by("person__sort_key", "pk")


def _is_called(word: str) -> Q:
    also = Pegawai.objects.filter(person__other_names__sort_key__contains=word)
    return Q(person__sort_key__contains=word) | Q(pk__in=also.values("pk"))
