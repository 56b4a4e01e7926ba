"""What a reorganisation comes to, for the page before the button: nothing here is written."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any, NamedTuple

from django.db.models import Case, Count, F, QuerySet, Value, When
from django.db.models.functions import Concat

from pamong.apps.accounts.models import Role, RoleGrant
from pamong.apps.core.made_up import MADE_UP
from pamong.apps.duties.life import ENDED
from pamong.apps.duties.models import DutyStanding
from pamong.apps.findings.models import Standing
from pamong.apps.organisasi.models import Facility, JabatanHolding
from pamong.apps.organisasi.structure_values import Place, Planned
from pamong.apps.penataan.choosing import chosen_of
from pamong.apps.penataan.drawing import Changed, Drawing
from pamong.apps.penataan.models import Reorganisation
from pamong.apps.penataan.moving import Move, people_who_move
from pamong.apps.penataan.naming import place_name
from pamong.kernel.capacity import Capacity

UNTOLD = Value("")


@dataclass(frozen=True, slots=True)
class Moved:
    """People between two places, by name; ``to`` is empty where no step says where they go."""

    origin: str
    to: str
    people: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class LostOffice:
    """Somebody who leaves a post because it ends."""

    person: str
    office: str
    capacity: str


@dataclass(frozen=True, slots=True)
class AccessChange:
    """A user of one OPD, and of how many people more or fewer he will see the records."""

    user: str
    role: str
    opd: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Hanging:
    """What is open for an OPD that ends, or for an office of it."""

    opd: str
    findings: int
    duties: int
    facilities: int


@dataclass(frozen=True, slots=True)
class Consequences:
    """Everything that a person should see before a reorganisation is carried out."""

    opds: Sequence[Changed]
    units: Sequence[Changed]
    posts: Sequence[Changed]
    moves: list[Moved]
    offices: list[LostOffice]
    access: list[AccessChange]
    hanging: list[Hanging]

    @property
    def people(self) -> int:
        """How many people work elsewhere afterwards."""
        return sum(move.people for move in self.moves)

    @property
    def is_complete(self) -> bool:
        """Whether everybody has a place to go to."""
        return all(move.to for move in self.moves)


class Touched(NamedTuple):
    """What a plan touches beside people: what sort, of which OPD or post, whose, as what."""

    sort: str
    key: int
    who: str
    told: str
    number: int


def plan_reorganisation(drawing: Drawing) -> Consequences:
    """Say what begins, ends and changes, who moves, and what hangs on what ends.

    Raises:
        ChosenGoneError: somebody who was chosen works nowhere any more.
    """
    plan, drawn = drawing.plan, drawing.drawn
    planned = drawn.planned
    chosen = chosen_of(drawing.choosing_steps(), planned)
    moves = people_who_move(plan.pemda, planned, day=plan.day, chosen=chosen)
    leave, come = _crossing(moves)
    touched: dict[str, list[Touched]] = {}
    for row in _touched(plan, [*leave, *come], drawn.ended_opds, drawn.ended_posts):
        touched.setdefault(row.sort, []).append(row)
    return Consequences(
        opds=drawn.opds,
        units=drawn.units,
        posts=drawn.posts,
        moves=[
            Moved(
                place_name(planned.before, move.origin),
                place_name(planned.after, move.to),
                move.people,
                bool(move.chosen),
            )
            for move in moves
        ],
        offices=_lost_offices(touched.get("offices", []), planned, drawn.ended_posts),
        access=_access(touched.get("access", []), planned, leave, come),
        hanging=_hanging(touched, planned, drawn.ended_opds),
    )


def _crossing(moves: Sequence[Move]) -> tuple[Counter[int], Counter[int]]:
    """Count who leaves each OPD and who comes to it."""
    leave, come = Counter[int](), Counter[int]()
    for move in moves:
        if move.to is not None and move.to.opd == move.origin.opd:
            continue
        leave[move.origin.opd] += move.people
        if move.to is not None:
            come[move.to.opd] += move.people
    return leave, come


def _touched(
    plan: Reorganisation, crossed: Sequence[int], opds: Sequence[int], posts: Sequence[int]
) -> Iterator[Touched]:
    """Return all that a plan touches, by one query: the page has asked for much before."""
    day = plan.day
    offices = JabatanHolding.objects.on(day).filter(jabatan__in=posts)
    access = RoleGrant.objects.on(day).filter(
        pemda=plan.pemda, opd__in=crossed, user__is_active=True
    )
    findings = Standing.objects.on(day).filter(superseded_by=None, opd__in=opds)
    duties = DutyStanding.objects.on(day).filter(opd__in=opds).exclude(state__in=ENDED)
    facilities = Facility.objects.on(day).filter(jabatan__opd__in=opds)
    person = Case(
        When(person__is_made_up=True, then=Concat("person__nama", Value(f" {MADE_UP}"))),
        default="person__nama",
    )
    rows = _rows(offices, "offices", "jabatan_id", person, F("capacity")).union(
        _rows(access, "access", "opd_id", F("user__nama"), F("role")),
        _rows(findings, "findings", "opd_id"),
        _rows(duties, "duties", "opd_id"),
        _rows(facilities, "facilities", "jabatan__opd_id"),
        all=True,
    )
    return starmap(Touched, sorted(rows))


def _rows(rows: QuerySet[Any], sort: str, key: str, who: Any = UNTOLD, told: Any = UNTOLD) -> Any:
    named = rows.annotate(sort=Value(sort), of=F(key), who=who, told=told)
    counted = named.values_list("sort", "of", "who", "told").order_by()
    return counted.annotate(number=Count("id"))


def _lost_offices(
    touched: Sequence[Touched], planned: Planned, posts: Sequence[int]
) -> list[LostOffice]:
    """Return who leaves which post, in the order of the posts."""
    return [
        LostOffice(row.who, planned.before.posts[row.key].nama, str(Capacity(row.told).label))
        for row in sorted(touched, key=lambda row: posts.index(row.key))
    ]


def _access(
    touched: Sequence[Touched], planned: Planned, leave: Counter[int], come: Counter[int]
) -> list[AccessChange]:
    """Return whose OPD gains or loses people; an account never follows them by itself."""
    told = [
        AccessChange(
            user=row.who,
            role=str(Role(row.told).label),
            opd=place_name(planned.before, Place(row.key)),
            before=leave[row.key],
            after=come[row.key],
        )
        for row in touched
        for _each in range(row.number)
    ]
    return sorted(told, key=lambda each: each.opd)


def _hanging(
    touched: Mapping[str, Sequence[Touched]], planned: Planned, ended: Sequence[int]
) -> list[Hanging]:
    """Return what is open for the OPDs that end."""
    sorts = ("findings", "duties", "facilities")
    many = {(row.sort, row.key): row.number for sort in sorts for row in touched.get(sort, ())}
    told = [
        Hanging(planned.before.opds[key].nama, *(many.get((sort, key), 0) for sort in sorts))
        for key in ended
    ]
    return [each for each in told if each.findings or each.duties or each.facilities]
