"""Recording, correcting and withdrawing an entry of any section of a record.

The history of an entry says from when it was believed, by whom, and why: nothing is overwritten
there, and a withdrawn entry is still told as known on a day before. Where entries of a section
succeed one another, a new one ends the former, and a pemberhentian ends the employment
(ending.py); each act has a plan that shows such moves first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.ending import Move, keep_ended, plan_end, write_end
from pamong.apps.kepegawaian.errors import EntryNotFoundError, NothingChangesError
from pamong.apps.kepegawaian.filling import Values, check_belongs, check_required, fill
from pamong.apps.kepegawaian.models import (
    Appointment,
    DatedEntry,
    Entry,
    Pegawai,
    Termination,
)
from pamong.apps.kepegawaian.sections import Section
from pamong.apps.kepegawaian.versions import expect_version


@dataclass(frozen=True, slots=True)
class EntryPlan:
    """What an act would do: the entry as it would be, what of it changes, who else moves.

    ``ends`` are rows outside the section that end with the employment, or go on again.
    """

    section: Section
    entry: Entry
    changed: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    ends: tuple[Move, ...] = ()
    is_withdrawal: bool = False


def plan_entry(*, section: Section, pegawai: Pegawai, values: Values) -> EntryPlan:
    """Return what recording an entry would do; nothing is written.

    An entry among others that succeed one another ends the open one before it, and ends itself
    where the next one begins.

    Raises: as :func:`record_entry` does, but for what the database refuses.
    """
    entry = section.model(pegawai=pegawai)
    changed = fill(section, entry, values)
    check_required(section, entry)
    check_belongs(section, entry, pegawai)
    moves: list[Move] = []
    if section.succeeds and isinstance(entry, DatedEntry):
        others = _others(section, pegawai)
        former = [each for each in others if each.starts_on < entry.starts_on]
        later = [each for each in others if each.starts_on > entry.starts_on]
        if former and former[-1].ends_before is None:
            moves.append(Move(former[-1], entry.starts_on))
        if entry.ends_before is None and later:
            entry.ends_before = later[0].starts_on
            changed.append("ends_before")
    return EntryPlan(section, entry, tuple(changed), tuple(moves), _ends(pegawai, entry))


def record_entry(
    *, section: Section, pegawai: Pegawai, values: Values, actor: Actor, reason: str
) -> Entry:
    """Record an entry of a section, and end the former where one succeeds the other.

    Raises:
        UnknownColumnError: the section has no such column.
        ColumnValueError: a value does not fit its column, or one that is needed is not there.
        ElsewhereError: it points to what is another government's or another pegawai's.
        LaterRowError: it ends the employment, and something of it begins only then or later.
        CodeTakenError: its code of origin is somebody else's here.
        RefusedError: it overlaps another entry, is there already, or rests on nothing.
    """
    with act("kepegawaian.record_entry", actor=actor, reason=reason), refusals():
        _hold(pegawai)
        plan = plan_entry(section=section, pegawai=pegawai, values=values)
        return _carry_out(plan, pegawai)


def plan_correction(
    *,
    section: Section,
    pegawai: Pegawai,
    entry_id: int,
    values: Values,
    seen: int | None = None,
) -> EntryPlan:
    """Return what correcting an entry would do; nothing is written.

    An entry that ended where this one began goes on ending there.

    Raises: as :func:`correct_entry` does, but for what the database refuses.
    """
    entry = find_entry(section, pegawai, entry_id)
    expect_version(section, entry_id, seen)
    began = entry.starts_on if isinstance(entry, DatedEntry) else None
    changed = fill(section, entry, values)
    if not changed:
        raise NothingChangesError
    check_required(section, entry)
    check_belongs(section, entry, pegawai)
    moves: list[Move] = []
    if section.succeeds and isinstance(entry, DatedEntry) and entry.starts_on != began:
        others = _others(section, pegawai)
        moves = [Move(each, entry.starts_on) for each in others if each.ends_before == began]
    return EntryPlan(section, entry, tuple(changed), tuple(moves), _ends(pegawai, entry))


def correct_entry(
    *,
    section: Section,
    pegawai: Pegawai,
    entry_id: int,
    values: Values,
    actor: Actor,
    reason: str,
    seen: int | None = None,
) -> Entry:
    """Correct an entry: from now on this is believed, and the history keeps what was before.

    ``seen`` is the version that whoever corrects it has read.

    Raises:
        EntryNotFoundError: the pegawai has no such entry in that section.
        EntryMovedError: it was changed after ``seen``.
        NothingChangesError: that is what stands there already.
        UnknownColumnError, ColumnValueError, ElsewhereError, LaterRowError, CodeTakenError,
            RefusedError: as recording it would.
    """
    with act("kepegawaian.correct_entry", actor=actor, reason=reason), refusals():
        _hold(pegawai)
        told = {"section": section, "pegawai": pegawai, "entry_id": entry_id}
        plan = plan_correction(**told, values=values, seen=seen)  # type: ignore[arg-type]  # the three above
        return _carry_out(plan, pegawai)


def plan_withdrawal(
    *, section: Section, pegawai: Pegawai, entry_id: int, seen: int | None = None
) -> EntryPlan:
    """Return what withdrawing an entry would do; nothing is written.

    Where entries succeed one another, the former gets the days back that this one took.

    Raises:
        EntryNotFoundError: the pegawai has no such entry in that section.
        EntryMovedError: it was changed after ``seen``.
    """
    entry = find_entry(section, pegawai, entry_id)
    expect_version(section, entry_id, seen)
    moves: list[Move] = []
    if section.succeeds and isinstance(entry, DatedEntry):
        others = [each for each in _others(section, pegawai) if each.pk != entry.pk]
        moves = [
            Move(each, entry.ends_before) for each in others if each.ends_before == entry.starts_on
        ]
    ends = _ends(pegawai, entry, is_withdrawal=True)
    return EntryPlan(section, entry, (), tuple(moves), ends, is_withdrawal=True)


def withdraw_entry(
    *,
    section: Section,
    pegawai: Pegawai,
    entry_id: int,
    actor: Actor,
    reason: str,
    seen: int | None = None,
) -> None:
    """Withdraw an entry that should never have been there; the history keeps it.

    Raises:
        EntryNotFoundError: the pegawai has no such entry in that section.
        EntryMovedError: it was changed after ``seen``.
    """
    with act("kepegawaian.withdraw_entry", actor=actor, reason=reason), refusals():
        _hold(pegawai)
        plan = plan_withdrawal(section=section, pegawai=pegawai, entry_id=entry_id, seen=seen)
        _carry_out(plan, pegawai)


def find_entry(section: Section, pegawai: Pegawai, entry_id: int) -> Entry:
    """Return one entry of a pegawai.

    Raises:
        EntryNotFoundError: the pegawai has no such entry in that section.
    """
    found = _rows(section, pegawai).filter(pk=entry_id).first()
    if found is None:
        raise EntryNotFoundError
    return found


def _carry_out(plan: EntryPlan, pegawai: Pegawai) -> Entry:
    """Write a plan: who loses days first, then the entry, then who gains days."""
    entry_id = plan.entry.pk
    if isinstance(plan.entry, Termination):
        keep_ended(plan.entry, plan.ends, plan.entry.stopped_on)
    for move in plan.moves:
        if move.is_shorter:
            _end(move)
    if plan.is_withdrawal:
        plan.entry.delete()
    else:
        plan.entry.save()
        entry_id = plan.entry.pk
    for move in plan.moves:
        if not move.is_shorter:
            _end(move)
    _follow(plan, pegawai, entry_id)
    return plan.entry


def _follow(plan: EntryPlan, pegawai: Pegawai, entry_id: int) -> None:
    """Let the employment say what the entry says of it, and the law look again."""
    if plan.section.model is Appointment:
        _keep_status(pegawai)
    if plan.ends:
        write_end(pegawai, plan.ends)
    if plan.section.fact is not None:
        table, column = plan.section.fact
        key = pegawai.pk if column == "pegawai_id" else entry_id
        facts_changed(pegawai.pemda_id, table, **{column: key})


def _ends(pegawai: Pegawai, entry: Entry, *, is_withdrawal: bool = False) -> tuple[Move, ...]:
    """Return what ends with the employment, or goes on again, by this entry."""
    if not isinstance(entry, Termination):
        return ()
    return tuple(plan_end(pegawai, entry, None if is_withdrawal else entry.stopped_on))


def _keep_status(pegawai: Pegawai) -> None:
    """Let the employment say as what somebody is appointed last; lists go by it."""
    last = Appointment.objects.filter(pegawai=pegawai).order_by("-starts_on").first()
    row = Pegawai.objects.get(pk=pegawai.pk)  # the one at hand may be of another moment
    if last is not None and last.kind != row.kind:
        pegawai.kind = row.kind = last.kind
        row.save(update_fields=["kind"])


def _end(move: Move) -> None:
    move.entry.ends_before = move.ends_before
    move.entry.save(update_fields=["ends_before"])


def _others(section: Section, pegawai: Pegawai) -> Sequence[DatedEntry]:
    rows = _rows(section, pegawai).order_by("starts_on")
    return [each for each in rows if isinstance(each, DatedEntry)]


def _rows(section: Section, pegawai: Pegawai) -> models.QuerySet[Entry]:
    return section.model._default_manager.filter(pegawai=pegawai)  # noqa: SLF001  Django's documented Options


def _hold(pegawai: Pegawai) -> None:
    """Lock against another change of the same record at the same moment."""
    Pegawai.objects.select_for_update(no_key=True).get(pk=pegawai.pk)
