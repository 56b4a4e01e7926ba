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
from pamong.apps.organisasi.structure_values import Place, Planned, Structure
from pamong.apps.organisasi.structure_writing import differences
from pamong.apps.penataan.choosing import chosen_of
from pamong.apps.penataan.models import Reorganisation, ReorganisationStep
from pamong.apps.penataan.moving import Move, people_who_move
from pamong.apps.penataan.naming import place_name, unit_path
from pamong.apps.penataan.reorganising import steps_of


@dataclass(frozen=True, slots=True)
class Changed:
    """Something before and after; empty where it is not there."""

    what: str
    before: str
    after: str


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

    opds: list[Changed]
    units: list[Changed]
    posts: list[Changed]
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


def plan_reorganisation(
    plan: Reorganisation, planned: Planned, steps: Sequence[ReorganisationStep] | None = None
) -> Consequences:
    """Say what begins, ends and changes, who moves, and what hangs on what ends.

    ``steps`` are those of the plan, where they are at hand.
    """
    chosen = chosen_of(steps_of(plan) if steps is None else steps, planned)
    moves = people_who_move(plan.pemda, planned, day=plan.day, chosen=chosen)
    found = differences(planned.before.opds, planned.after.opds)
    posts = differences(planned.before.posts, planned.after.posts)
    return Consequences(
        opds=_changed_opds(planned),
        units=_changed_units(planned),
        posts=_changed_posts(planned),
        moves=[
            Moved(
                place_name(planned.before, move.origin),
                place_name(planned.after, move.to),
                move.people,
                bool(move.chosen),
            )
            for move in moves
        ],
        offices=_lost_offices(posts.ended, plan.day),
        access=_access(plan, planned, moves),
        hanging=_hanging(planned, found.ended, plan.day),
    )


def _changed_opds(planned: Planned) -> list[Changed]:
    before, after = planned.before.opds, planned.after.opds
    found = differences(before, after)
    return [
        *(Changed(str(key), before[key].nama, "") for key in found.ended),
        *(Changed(str(key), "", after[key].nama) for key in found.new),
        *(Changed(str(key), before[key].nama, after[key].nama) for key in found.changed),
    ]


def _changed_units(planned: Planned) -> list[Changed]:
    before, after = planned.before, planned.after
    found = differences(before.units, after.units)
    keys = [*found.ended, *found.new, *found.changed]
    return [
        Changed(
            str(key),
            unit_path(before, key) if key in before.units else "",
            unit_path(after, key) if key in after.units else "",
        )
        for key in keys
    ]


def _changed_posts(planned: Planned) -> list[Changed]:
    before, after = planned.before, planned.after
    found = differences(before.posts, after.posts)
    return [
        Changed(str(key), _post_name(before, key), _post_name(after, key))
        for key in [*found.ended, *found.new, *found.changed]
    ]


def _post_name(structure: Structure, key: int) -> str:
    """Return "Kepala Bidang Tera (Dinas Pasar / Bidang Tera)"; empty where it is not there."""
    post = structure.posts.get(key)
    if post is None:
        return ""
    place = place_name(structure, None if post.opd is None else Place(post.opd, post.unit))
    return f"{post.nama} ({place})" if place else post.nama


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
