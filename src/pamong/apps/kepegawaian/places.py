"""The OPDs and units that people are looked for in, or placed in, on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja, UnitState


@dataclass(frozen=True, slots=True)
class UnitPlace:
    """One unit of an OPD on a day, and how deep it stands."""

    unit_id: int
    nama: str
    opd: str
    depth: int


def opds_on(pemda: Pemda, *, day: date) -> list[tuple[int, str]]:
    """Return the OPDs of a government on ``day``, by name."""
    known = Q(starts_on=None) | Q(starts_on__lte=day)
    goes_on = Q(ends_before=None) | Q(ends_before__gt=day)
    rows = Opd.objects.filter(known, goes_on, pemda=pemda).order_by("sort_key", "pk")
    return list(rows.values_list("pk", "nama"))


def opds_named(keys: Iterable[int]) -> list[tuple[int, str]]:
    """Return some OPDs with their names, by name; without any, nothing is asked."""
    wanted = list(keys)
    rows = Opd.objects.filter(pk__in=wanted).order_by("sort_key", "pk")
    return list(rows.values_list("pk", "nama")) if wanted else []


def units_on(pemda: Pemda, *, day: date, opd: int | None = None) -> list[UnitPlace]:
    """Return the units on ``day``, each below the one that it belongs to."""
    rows = UnitState.objects.on(day).filter(unit__pemda=pemda)
    if opd is not None:
        rows = rows.filter(opd=opd)
    states = list(rows.select_related("opd").order_by("opd__sort_key", "rank", "sort_key", "pk"))
    here = {state.unit_id for state in states}
    below: dict[int | None, list[UnitState]] = {}
    for state in states:
        parent = state.parent_id if state.parent_id in here else None
        below.setdefault(parent, []).append(state)
    return list(_walk(below, None, 0))


def unit_ids_on(pemda: Pemda, *, day: date, opd: int) -> frozenset[int]:
    """Return the units that stand in an OPD of a government on ``day``."""
    rows = UnitState.objects.on(day).filter(unit__pemda=pemda, opd=opd)
    return frozenset(rows.values_list("unit_id", flat=True))


def opd_in(pemda: Pemda, key: int) -> int | None:
    """Return an OPD of a government by its id, of whatever day; none of another one."""
    return Opd.objects.filter(pemda=pemda, pk=key).values_list("pk", flat=True).first()


def unit_in(pemda: Pemda, public_id: UUID) -> int | None:
    """Return the id of a unit of a government, of whatever day; none of another one."""
    rows = UnitKerja.objects.filter(pemda=pemda, public_id=public_id)
    return rows.values_list("pk", flat=True).first()


def with_those_below(places: Iterable[UnitPlace], unit: int) -> frozenset[int]:
    """Return a unit of ``places`` and those below it; nothing where it is not among them."""
    found: set[int] = set()
    depth: int | None = None
    for place in places:
        if place.unit_id == unit:
            depth = place.depth
        elif depth is not None and place.depth <= depth:
            break
        if depth is not None:
            found.add(place.unit_id)
    return frozenset(found)


def _walk(
    below: dict[int | None, list[UnitState]], parent: int | None, depth: int
) -> Iterable[UnitPlace]:
    for state in below.get(parent, ()):
        yield UnitPlace(state.unit_id, state.nama, state.opd.nama, depth)
        yield from _walk(below, state.unit_id, depth + 1)
