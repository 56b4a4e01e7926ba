"""Walking through the people of a government, however many: each step costs the same.

The order is that in which they came on record, which never changes: whoever is recorded meanwhile
comes at the end, and nobody is met twice or passed over.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from pamong.apps.core.models import IdentifierKind, PersonIdentifier
from pamong.apps.kepegawaian.employments import get_pegawai
from pamong.apps.kepegawaian.models import Appointment, EmploymentKind, Pegawai, Placement
from pamong.apps.kepegawaian.placing import placement_of
from pamong.apps.organisasi.models import Pemda, UnitState
from pamong.kernel.person_name import PersonNameError, parse_person_name, sort_key

KINDS = tuple(EmploymentKind.values)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a walk is narrowed by; an empty value narrows nothing."""

    words: str = ""
    opd: int | None = None
    units: Collection[int] | None = None
    kind: str = ""
    with_ended: bool = False
    visible: Q = field(default_factory=Q)


@dataclass(frozen=True, slots=True)
class Met:
    """One pegawai as of a day; ``number`` is the NIP, or what a PPPK has instead of it."""

    pegawai: Pegawai
    kind: str
    opd_id: int | None
    opd: str
    unit_id: UUID | None
    unit: str
    number: str


def people_after(
    pemda: Pemda, after: UUID | None, *, day: date, narrowing: Narrowing, limit: int
) -> list[Met]:
    """Return the next ``limit`` pegawai on record on ``day``, behind the one named ``after``.

    Raises:
        PegawaiNotFoundError: there is no pegawai to begin behind.
    """
    rows = Pegawai.objects.filter(narrowing.visible, pemda=pemda, starts_on__lte=day)
    if after is not None:
        rows = rows.filter(pk__gt=get_pegawai(pemda, after).pk)
    if not narrowing.with_ended:
        rows = rows.filter(Q(ends_before=None) | Q(ends_before__gt=day))
    kinds = rows.annotate(told_kind=_kind_on(day)).order_by("pk")
    found = kinds.filter(*_narrowed(narrowing, day)).select_related("person")
    told: QuerySet[Any] = found.annotate(
        told_opd_id=placement_of(day, field="opd"),
        told_opd=placement_of(day, field="opd__nama"),
        told_unit_id=placement_of(day, field="unit__public_id"),
        told_unit=_unit_on(day),
        told_number=_number_on(day),
    )
    return [
        Met(
            pegawai=row,
            kind=row.told_kind or row.kind,
            opd_id=row.told_opd_id,
            opd=row.told_opd or "",
            unit_id=row.told_unit_id,
            unit=row.told_unit or "",
            number=row.told_number or "",
        )
        for row in told[:limit]
    ]


def _narrowed(narrowing: Narrowing, day: date) -> list[Q]:
    placed = Placement.objects.on(day)
    conditions = []
    if narrowing.opd is not None:
        conditions.append(Q(pk__in=placed.filter(opd=narrowing.opd).values("pegawai")))
    if narrowing.units is not None:
        conditions.append(Q(pk__in=placed.filter(unit__in=narrowing.units).values("pegawai")))
    if narrowing.kind:
        conditions.append(Q(told_kind=narrowing.kind) | Q(told_kind=None, kind=narrowing.kind))
    if narrowing.words:
        key = _key(narrowing.words)
        conditions += [Q(person__sort_key__contains=word) for word in key.split()]
        if not key:
            conditions.append(Q(pk__in=[]))
    return conditions


def _kind_on(day: date) -> Subquery:
    rows = Appointment.objects.on(day).filter(pegawai=OuterRef("pk"))
    return Subquery(rows.values("kind")[:1])


def _unit_on(day: date) -> Subquery:
    """Return the name of the unit of the placement, as it is called on ``day``."""
    placed = Placement.objects.on(day).filter(pegawai=OuterRef(OuterRef("pk")))
    rows = UnitState.objects.on(day).filter(unit__in=placed.values("unit"))
    return Subquery(rows.values("nama")[:1])


def _number_on(day: date) -> Subquery:
    rows = PersonIdentifier.objects.filter(
        Q(starts_on=None) | Q(starts_on__lte=day),
        Q(ends_before=None) | Q(ends_before__gt=day),
        person=OuterRef("person"),
        kind__in=(IdentifierKind.NIP, IdentifierKind.NI_PPPK),
    )
    latest = rows.order_by(F("starts_on").desc(nulls_last=True), "-pk")
    return Subquery(latest.values("value")[:1])


def _key(words: str) -> str:
    try:
        return sort_key(parse_person_name(words).nama)
    except PersonNameError:
        return ""
