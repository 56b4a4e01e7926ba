"""What somebody heads by his tenures: whoever holds, or acts in, the office of its head.

An OPD is headed by its kepala. A unit is headed by the holder of the highest structural post that
stands in it; where two of the same rank stand in one unit, the records do not say which of them
heads it, and neither does. Where a post stood is asked of the day: a reorganisation moves posts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import FilteredRelation, Q

from pamong.apps.organisasi.models import Jabatan, JabatanHolding, JabatanKind, PostState

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda

HIGHEST_FIRST = (JabatanKind.KEPALA_OPD, JabatanKind.ADMINISTRATOR, JabatanKind.PENGAWAS)
"""The posts that can head a part of an OPD; a functional post heads nobody."""


@dataclass(frozen=True, slots=True)
class _Post:
    """One structural post as it stands on the day."""

    jabatan_id: int
    kind: str
    eselon: str
    opd_id: int | None
    unit_id: int | None

    @property
    def rank(self) -> tuple[int, str]:
        """Its place among others: "III.a" stands above "III.b"."""
        return HIGHEST_FIRST.index(JabatanKind(self.kind)), self.eselon or "~"


def headed_by(
    person_id: int | None, pemda: "Pemda", *, day: date
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the OPDs and the units of ``pemda`` that somebody heads on ``day``.

    Acting heads (Plt, Plh, Pj, Pjs) head as others do, for the days of their tenure. What stands
    below a unit that he heads is the tree's to say (``reach.py``).
    """
    if person_id is None:
        return frozenset(), frozenset()
    held = JabatanHolding.objects.on(day).filter(person=person_id, pemda=pemda)
    posts = _posts(Q(pk__in=held.values("jabatan")), day)
    opds = {
        post.opd_id
        for post in posts
        if post.kind == JabatanKind.KEPALA_OPD and post.opd_id and not post.unit_id
    }
    units = {post.unit_id for post in posts if post.unit_id}
    heads = _heads(units, day) if units else {}
    return frozenset(opds), frozenset(
        post.unit_id for post in posts if post.unit_id and heads[post.unit_id] == post.jabatan_id
    )


def _posts(which: Q, day: date) -> list[_Post]:
    """Return structural posts, each where its state of the day says, else where it stands now."""
    begun = Q(states__starts_on=None) | Q(states__starts_on__lte=day)
    running = Q(states__ends_before=None) | Q(states__ends_before__gt=day)
    rows = (
        Jabatan.objects.annotate(state_then=FilteredRelation("states", condition=begun & running))
        .filter(which, kind__in=HIGHEST_FIRST)
        .values_list(
            "pk",
            "kind",
            "eselon",
            "opd",
            "state_then",
            "state_then__eselon",
            "state_then__opd",
            "state_then__unit",
        )
    )
    return [
        _Post(pk, kind, now, opd, None)
        if then is None
        else _Post(pk, kind, then_eselon, then_opd, then_unit)
        for pk, kind, now, opd, then, then_eselon, then_opd, then_unit in rows
    ]


def _heads(units: Iterable[int], day: date) -> dict[int, int | None]:
    """Return the post that heads each of ``units``; none where two share the highest rank."""
    begun = Q(starts_on=None) | Q(starts_on__lte=day)
    in_force = begun & (Q(ends_before=None) | Q(ends_before__gt=day))
    states = PostState.objects.on(day).filter(unit__in=units).values("jabatan")
    by_unit: dict[int, list[_Post]] = {}
    for post in _posts(in_force & Q(pk__in=states), day):
        if post.unit_id is not None:
            by_unit.setdefault(post.unit_id, []).append(post)
    heads: dict[int, int | None] = dict.fromkeys(units)
    for unit, posts in by_unit.items():
        highest = min(post.rank for post in posts)
        first, *others = [post for post in posts if post.rank == highest]
        heads[unit] = None if others else first.jabatan_id
    return heads
