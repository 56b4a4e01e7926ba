"""What units and OPDs were called, and where units stood, on days of the past: many at once.

Each takes one query, however many days are asked for.
"""

import copy
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from pamong.apps.organisasi.models import Opd, OpdState, UnitState


@dataclass(frozen=True, slots=True)
class UnitsThen:
    """The states of some units, each in the order of its days."""

    states: Mapping[int, list[UnitState]]

    @property
    def opds(self) -> set[int]:
        """The OPDs that the units ever stood in."""
        return {state.opd_id for states in self.states.values() for state in states}

    def state(self, unit: int | None, day: date) -> UnitState | None:
        """Return how a unit stood on a day: of one that had ended its last, else its first."""
        states = self.states.get(unit or 0, [])
        begun = [state for state in states if state.starts_on <= day]
        return next(iter([*begun[-1:], *states[:1]]), None)


@dataclass(frozen=True, slots=True)
class OpdsThen:
    """Some OPDs with the names that they bore."""

    opds: Mapping[int, Any]

    def named_on(self, opd: int, day: date) -> Opd:
        """Return an OPD under the name that it bore on a day; one that never changed, its own."""
        found = copy.copy(self.opds[opd])
        for name in found.names:
            if name["since"] is None or date.fromisoformat(name["since"]) <= day:
                found.nama = name["nama"]
        named: Opd = found
        return named


def units_then(units: Collection[int]) -> UnitsThen:
    """Return the states of some units."""
    rows = UnitState.objects.filter(unit__in=units).select_related("unit").order_by("starts_on")
    found: dict[int, list[UnitState]] = {}
    for row in rows:
        found.setdefault(row.unit_id, []).append(row)
    return UnitsThen(found)


def opds_then(opds: Collection[int]) -> OpdsThen:
    """Return some OPDs with all their names."""
    names = OpdState.objects.filter(opd=OuterRef("pk")).order_by(
        F("starts_on").asc(nulls_first=True)
    )
    told = JSONObject(since="starts_on", nama="nama")
    rows = Opd.objects.filter(pk__in=opds).annotate(names=ArraySubquery(names.values(told=told)))
    return OpdsThen({row.pk: row for row in rows})
