"""Reorganising as one planned act: drafted step by step, previewed, carried out, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.journal import Journal
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.structure_reading import read_structure
from pamong.apps.organisasi.structure_steps import Step, StepKind, plan_structure
from pamong.apps.organisasi.structure_values import (
    TERMS,
    WHEREVER,
    OpdAs,
    Place,
    Planned,
    PostAs,
    Structure,
)
from pamong.apps.organisasi.structure_writing import Basis, write_structure
from pamong.apps.organisasi.units import settle_structure
from pamong.apps.penataan.choosing import (
    chosen_of,
    keep_chosen,
    place_of,
    read_chosen,
    with_chosen,
)
from pamong.apps.penataan.models import PlanStatus, Reorganisation, ReorganisationStep
from pamong.apps.penataan.moving import people_who_move, write_moves
from pamong.apps.penataan.naming import find_opd, find_place, find_post, find_unit
from pamong.apps.penataan.papers import Paper, take_decree
from pamong.apps.penataan.seals import OF_A_REORGANISATION, seal
from pamong.apps.penataan.stages import (
    EmptyPlanError,
    PlanNotFoundError,
    hold_carried_out,
    hold_draft,
)

OPENS = {StepKind.OPEN_OPD, StepKind.OPEN_UNIT, StepKind.OPEN_POST}
RENAMES = {StepKind.RENAME_OPD, StepKind.RENAME_UNIT, StepKind.RENAME_POST}
WHOLE = slice(None)
RELATIONS = ("opd", "unit", "jabatan", "to_opd", "to_unit", "to_step")


class StillUsedError(Exception):
    """Other rows speak of what a plan opened, so that it cannot go."""

    def __init__(self, error: ProtectedError) -> None:
        kinds = {str(row._meta.verbose_name) for row in error.protected_objects}  # noqa: SLF001  Django's documented Options
        super().__init__(
            _(
                "Yang dibentuk rancangan ini sudah dipakai catatan lain: %s. Batalkan dulu yang "
                "memakainya, misalnya impor pegawainya, lalu ulangi."
            )
            % ", ".join(sorted(kinds))
        )


class NoNewNameError(Exception):
    """A step opens or renames something and gives it no name."""

    def __init__(self) -> None:
        super().__init__(_("Nama barunya belum diisi."))


class StillPlannedError(Exception):
    """A step changes what an earlier step of the same plan opens."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _(
                '"%s" baru dibentuk dalam rancangan ini. Hapus langkah yang membentuknya, lalu '
                "bentuk seperti seharusnya."
            )
            % text
        )


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step as a person types it: things and places by their names on that day."""

    kind: StepKind
    subject: str = ""
    nama: str = ""
    to: str = ""
    jenis: str = ""
    unit_kind: str = ""
    post_kind: str = ""
    eselon: str = ""
    kelas: int | None = None
    need: int | None = None
    lowest_golongan: str = ""
    people: Sequence[str] = ()


def draft_reorganisation(
    *, pemda: Pemda, title: str, day: date, actor: Actor, reason: str
) -> Reorganisation:
    """Begin a plan for a day; nothing of the structure changes by it."""
    with act("penataan.draft_reorganisation", actor=actor, reason=reason), refusals():
        return Reorganisation.objects.create(pemda=pemda, title=title.strip(), day=day)


def get_reorganisation(pemda: Pemda, public_id: UUID) -> Reorganisation:
    """Return one plan of a government.

    Raises:
        PlanNotFoundError: there is none.
    """
    found = (
        Reorganisation.objects.filter(pemda=pemda, public_id=public_id)
        .select_related("decree", "pemda__instansi")
        .annotate(seal=seal(OF_A_REORGANISATION))
        .first()
    )
    if found is None:
        raise PlanNotFoundError
    return found


def reorganisations(pemda: Pemda) -> list[Reorganisation]:
    """Return the plans of a government, the latest day first."""
    rows = Reorganisation.objects.filter(pemda=pemda).select_related("decree")
    return list(rows.order_by("-day", "-id")[:100])


def add_step(
    *, plan: Reorganisation, new: NewStep, actor: Actor, reason: str
) -> ReorganisationStep:
    """Add a step at the end of a draft; it is tried at once on what the steps before it make.

    Raises:
        NotADraftError: the plan was carried out or taken back.
        NoNewNameError: it opens or renames something without a name.
        UnknownNameError: it names something that is not in the structure.
        AmbiguousNameError: several things bear a name that it uses.
        StepRefusedError: it cannot be taken.
        NobodyChosenError: it moves chosen people, and names none.
        ChosenDoubtError: it names people who are not found, or work elsewhere.
        RefusedError: somebody was chosen in another step.
    """
    if new.kind in OPENS | RENAMES and not new.nama.strip():
        raise NoNewNameError
    with act("penataan.add_step", actor=actor, reason=reason), refusals():
        hold_draft(plan)
        rows = steps_of(plan)
        before = read_structure(plan.pemda, day=plan.day)
        now = plan_structure(before, [_step(row) for row in rows]).after
        row = _resolved(plan, new, now, rows)
        plan_structure(before, [*map(_step, rows), _step(row)])
        chosen = []
        if row.kind == StepKind.MOVE_PEOPLE:
            chosen = read_chosen(plan, new.people, _origin(row), before)
        row.save()
        keep_chosen(row, chosen)
        return row


def remove_step(*, plan: Reorganisation, position: int, actor: Actor, reason: str) -> None:
    """Take a step out of a draft, with all that follow it: they may build on it.

    Where those only open things, what stands in the one that goes is all that goes with it.

    Raises:
        NotADraftError: the plan was carried out or taken back.
    """
    with act("penataan.remove_step", actor=actor, reason=reason):
        hold_draft(plan)
        rows = [row for row in steps_of(plan) if row.position >= position]
        if only_opens(rows):
            rows = _standing_in(rows)
        for row in reversed(rows):
            row.people.all().delete()
            row.delete()


def only_opens(rows: Sequence[ReorganisationStep]) -> bool:
    """Tell whether steps open things and nothing else, so that nobody is moved by them."""
    return all(row.kind in OPENS for row in rows)


def _standing_in(rows: Sequence[ReorganisationStep]) -> list[ReorganisationStep]:
    """Return the first of some openings and those that stand in what it opens."""
    gone = list(rows[:1])
    keys = {row.pk for row in gone}
    for row in rows[1:]:
        if row.to_step_id in keys:
            keys.add(row.pk)
            gone.append(row)
    return gone


def steps_of(
    plan: Reorganisation, *, kind: StepKind | None = None, part: slice = WHOLE
) -> list[ReorganisationStep]:
    """Return the steps of a plan, in order, each with the people chosen for it.

    Those of one kind, or a part of their order, where that is asked for.
    """
    steps = plan.steps.select_related(*RELATIONS)
    rows = with_chosen(steps if kind is None else steps.filter(kind=kind), day=plan.day)
    return list(rows.order_by("position")[part])


def planned(plan: Reorganisation, rows: Sequence[ReorganisationStep] | None = None) -> Planned:
    """Return the structure before and after a plan, of its steps or of ``rows``.

    Nothing is written.

    Raises:
        StepRefusedError: the structure has changed since, and a step cannot be taken any more.
    """
    before = read_structure(plan.pemda, day=plan.day)
    return plan_structure(before, [_step(row) for row in rows or steps_of(plan)])


def carry_out_reorganisation(
    *, plan: Reorganisation, paper: Paper, today: date, actor: Actor, reason: str
) -> Reorganisation:
    """Carry out a draft by its regulation: structure, posts, holders and people in one act.

    Raises:
        NotADraftError: it was carried out or taken back.
        EmptyPlanError: it has no step.
        StepRefusedError: a step cannot be taken on that day.
        LaterStructureError: something that it changes has a later change on record.
        LaterCycleError: with such a change a unit would stand below itself.
        HomelessError: people work in what ends, and no step says where they go.
        LaterPlacementError: somebody is placed in what ends from that day or a later one.
        ChosenGoneError: somebody who was chosen works nowhere any more.
        FutureDayError: the regulation is dated after ``today``.
        RefusedError: a constraint refuses a row.
    """
    with act("penataan.carry_out_reorganisation", actor=actor, reason=reason), refusals():
        hold_draft(plan)
        steps = steps_of(plan)
        if not steps:
            raise EmptyPlanError
        told = planned(plan, steps)
        decree = take_decree(plan, paper, today=today, actor=actor, reason=reason)
        journal = Journal()
        basis = Basis(plan.day, str(decree), decree)
        chosen = chosen_of(steps, told)
        moves = people_who_move(plan.pemda, told, day=plan.day, chosen=chosen)
        codes = {-row.position: row.kode for row in steps if row.kode}
        keys = write_structure(plan.pemda, told, basis, journal, codes=codes)
        write_moves(plan.pemda, moves, keys, basis, journal, chosen=chosen)
        plan.status, plan.decree, plan.journal = (
            PlanStatus.CARRIED_OUT,
            decree,
            journal.to_json(),
        )
        plan.save()
        if plan.day <= today:
            settle_structure(pemda=plan.pemda, day=today, actor=actor, reason=reason)
        return plan


def take_back_reorganisation(
    *, plan: Reorganisation, today: date, actor: Actor, reason: str
) -> Reorganisation:
    """Take back as one what was carried out, before its day comes.

    What only opened things moved nobody, so that it may be taken back later too, as a mistake of
    writing down, for as long as nothing else on record speaks of what it opened.

    Raises:
        NotADraftError: it was not carried out.
        DayHasComeError: it has taken effect.
        StillUsedError: somebody is placed in what it opened, or something else speaks of it.
        ChangedSinceError: what it wrote was changed by another act.
    """
    with act("penataan.take_back_reorganisation", actor=actor, reason=reason), refusals():
        hold_carried_out(plan, today=today, is_late_too=not _does_more_than_open(plan))
        try:
            Journal.from_json(plan.journal).take_back()
        except ProtectedError as error:
            raise StillUsedError(error) from error
        plan.status = PlanStatus.TAKEN_BACK
        plan.save(update_fields=["status"])
        return plan


def may_be_taken_back(plan: Reorganisation, *, today: date) -> bool:
    """Tell whether what was carried out may be taken back by its day and by what it did."""
    is_done = plan.status == PlanStatus.CARRIED_OUT
    return is_done and (plan.day > today or not _does_more_than_open(plan))


def _does_more_than_open(plan: Reorganisation) -> bool:
    return plan.steps.exclude(kind__in=OPENS).exists()


def _resolved(
    plan: Reorganisation, new: NewStep, now: Structure, rows: Sequence[ReorganisationStep]
) -> ReorganisationStep:
    """Turn the names of a step into what they mean after the steps before it."""
    row = ReorganisationStep(
        plan=plan,
        position=rows[-1].position + 1 if rows else 1,
        kind=new.kind,
        nama=" ".join(new.nama.split()),
        jenis=new.jenis,
        unit_kind=new.unit_kind,
        post_kind=new.post_kind,
        eselon=new.eselon,
        kelas=new.kelas,
        need=new.need,
        lowest_golongan=new.lowest_golongan,
    )
    if new.kind == StepKind.MOVE_PEOPLE:
        _come_from(row, find_place(now, new.subject), new.subject)
    elif new.kind not in OPENS:
        what = new.kind.rpartition("_")[2]
        key = {"opd": find_opd, "unit": find_unit, "post": find_post}[what](now, new.subject)
        if key < 0:
            raise StillPlannedError(new.subject)
        setattr(row, {"post": "jabatan_id"}.get(what, f"{what}_id"), key)
    if new.to.strip():
        _lead(row, find_place(now, new.to), rows)
    return row


def _come_from(row: ReorganisationStep, place: Place, text: str) -> None:
    key = place.opd if place.unit is None else place.unit
    if key < 0:
        raise StillPlannedError(text)
    setattr(row, "opd_id" if place.unit is None else "unit_id", key)


def _lead(row: ReorganisationStep, place: Place, rows: Sequence[ReorganisationStep]) -> None:
    key = place.opd if place.unit is None else place.unit
    if key < 0:
        row.to_step = next(each for each in rows if each.position == -key)
    elif place.unit is None:
        row.to_opd_id = key
    else:
        row.to_unit_id = key


def _step(row: ReorganisationStep) -> Step:
    """Return a step as the structure takes it; what it opens has its position as negative key."""
    return Step(
        kind=StepKind(row.kind),
        subject=row.opd_id or row.unit_id or row.jabatan_id or -row.position,
        nama=row.nama,
        to=place_of(row),
        unit_kind=row.unit_kind,
        opd=OpdAs(row.nama, jenis=row.jenis or "dinas") if row.kind == StepKind.OPEN_OPD else None,
        post=_post(row) if row.kind == StepKind.OPEN_POST else None,
        terms=_terms(row) if row.kind == StepKind.CHANGE_POST else {},
        origin=_origin(row) if row.kind == StepKind.MOVE_PEOPLE else None,
    )


def _terms(row: ReorganisationStep) -> dict[str, Any]:
    """Return what a post is to be: what a step leaves empty stays as it is."""
    told = {name: getattr(row, name) for name in TERMS}
    return {name: value for name, value in told.items() if value not in (None, "")}


def _origin(row: ReorganisationStep) -> Place:
    """Return where the chosen people of a step come from."""
    return Place(row.opd_id or WHEREVER, row.unit_id)


def _post(row: ReorganisationStep) -> PostAs:
    return PostAs(
        opd=None,
        unit=None,
        nama=row.nama,
        kind=row.post_kind or "lain",
        eselon=row.eselon,
        kelas=row.kelas,
        need=row.need,
        lowest_golongan=row.lowest_golongan,
        is_single_seat=row.post_kind not in {"fungsional", "pelaksana"},
    )
