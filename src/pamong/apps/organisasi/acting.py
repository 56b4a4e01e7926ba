"""Who acts in which office on a day, for how long as recorded, and what his own office is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from pamong.apps.organisasi.models import JabatanHolding, Pemda
from pamong.kernel.capacity import Capacity

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ActingTerm:
    """One term of somebody who acts; without a ``last_day`` no end is recorded.

    Where the first day is not certain, ``starts_on`` is the latest that it can be. ``own_office``
    is what the person holds by appointment on the same day, empty where nothing is on record.
    """

    holding_id: int
    jabatan_id: int
    office: UUID
    nama: str
    kind: str
    opd_id: int | None
    unit_id: int | None
    person_id: int
    person: str
    capacity: Capacity
    starts_on: date
    starts_is_exact: bool
    last_day: date | None
    own_office: str


def acting_on(
    pemda: Pemda, *, day: date, offices: Collection[int] | None = None
) -> list[ActingTerm]:
    """Return the terms of those who act in an office on a day, in all offices or in some."""
    rows = JabatanHolding.objects.on(day).filter(pemda=pemda).exclude(capacity=Capacity.DEFINITIF)
    if offices is not None:
        rows = rows.filter(jabatan__in=offices)
    return [_term(row) for row in _told(rows, day).order_by("starts_on", "pk")]


def _told(rows: QuerySet[JabatanHolding], day: date) -> QuerySet[Any]:
    """Add what the office was on the day, and what the person holds by appointment."""
    stands = Q(jabatan__states__starts_on=None) | Q(jabatan__states__starts_on__lte=day)
    goes_on = Q(jabatan__states__ends_before=None) | Q(jabatan__states__ends_before__gt=day)
    own = JabatanHolding.objects.on(day).filter(
        pemda=OuterRef("pemda"), person=OuterRef("person"), capacity=Capacity.DEFINITIF
    )
    return (
        rows.select_related("person", "jabatan")
        .alias(state=FilteredRelation("jabatan__states", condition=stands & goes_on))
        .annotate(
            nama_now=Coalesce(F("state__nama"), F("jabatan__nama")),
            opd_now=Case(When(state__pk=None, then=F("jabatan__opd")), default=F("state__opd")),
            unit_now=F("state__unit"),
            own_office=Subquery(own.order_by("-starts_on", "-pk").values("jabatan__nama")[:1]),
        )
    )


def _term(row: Any) -> ActingTerm:
    return ActingTerm(
        holding_id=row.pk,
        jabatan_id=row.jabatan_id,
        office=row.jabatan.public_id,
        nama=row.nama_now,
        kind=row.jabatan.kind,
        opd_id=row.opd_now,
        unit_id=row.unit_now,
        person_id=row.person_id,
        person=row.person.full_name,
        capacity=Capacity(row.capacity),
        starts_on=row.starts_on,
        starts_is_exact=row.starts_is_exact,
        last_day=row.ends_before - A_DAY if row.ends_before else None,
        own_office=row.own_office or "",
    )
