"""Whom a reorganisation moves: those who work in what ends, or in what comes under another OPD."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models.dated import DatedQuerySet
from pamong.apps.kepegawaian.bezetting import people_by_place
from pamong.apps.kepegawaian.models import Placement
from pamong.apps.organisasi.journal import Journal
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.apps.organisasi.structure_values import Place, Planned
from pamong.apps.organisasi.structure_writing import Basis
from pamong.apps.penataan.choosing import Chosen


class HomelessError(Exception):
    """People work in something that ends, and no step says where they go."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            _(
                "Masih ada pegawai di %s. Sebutkan ke mana mereka pindah pada langkah yang "
                "menghapusnya."
            )
            % ", ".join(names[:5])
        )


class LaterPlacementError(Exception):
    """Placements in something that ends begin on that day, or later."""

    def __init__(self, many: int) -> None:
        super().__init__(
            _(
                "%d penempatan di unit yang berubah tercatat mulai pada hari itu atau sesudahnya. "
                "Batalkan dulu penempatan itu, atau pilih hari yang lebih kemudian."
            )
            % many
        )


@dataclass(frozen=True, slots=True)
class Move:
    """How many people go from one place to another; ``to`` is empty where no step says where.

    ``chosen`` are those who were chosen by name; without any, all who were not go.
    """

    origin: Place
    to: Place | None
    people: int
    chosen: tuple[int, ...] = ()


def people_who_move(
    pemda: Pemda, planned: Planned, *, day: date, chosen: Sequence[Chosen] = ()
) -> list[Move]:
    """Return whose place changes by a plan, by where they work on its day, in one query.

    Those chosen by name go where their step leads, also where that is where they are.
    """
    here = people_by_place(pemda, day=day)
    moves = _chosen_moves(chosen)
    for each in chosen:
        where = each.origin.opd, each.origin.unit
        here[where] = here.get(where, 0) - 1
    for (opd, unit), many in sorted(here.items(), key=lambda each: (each[0][0], each[0][1] or 0)):
        place = Place(opd, unit)
        if place.opd not in planned.before.opds or many < 1:
            continue
        after = planned.place_after(place)
        if after != place:
            moves.append(Move(place, after, many))
    return moves


def _chosen_moves(chosen: Sequence[Chosen]) -> list[Move]:
    grouped: dict[tuple[Place, Place | None], list[int]] = {}
    for each in chosen:
        if each.to != each.origin:
            grouped.setdefault((each.origin, each.to), []).append(each.pegawai_id)
    return [
        Move(origin, to, len(people), tuple(people)) for (origin, to), people in grouped.items()
    ]


def write_moves(
    pemda: Pemda,
    moves: Sequence[Move],
    keys: dict[int, int],
    basis: Basis,
    journal: Journal,
    *,
    chosen: Sequence[Chosen] = (),
) -> None:
    """End the placements that change, and begin those that follow; ``keys`` are of what is new.

    ``chosen`` are all who were chosen by name: none of them goes with the rest.

    Raises:
        HomelessError: nobody says where some of them go.
        LaterPlacementError: a placement there begins on that day or later.
    """
    homeless = [move.origin.opd for move in moves if move.to is None]
    if homeless:
        names = Opd.objects.filter(pk__in=homeless).order_by("sort_key", "id")
        raise HomelessError(list(names.values_list("nama", flat=True)))
    named = [each.pegawai_id for each in chosen]
    for move in moves:
        if move.to is None:
            continue
        unit = move.to.unit
        target = (
            keys.get(move.to.opd, move.to.opd),
            None if unit is None else keys.get(unit, unit),
        )
        rows = Placement.objects.filter(opd=move.origin.opd, unit=move.origin.unit)
        rows = (
            rows.filter(pegawai__in=move.chosen)
            if move.chosen
            else rows.exclude(pegawai__in=named)
        )
        _move(pemda, rows, target, basis, journal)


def _move(
    pemda: Pemda,
    rows: DatedQuerySet[Placement],
    target: tuple[int, int | None],
    basis: Basis,
    journal: Journal,
) -> None:
    later = rows.filter(starts_on__gte=basis.day).count()
    if later:
        raise LaterPlacementError(later)
    running = list(rows.on(basis.day))
    movers = [(row.pegawai_id, row.ends_before) for row in running]
    journal.end(running, day=basis.day)
    journal.make(
        Placement(
            pegawai_id=pegawai,
            opd_id=target[0],
            unit_id=target[1],
            starts_on=basis.day,
            ends_before=end,
            decree=basis.decree,
            source=basis.source,
        )
        for pegawai, end in movers
    )
    if movers:
        facts_changed(pemda.pk, "pegawai", pegawai_id=[pegawai for pegawai, _end in movers])
