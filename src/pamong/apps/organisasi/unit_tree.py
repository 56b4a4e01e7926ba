"""The tree of units on a day: what stands below what, for pages and for scopes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from pamong.apps.organisasi.models import Opd, Pemda, UnitState

BELOW = """
WITH RECURSIVE below(unit_id) AS (
    SELECT unnest(%(units)s::bigint[])
    UNION
    SELECT s.unit_id
    FROM organisasi_unitstate s
    JOIN below b ON s.parent_id = b.unit_id
    WHERE s.starts_on <= %(day)s AND (s.ends_before IS NULL OR s.ends_before > %(day)s)
)
SELECT unit_id FROM below
"""
"""UNION, not UNION ALL: were there ever a cycle, the query would still come to an end."""


@dataclass(frozen=True, slots=True)
class UnitNode:
    """One unit as it stands on a day; ``children`` counts those directly below it."""

    unit_id: int
    public_id: UUID
    nama: str
    kind: str
    kind_label: str
    opd_id: int
    parent_id: int | None
    children: int = 0


class UnitNotThereError(LookupError):
    """There is no such unit in that government, or it does not stand on that day."""


def units_below(units: Iterable[int], *, day: date) -> frozenset[int]:
    """Return units and all that stand below them on a day, by key, in one query."""
    wanted = list(units)
    if not wanted:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(BELOW, {"units": wanted, "day": day})
        return frozenset(row[0] for row in cursor.fetchall())


def unit_tree(pemda: Pemda, *, day: date) -> list[UnitNode]:
    """Return every unit that stands on a day, by OPD, parent, rank and name."""
    rows = UnitState.objects.on(day).filter(unit__pemda=pemda)
    return _nodes(rows.order_by("opd__sort_key", "rank", "sort_key", "id"), day)


def branch(
    pemda: Pemda, *, day: date, opd: int | None = None, parent: int | None = None
) -> list[UnitNode]:
    """Return the units directly below an OPD, or below a unit, on a day."""
    rows = UnitState.objects.on(day).filter(unit__pemda=pemda, parent=parent)
    if parent is None:
        rows = rows.filter(opd=opd)
    return _nodes(rows.order_by("rank", "sort_key", "id"), day)


def get_unit(pemda: Pemda, public_id: UUID, *, day: date) -> UnitNode:
    """Return one unit of a government as it stands on a day.

    Raises:
        UnitNotThereError: there is none, or it does not stand on that day.
    """
    rows = UnitState.objects.on(day).filter(unit__pemda=pemda, unit__public_id=public_id)
    found = _nodes(rows, day)
    if not found:
        raise UnitNotThereError
    return found[0]


def path_of(unit: UnitNode, *, day: date) -> list[str]:
    """Return the names from the top of the OPD down to a unit, the unit included."""
    names, parent, seen = [unit.nama], unit.parent_id, {unit.unit_id}
    states = UnitState.objects.on(day).filter(opd=unit.opd_id)
    above = {row.unit_id: (row.nama, row.parent_id) for row in states}
    while parent is not None and parent not in seen and parent in above:
        seen.add(parent)
        nama, parent = above[parent]
        names.insert(0, nama)
    return names


def units_of(opd: Opd, *, day: date) -> dict[int, str]:
    """Return the units of an OPD on a day by key, with their names."""
    rows = UnitState.objects.on(day).filter(opd=opd).order_by("rank", "sort_key", "id")
    return dict(rows.values_list("unit_id", "nama"))


def unit_names(units: Collection[int | None], *, day: date) -> dict[int, str]:
    """Return "Bidang Tera, Dinas Pasar" of each unit on a day; of one that ended, its last."""
    rows = UnitState.objects.filter(unit__in=units).select_related("opd").order_by("starts_on")
    told: dict[int, str] = {}
    for row in rows:
        if row.unit_id not in told or row.starts_on <= day:
            told[row.unit_id] = f"{row.nama}, {row.opd}"
    return told


def former_names(unit: int) -> list[UnitState]:
    """Return what a unit was called and where it stood, oldest first."""
    rows = UnitState.objects.filter(unit=unit).select_related("opd", "decree")
    return list(rows.order_by("starts_on"))


def _nodes(rows: QuerySet[UnitState], day: date) -> list[UnitNode]:
    below = (
        UnitState.objects.on(day)
        .filter(parent=OuterRef("unit"))
        .order_by()
        .values("parent")
        .annotate(many=Count("id"))
    )
    told = rows.select_related("unit").annotate(
        children=Coalesce(Subquery(below.values("many")), 0)
    )
    return [
        UnitNode(
            unit_id=row.unit_id,
            public_id=row.unit.public_id,
            nama=row.nama,
            kind=row.kind,
            kind_label=row.get_kind_display(),
            opd_id=row.opd_id,
            parent_id=row.parent_id,
            children=row.children,
        )
        for row in told
    ]
