"""How far the roles of an access reach: whole government, OPDs and units, on one day.

The tree of units is dated, so that a role over a unit reaches whoever stood below it on the day
asked for, and a reorganisation changes nothing of the days before it. Codes and names of units are
never compared: they are rewritten by the next reorganisation.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from pamong.apps.accounts.heading import headed_by
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.seeing import OVER_A_PART, roles_seeing
from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.models import UnitState

if TYPE_CHECKING:
    from pamong.apps.accounts.access import Access, Grant
    from pamong.apps.kepegawaian.field_classes import FieldClass
    from pamong.apps.organisasi.models import Pemda

TREE = """
WITH RECURSIVE below (root, unit) AS (
    SELECT unit_id, unit_id FROM organisasi_unitstate
    WHERE unit_id = ANY(%(units)s) AND starts_on <= %(day)s
    AND (ends_before IS NULL OR ends_before > %(day)s)
  UNION
    SELECT below.root, state.unit_id FROM organisasi_unitstate state
    JOIN below ON state.parent_id = below.unit
    WHERE state.starts_on <= %(day)s AND (state.ends_before IS NULL OR state.ends_before > %(day)s)
)
SELECT 'unit', root, unit FROM below
UNION ALL
SELECT 'opd', opd_id, unit_id FROM organisasi_unitstate
WHERE opd_id = ANY(%(opds)s) AND starts_on <= %(day)s
AND (ends_before IS NULL OR ends_before > %(day)s)
"""


@dataclass(frozen=True, slots=True)
class Part:
    """OPDs and units of one government; the units are all of them, those below included."""

    is_whole: bool = False
    opds: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nobody can be in it."""
        return not (self.is_whole or self.opds or self.units)

    def holds(self, opd: int | None, unit: int | None) -> bool:
        """Tell whether a post that stands there on the day belongs to it."""
        return self.is_whole or opd in self.opds or unit in self.units


@dataclass(frozen=True, slots=True)
class Reach:
    """What each role of an access that sees people reaches in one government on one day."""

    parts: dict[Role, Part] = field(default_factory=dict)

    def of(self, roles: Iterable[Role]) -> Part:
        """Return what some of the roles reach together."""
        found = [part for role, part in self.parts.items() if role in roles]
        return Part(
            is_whole=any(part.is_whole for part in found),
            opds=frozenset().union(*(part.opds for part in found)),
            units=frozenset().union(*(part.units for part in found)),
        )


def reach_of(access: "Access", pemda: "Pemda", day: date) -> Reach:
    """Return how far the roles of ``access`` reach in ``pemda`` on ``day``, worked out once."""
    grants = [grant for grant in access.grants if grant.reaches(pemda)]
    if not grants:
        return Reach()
    key = (pemda.pk, day)
    if key not in access.notes.reach:
        access.notes.reach[key] = _reach(grants, pemda, day, access.today)
    return access.notes.reach[key]


def part_seen(access: "Access", pemda: "Pemda", day: date, field_class: "FieldClass") -> Part:
    """Return the part of ``pemda`` of whose people ``access`` sees ``field_class`` on ``day``."""
    if not access.may_show(field_class):
        return Part()
    return reach_of(access, pemda, day).of(roles_seeing(field_class))


def _reach(grants: "list[Grant]", pemda: "Pemda", day: date, today: date) -> Reach:
    partial = [grant for grant in grants if grant.role in OVER_A_PART]
    roots = {grant: _roots(grant, pemda, today) for grant in partial}
    below, inside = _tree(
        opds={opd for part in roots.values() for opd in part.opds},
        units={unit for part in roots.values() for unit in part.units},
        day=day,
    )
    parts: dict[Role, Part] = {
        grant.role: Part(is_whole=True) for grant in grants if grant.role not in OVER_A_PART
    }
    for grant, root in roots.items():
        until_now = parts.get(grant.role, Part())
        units = [below.get(unit, ()) for unit in root.units]
        units += [inside.get(opd, ()) for opd in root.opds]
        parts[grant.role] = Part(
            opds=until_now.opds | root.opds, units=until_now.units.union(*units)
        )
    return Reach(parts)


def _roots(grant: "Grant", pemda: "Pemda", today: date) -> Part:
    """Return what a grant names, or what its owner heads today by his tenures."""
    if grant.unit_id is not None:
        return Part(units=frozenset({grant.unit_id}))
    if grant.role is Role.ATASAN:
        opds, units = headed_by(grant.person_id, pemda, day=today)
        return Part(opds=opds, units=units)
    return Part(opds=frozenset({grant.opd_id} if grant.opd_id is not None else ()))


def _tree(
    *, opds: set[int], units: set[int], day: date
) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Return the units below each of ``units``, and those inside each of ``opds``, on ``day``."""
    below: dict[int, set[int]] = {}
    inside: dict[int, set[int]] = {}
    if not opds and not units:
        return below, inside
    with connection.cursor() as cursor:
        cursor.execute(TREE, {"opds": sorted(opds), "units": sorted(units), "day": day})
        for kind, root, unit in cursor.fetchall():
            (below if kind == "unit" else inside).setdefault(root, set()).add(unit)
    return below, inside


def placed_in(part: Part, *, day: date) -> Q:
    """Return the condition that a pegawai is placed in ``part``, no whole government, on ``day``.

    The OPD of a unit is what its state says of the day; that of the placement counts for who is
    in no unit.
    """
    if part.is_empty:
        return Q(pk__in=[])
    unit_state = UnitState.objects.on(day).filter(unit=OuterRef("unit"))
    outside_units = Q(unit=None) | Q(~Exists(unit_state))
    placements = Placement.objects.on(day).filter(
        Q(unit__in=part.units) | Q(opd__in=part.opds) & outside_units
    )
    is_employed = Q(starts_on__lte=day) & (Q(ends_before=None) | Q(ends_before__gt=day))
    return is_employed & Q(pk__in=placements.values("pegawai"))


def is_placed_in(part: Part, pegawai: Pegawai, *, day: date) -> bool:
    """Tell whether ``pegawai`` is placed in ``part`` on ``day``, as :func:`placed_in` asks."""
    if part.is_whole:
        return True
    if part.is_empty or day not in pegawai.period:
        return False
    placement = Placement.objects.on(day).filter(pegawai=pegawai).first()
    if placement is None:
        return False
    if placement.unit_id in part.units:
        return True
    if placement.opd_id not in part.opds:
        return False
    return placement.unit_id is None or not (
        UnitState.objects.on(day).filter(unit=placement.unit_id).exists()
    )
