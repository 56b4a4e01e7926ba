"""Everybody whom a draft moves, by name: nobody is moved unseen."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.structure_values import Place
from pamong.apps.penataan.choosing import chosen_of
from pamong.apps.penataan.drawing import Drawing
from pamong.apps.penataan.models import Reorganisation
from pamong.apps.penataan.moving import people_who_move
from pamong.apps.penataan.naming import place_name


@dataclass(frozen=True, slots=True)
class Mover:
    """Somebody who works elsewhere afterwards; ``to`` is empty where no step says where."""

    pegawai_id: int
    origin: str
    to: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class NamedMover:
    """The same with the name."""

    public_id: UUID
    name: str
    mover: Mover


def movers(drawing: Drawing) -> list[Mover]:
    """Return everybody whom a plan moves, by name; who was chosen goes where his step leads.

    Raises:
        ChosenGoneError: somebody who was chosen works nowhere any more.
    """
    plan, planned = drawing.plan, drawing.drawn.planned
    chosen = chosen_of(drawing.choosing_steps(), planned)
    moves = people_who_move(plan.pemda, planned, day=plan.day, chosen=chosen)
    by_place = {move.origin: move.to for move in moves if not move.chosen}
    by_name = {each.pegawai_id: each.to for each in chosen}
    found = []
    for key, opd, unit in _working(plan, {move.origin.opd for move in moves}):
        place = Place(opd, unit)
        is_chosen = key in by_name
        if not is_chosen and place not in by_place:
            continue
        to = by_name[key] if is_chosen else by_place[place]
        if to != place:
            origin = place_name(planned.before, place)
            found.append(Mover(key, origin, place_name(planned.after, to), is_chosen))
    return found


def with_names(plan: Reorganisation, found: Sequence[Mover]) -> list[NamedMover]:
    """Return some movers with their names, in their order."""
    rows = Pegawai.objects.filter(pemda=plan.pemda, pk__in=[each.pegawai_id for each in found])
    known = rows.select_related("person").in_bulk()
    return [
        NamedMover(
            known[each.pegawai_id].public_id, known[each.pegawai_id].person.shown_name, each
        )
        for each in found
    ]


def _working(plan: Reorganisation, opds: set[int]) -> list[tuple[int, int, int | None]]:
    day = plan.day
    goes_on = Q(pegawai__ends_before=None) | Q(pegawai__ends_before__gt=day)
    rows = Placement.objects.on(day).filter(goes_on, opd__in=opds, pegawai__starts_on__lte=day)
    told = rows.order_by("pegawai__person__sort_key", "pegawai")
    return list(told.values_list("pegawai_id", "opd_id", "unit_id"))
