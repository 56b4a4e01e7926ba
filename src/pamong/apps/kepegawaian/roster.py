"""Everybody on record of one government on a day: narrowed, sorted by name, page by page.

A page is taken by the place of its neighbour, not by counting rows: the last page costs what the
first one does. Whom one may see is a condition that the caller brings (``accounts/policies.py``).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from pamong.apps.core.models import Person
from pamong.apps.core.remembered import remembered
from pamong.apps.kepegawaian.models import (
    Appointment,
    JabatanAsn,
    JenjangPendidikan,
    Pegawai,
    Penugasan,
    PersonalDetails,
    Placement,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.apps.kepegawaian.roster_columns import Column, annotated
from pamong.apps.kepegawaian.roster_wanted import State, Wanted
from pamong.apps.kepegawaian.search import name_key
from pamong.apps.organisasi.models import Pemda, UnitState

CHUNK = 1_000
COUNTED = 1_000
"""Up to so many are counted; what lies beyond is told as more, and counted when asked for."""
BY_NAME = ("person__sort_key", "pk")
LEVELS = JenjangPendidikan.values
TOLD_BY = (
    *(Pegawai, Placement, UnitState, Appointment, PersonalDetails),
    *(RiwayatPangkat, RiwayatJabatan, RiwayatPendidikan),
)
"""The tables that a count over the people of a roster rests on."""
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Beside:
    """The row that a page comes after, or before; without one it is the first page."""

    public_id: UUID | None = None
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class RosterPage:
    """One page: its rows by name, whether there are rows before and after, and how many in all.

    Where there are more than ``COUNTED``, ``number`` is one more than that.
    """

    rows: Sequence[Any]
    number: int
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
        some = self._some()
        is_few = len(some) <= COUNTED
        # Few are sorted here; among many the walk by name soon has a page together.
        rows = Pegawai.objects.filter(pk__in=some) if is_few else self.people()
        place = self._place(beside.public_id)
        is_before = place is not None and beside.is_before
        rows = rows.order_by(*BY_NAME) if place is None else _beside(rows, place, beside)
        ids = list(rows.values_list("pk", flat=True)[: size + 1])
        goes_on, ids = len(ids) > size, ids[:size]
        return RosterPage(
            rows=self.told(ids, columns),
            number=len(some),
            has_before=goes_on if is_before else place is not None,
            has_after=is_before or goes_on,
        )

    def number(self) -> int:
        """Return how many there are, whatever it takes."""
        return sum(rows.count() for rows in self._by_kind())

    def of_kind(self, kind: str) -> "Roster":
        """Return those of its people who are employed by one status on the day."""
        return replace(self, wanted=replace(self.wanted, kind=kind))

    def everybody(self, columns: Sequence[Column]) -> Iterator[Any]:
        """Yield all rows by name, a chunk at a time."""
        rows = self.people().order_by(*BY_NAME)
        while ids := list(rows.values_list("pk", "person__sort_key")[:CHUNK]):
            yield from self.told([pk for pk, _key in ids], columns)
            rows = _beside(self.people(), (ids[-1][1], ids[-1][0]), Beside())

    def told(self, ids: Sequence[int], columns: Sequence[Column]) -> list[Any]:
        """Return the people of some ids in that order or by name, each with its columns."""
        rows: QuerySet[Pegawai] = Pegawai.objects.filter(pk__in=ids).select_related("person")
        rows = annotated(rows, columns, day=self.day, ended=self.wanted.state is not State.AKTIF)
        return list(rows.order_by(*BY_NAME))

    def people(self, *, at_once: bool = False) -> QuerySet[Pegawai]:
        """Return everybody asked for, in no order.

        ``at_once`` is for whoever counts them all: what is asked of the riwayat is read once as a
        set. Without it the database looks at each person's own rows, and can stop at a page.
        """
        rows, kind = self._of_any_kind(), self.wanted.kind
        if not kind:
            return rows
        if at_once:
            appointments = self._in_force(Appointment)
            of_this_kind = Q(pk__in=appointments.filter(kind=kind).values("pegawai"))
            of_any = Q(pk__in=appointments.values("pegawai"))
            return rows.filter(of_this_kind | Q(kind=kind) & ~of_any)
        if self.wanted.state is not State.AKTIF:
            told = Q(self._holds(Appointment, kind=kind))
            return rows.filter(told | Q(kind=kind) & ~Q(self._holds(Appointment)))
        appointed = Appointment.objects.on(self.day).filter(pegawai=OuterRef("pk"))
        then = Coalesce(Subquery(appointed.values("kind")[:1]), "kind")
        return rows.alias(kind_then=then).filter(kind_then=kind)

    def _some(self) -> list[int]:
        """Return the first to be met, one more than are counted."""
        told, *others = (rows.values_list("pk", flat=True) for rows in self._by_kind())
        found = told.union(*others, all=True) if others else told
        return list(found[: COUNTED + 1])

    def _by_kind(self) -> list[QuerySet[Pegawai]]:
        """Return everybody asked for as lists that share nobody, each read from an index.

        As one condition, "appointed as this, or else employed as this", both would be read whole
        before the first person is met.
        """
        kind = self.wanted.kind
        if not kind or self.wanted.state is not State.AKTIF:
            return [self.people().order_by()]
        rows = self._of_any_kind().order_by()
        told = rows.filter(self._holds(Appointment, kind=kind))
        return [told, rows.filter(~self._holds(Appointment), kind=kind)]

    def _of_any_kind(self) -> QuerySet[Pegawai]:
        day, wanted = self.day, self.wanted
        rows: QuerySet[Pegawai] = Pegawai.objects.filter(
            self.visible, pemda=self.pemda, starts_on__lte=day
        )
        if wanted.state is State.AKTIF:
            rows = rows.filter(Q(ends_before=None) | Q(ends_before__gt=day))
        elif wanted.state is State.BERAKHIR:
            rows = rows.filter(ends_before__lte=day)
        if wanted.names is not None:
            key = name_key(wanted.words)
            rows = rows if key else rows.none()
            for word in key.split():
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

    def remembered(
        self, name: str, count: Callable[[], Answer], *, also: Sequence[type[Model]] = ()
    ) -> Answer:
        """Return what ``count`` gives over all the people, remembered until a record changes.

        ``name`` tells what is counted; ``also`` are further tables that it is told by.
        """
        people = self.people(at_once=True)
        return remembered(f"{name}:{self.day}", people, count, told_by=(*TOLD_BY, *also))

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
        if wanted.post in JabatanAsn.values:
            yield self._holds(RiwayatJabatan, kind=wanted.post, capacity=Penugasan.DEFINITIF)
        if wanted.jenjang in LEVELS:
            higher = LEVELS[LEVELS.index(wanted.jenjang) + 1 :]
            yield self._graduated([wanted.jenjang])
            yield ~self._graduated(higher)

    def _in_opd(self, opd: int) -> Q:
        """Return that a placement is in an OPD: where its unit stands on the day says so."""
        states = UnitState.objects.on(self.day).filter(unit=OuterRef("unit"))
        outside_units = Q(unit=None) | Q(~Exists(states))
        return Q(unit__in=self.wanted.opd_units) | Q(opd=opd) & outside_units

    def _holds(self, model: Any, *conditions: Q, **told: Any) -> Exists:
        rows = self._in_force(model).filter(pegawai=OuterRef("pk"))
        return Exists(rows.filter(*conditions, **told))

    def _in_force(self, model: Any) -> QuerySet[Any]:
        rows: QuerySet[Any] = model.objects.filter(starts_on__lte=self.day)
        if self.wanted.state is State.AKTIF:
            rows = rows.filter(Q(ends_before=None) | Q(ends_before__gt=self.day))
        return rows

    def _graduated(self, levels: Sequence[str]) -> Exists:
        known = Q(graduated_on=None) | Q(graduated_on__lte=self.day)
        rows = RiwayatPendidikan.objects.filter(known, pegawai=OuterRef("pk"), jenjang__in=levels)
        return Exists(rows)

    def _place(self, public_id: UUID | None) -> tuple[str, int] | None:
        if public_id is None:
            return None
        rows = Pegawai.objects.filter(self.visible, pemda=self.pemda, public_id=public_id)
        return rows.values_list("person__sort_key", "pk").first()


def _beside(rows: QuerySet[Pegawai], place: tuple[str, int], beside: Beside) -> QuerySet[Pegawai]:
    """Keep the rows after a place, or before it and then backwards."""
    key, pk = place
    if beside.is_before:
        rows = rows.filter(person__sort_key__lte=key)
        rows = rows.filter(Q(person__sort_key__lt=key) | Q(pk__lt=pk))
        return rows.order_by(*(f"-{name}" for name in BY_NAME))
    rows = rows.filter(person__sort_key__gte=key)
    return rows.filter(Q(person__sort_key__gt=key) | Q(pk__gt=pk)).order_by(*BY_NAME)


def _is_called(word: str) -> Q:
    also = Pegawai.objects.filter(person__other_names__sort_key__contains=word)
    # Apart from the employment, names are looked through before anybody is joined to them.
    named = Person.objects.filter(sort_key__contains=word)
    return Q(person__in=named.values("pk")) | Q(pk__in=also.values("pk"))
