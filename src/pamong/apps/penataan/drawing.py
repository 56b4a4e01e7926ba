"""The structure before and after a draft, drawn once for the steps and the records it rests on.

Whom it moves, and what hangs on what ends, is asked for anew each time: people change more often
than a structure does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pamong.apps.organisasi.structure_steps import StepKind
from pamong.apps.organisasi.structure_values import Place, Planned, Structure
from pamong.apps.organisasi.structure_writing import differences
from pamong.apps.penataan.kept import Kept
from pamong.apps.penataan.models import Reorganisation, ReorganisationStep
from pamong.apps.penataan.naming import place_name, unit_path
from pamong.apps.penataan.reorganising import planned, steps_of
from pamong.apps.penataan.seals import seal_of


@dataclass(frozen=True, slots=True)
class Changed:
    """Something before and after; empty where it is not there."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the steps make of a structure, and what differs, in words."""

    planned: Planned
    steps: int
    is_of_people: bool
    opds: Sequence[Changed]
    units: Sequence[Changed]
    posts: Sequence[Changed]
    ended_opds: Sequence[int]
    ended_posts: Sequence[int]


# A structure of 4,000 posts before and after takes some megabytes.
KEPT: Kept[Drawn] = Kept(most=8)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A draft as it was drawn; ``rows`` are all its steps, where they are at hand."""

    plan: Reorganisation
    drawn: Drawn
    rows: Sequence[ReorganisationStep] | None = None

    def steps(self, first: int, last: int) -> Sequence[ReorganisationStep]:
        """Return the steps from one place in their order up to before another."""
        if self.rows is not None:
            return self.rows[first:last]
        return steps_of(self.plan, part=slice(first, last))

    def choosing_steps(self) -> Sequence[ReorganisationStep]:
        """Return the steps that choose people by name."""
        if not self.drawn.is_of_people:
            return []
        if self.rows is not None:
            return [row for row in self.rows if row.kind == StepKind.MOVE_PEOPLE]
        return steps_of(self.plan, kind=StepKind.MOVE_PEOPLE)


def draw_reorganisation(plan: Reorganisation) -> Drawing:
    """Return a draft of ``get_reorganisation`` as it is drawn, anew if records changed.

    Raises:
        StepRefusedError: the structure has changed since, and a step cannot be taken any more.
    """
    known = KEPT.get(seal_of(plan))
    if known is not None:
        return Drawing(plan, known)
    rows = steps_of(plan)
    return Drawing(plan, KEPT.keep(seal_of(plan), _draw(plan, rows)), rows)


def _draw(plan: Reorganisation, rows: Sequence[ReorganisationStep]) -> Drawn:
    told = planned(plan, rows)
    opds = differences(told.before.opds, told.after.opds)
    posts = differences(told.before.posts, told.after.posts)
    return Drawn(
        planned=told,
        steps=len(rows),
        is_of_people=any(row.kind == StepKind.MOVE_PEOPLE for row in rows),
        opds=_changed_opds(told),
        units=_changed_units(told),
        posts=_changed_posts(told),
        ended_opds=opds.ended,
        ended_posts=posts.ended,
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
