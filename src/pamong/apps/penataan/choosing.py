"""Choosing people in a plan, as a split of an OPD asks for: who goes where; the rest follows.

Who is not chosen follows the rule of the other steps: whoever works in what goes on stays, whoever
works in what ends goes where that step says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.structure_values import WHEREVER, Place, Planned, Structure
from pamong.apps.penataan.models import Reorganisation, ReorganisationPerson, ReorganisationStep
from pamong.apps.penataan.people_named import PersonNotNamedError, people_named


class NobodyChosenError(Exception):
    """A step moves chosen people, and names none."""

    def __init__(self) -> None:
        super().__init__(_("Sebutkan siapa yang pindah: NIP atau nama, satu orang satu baris."))


class ChosenDoubtError(Exception):
    """Lines name nobody, several people, or somebody who works elsewhere."""

    def __init__(self, doubts: Sequence[tuple[str, str]]) -> None:
        self.doubts = tuple(doubts)
        told = "; ".join(f"{text}: {why}" for text, why in self.doubts[:5])
        super().__init__(
            _("%(many)d baris belum jelas. %(told)s") % {"many": len(self.doubts), "told": told}
        )


class ChosenGoneError(Exception):
    """Somebody who was chosen works nowhere any more on the day of the plan."""

    def __init__(self, many: int) -> None:
        super().__init__(
            _(
                "%d pegawai yang dipilih tidak lagi bekerja pada hari itu. Hapus langkahnya, lalu "
                "pilih lagi."
            )
            % many
        )


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody who was chosen, where he works until the plan, and where he goes."""

    pegawai_id: int
    origin: Place
    to: Place | None


def read_chosen(
    plan: Reorganisation, lines: Sequence[str], origin: Place, before: Structure
) -> list[Pegawai]:
    """Return the people of some lines, each of whom works in ``origin`` or below it.

    Raises:
        NobodyChosenError: there is no line.
        ChosenDoubtError: lines that mean nobody, several people, or somebody elsewhere.
    """
    told = [line.strip() for line in lines if line.strip()]
    if not told:
        raise NobodyChosenError
    known = people_named(plan.pemda, told, day=plan.day)
    found: dict[int, tuple[str, Pegawai]] = {}
    doubts: list[tuple[str, str]] = []
    for text in told:
        try:
            pegawai = known.one(text)
        except PersonNotNamedError as error:
            doubts.append((text, str(error)))
        else:
            found[pegawai.pk] = (text, pegawai)
    places = places_of(found, day=plan.day)
    inside = _inside(origin, before)
    for key, (text, _pegawai) in found.items():
        if places.get(key) not in inside:
            doubts.append((text, _("tidak bekerja di tempat asal itu pada hari itu")))
    if doubts:
        raise ChosenDoubtError(doubts)
    return [pegawai for _text, pegawai in found.values()]


def keep_chosen(step: ReorganisationStep, people: Sequence[Pegawai]) -> None:
    """Keep who was chosen for a step, inside an open act."""
    ReorganisationPerson.objects.bulk_create(
        ReorganisationPerson(plan=step.plan, step=step, pegawai=pegawai) for pegawai in people
    )


def with_chosen(rows: QuerySet[ReorganisationStep], *, day: date) -> QuerySet[ReorganisationStep]:
    """Add to each step whom it chooses, and where they work on a day (``chosen_people``)."""
    placed = Placement.objects.on(day).filter(pegawai=OuterRef("pegawai"))
    people = ReorganisationPerson.objects.filter(step=OuterRef("pk")).order_by("pk")
    told = JSONObject(
        pegawai="pegawai",
        opd=Subquery(placed.values("opd")[:1]),
        unit=Subquery(placed.values("unit")[:1]),
    )
    return rows.annotate(chosen_people=ArraySubquery(people.values(told=told)))


def chosen_of(steps: Sequence[Any], planned: Planned) -> list[Chosen]:
    """Return everybody whom steps choose (``with_chosen``), each with where he goes.

    Raises:
        ChosenGoneError: somebody works nowhere any more on the day of the plan.
    """
    rows = [(step, each) for step in steps for each in step.chosen_people]
    gone = sum(each["opd"] is None for _step, each in rows)
    if gone:
        raise ChosenGoneError(gone)
    return [
        Chosen(
            each["pegawai"],
            Place(each["opd"], each["unit"]),
            _after(planned, place_of(step)),
        )
        for step, each in rows
    ]


def place_of(row: ReorganisationStep) -> Place | None:
    """Return where a step leads; what an earlier one opens has its position as negative key."""
    if row.to_step is not None:
        key = -row.to_step.position
        return Place(key) if row.to_step.kind == "open_opd" else Place(WHEREVER, key)
    if row.to_unit_id is not None:
        return Place(WHEREVER, row.to_unit_id)
    return None if row.to_opd_id is None else Place(row.to_opd_id)


def places_of(pegawai: Mapping[int, object] | Sequence[int], *, day: date) -> dict[int, Place]:
    """Return where people work on a day."""
    rows = Placement.objects.on(day).filter(pegawai__in=list(pegawai))
    told = rows.values_list("pegawai_id", "opd_id", "unit_id")
    return {key: Place(opd, unit) for key, opd, unit in told}


def _after(planned: Planned, place: Place | None) -> Place | None:
    if place is None:
        return None
    if place.opd == WHEREVER and place.unit in planned.before.units:
        place = Place(planned.before.units[place.unit].opd, place.unit)
    return planned.place_after(place)


def _inside(origin: Place, before: Structure) -> set[Place | None]:
    """Return an OPD with its units, or a unit with those below it."""
    if origin.unit is None:
        units = {key for key, row in before.units.items() if row.opd == origin.opd}
        return {Place(origin.opd), *(Place(origin.opd, key) for key in units)}
    return {Place(before.units[key].opd, key) for key in before.below(origin.unit)}
