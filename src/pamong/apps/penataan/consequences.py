"""What a reorganisation comes to, for the page before the button: nothing here is written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, QuerySet, Value

from pamong.apps.accounts.models import RoleGrant
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


def plan_reorganisation(drawing: Drawing) -> Consequences:
    """Say what begins, ends and changes, who moves, and what hangs on what ends.

    Raises:
        ChosenGoneError: somebody who was chosen works nowhere any more.
    """
    plan, drawn = drawing.plan, drawing.drawn
    planned = drawn.planned
    chosen = chosen_of(drawing.choosing_steps(), planned)
    moves = people_who_move(plan.pemda, planned, day=plan.day, chosen=chosen)
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
        offices=_lost_offices(drawn.ended_posts, plan.day),
        access=_access(plan, planned, moves),
        hanging=_hanging(planned, drawn.ended_opds, plan.day),
    )


def _lost_offices(posts: Sequence[int], day: date) -> list[LostOffice]:
    rows = JabatanHolding.objects.filter(jabatan__in=posts).on(day)
    rows = rows.select_related("person", "jabatan").order_by(
        "jabatan__rank", "jabatan__nama", "id"
    )
    return [
        LostOffice(row.person.shown_name, row.jabatan.nama, row.get_capacity_display())
        for row in rows
    ]


def _access(plan: Reorganisation, planned: Planned, moves: Sequence[Move]) -> list[AccessChange]:
    """Return whose OPD gains or loses people; an account never follows them by itself."""
    leave, come = Counter[int](), Counter[int]()
    for move in moves:
        if move.to is not None and move.to.opd == move.origin.opd:
            continue
        leave[move.origin.opd] += move.people
        if move.to is not None:
            come[move.to.opd] += move.people
    grants = (
        RoleGrant.objects.on(plan.day)
        .filter(pemda=plan.pemda, opd__in=[*leave, *come], user__is_active=True)
        .select_related("user")
        .order_by("opd__sort_key", "user__nama", "id")
    )
    return [
        AccessChange(
            user=grant.user.nama,
            role=grant.get_role_display(),
            opd=place_name(planned.before, Place(grant.opd_id or 0)),
            before=leave[grant.opd_id or 0],
            after=come[grant.opd_id or 0],
        )
        for grant in grants
    ]


def _hanging(planned: Planned, ended: Sequence[int], day: date) -> list[Hanging]:
    """Count what is open for the OPDs that end, in one query."""
    if not ended:
        return []
    findings = Standing.objects.on(day).filter(superseded_by=None, opd__in=ended)
    duties = DutyStanding.objects.on(day).filter(opd__in=ended).exclude(state__in=ENDED)
    facilities = Facility.objects.on(day).filter(jabatan__opd__in=ended)
    rows = _kind(findings, "findings").union(
        _kind(duties, "duties"), _kind(facilities, "facilities", "jabatan__opd_id"), all=True
    )
    many = {(kind, opd): count for kind, opd, count in rows}
    told = [
        Hanging(
            planned.before.opds[key].nama,
            *(many.get((kind, key), 0) for kind in ("findings", "duties", "facilities")),
        )
        for key in ended
    ]
    return [each for each in told if each.findings or each.duties or each.facilities]


def _kind(rows: QuerySet[Any], kind: str, opd: str = "opd_id") -> Any:
    named = rows.annotate(what=Value(kind), of=F(opd)).values_list("what", "of").order_by()
    return named.annotate(many=Count("id"))
