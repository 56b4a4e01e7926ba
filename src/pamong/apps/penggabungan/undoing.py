"""Taking a merging back: each row goes to whose it was, and what was edited since is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import PersonName
from pamong.apps.core.refusals import RefusedError, refusals
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.penggabungan.carrying_out import as_text, hold, touched_by
from pamong.apps.penggabungan.errors import LaterMergingError, UndoneAlreadyError
from pamong.apps.penggabungan.journal import MergeJournal
from pamong.apps.penggabungan.models import Merging
from pamong.apps.penggabungan.references import Reference, Row, references, rows_of
from pamong.apps.penggabungan.swapping import exchange

EDITED = """(
    SELECT {place}, count(*)
      FROM (SELECT DISTINCT ON (pgh_obj_id) pgh_context_id FROM {events}
             WHERE pgh_obj_id = ANY(%s) ORDER BY pgh_obj_id, pgh_id DESC) last
     WHERE last.pgh_context_id IS DISTINCT FROM %s)"""


@dataclass(slots=True)
class UndoPlan:
    """How many rows go back, and what is not as the merging left it: that is kept, and told."""

    back: int = 0
    edited: dict[str, int] = field(default_factory=dict)
    """Edited since: they go back with what was edited."""
    gone: dict[str, int] = field(default_factory=dict)
    """Withdrawn or given to another since: they stay so."""
    added: dict[str, int] = field(default_factory=dict)
    """Added to the record that stayed: they stay with it."""
    not_restored: list[str] = field(default_factory=list)
    """What was changed again since: it stays as it is now."""
    aside: list[Row] = field(default_factory=list)
    """What is kept with the record that was merged, and is not so of the one that stays."""

    def sentences(self) -> list[str]:
        """Return what later edits come to, for people."""
        told = [
            *(
                ngettext(
                    "%(n)d %(what)s diubah sesudah penggabungan; kembali dengan perubahannya.",
                    "%(n)d %(what)s diubah sesudah penggabungan; kembali dengan perubahannya.",
                    many,
                )
                % {"n": many, "what": what}
                for what, many in self.edited.items()
            ),
            *(
                _(
                    "%(n)d %(what)s sudah dicabut atau berpindah sesudah penggabungan; tetap"
                    " begitu."
                )
                % {"n": many, "what": what}
                for what, many in self.gone.items()
            ),
            *(
                _("%(n)d %(what)s dicatat sesudah penggabungan; tetap pada catatan yang tetap.")
                % {"n": many, "what": what}
                for what, many in self.added.items()
            ),
        ]
        return told + [
            _("%s sudah diubah lagi sesudah penggabungan; tetap seperti sekarang.") % what
            for what in self.not_restored
        ]


def plan_undo(merging: Merging) -> UndoPlan:
    """Return what taking a merging back would do; nothing is written."""
    journal = MergeJournal.from_json(merging.journal)
    stays, away = _both(merging)
    rows = rows_of(stays, away)
    plan = UndoPlan()
    back: dict[Reference, list[int]] = {}
    for each in references():
        moved, gave_way = journal.moved.get(each.key, []), journal.gave_way.get(each.key, [])
        mine = {row.pk for row in rows[each] if row.owner == each.owner_of(stays)}
        aside = [row for row in rows[each] if row.owner == each.owner_of(away)]
        plan.aside += aside
        others = {row.pk for row in aside}
        here = [*(pk for pk in moved if pk in mine), *(pk for pk in gave_way if pk in others)]
        plan.back += len(here)
        if here:
            back[each] = here
        _count(plan.gone, each, len(moved) + len(gave_way) - len(here))
        added = mine - set(moved) - set(journal.had.get(each.key, []))
        made = set(journal.made) if each.model is PersonName else set()
        _count(plan.added, each, len(added - made))
    for each, many in _edited(back, merging).items():
        _count(plan.edited, each, many)
    now = _rows_changed(journal)
    plan.not_restored = [
        _title(model, column)
        for model, pk, column, _before, after in journal.changed
        if _held(now, model, pk, column) != after
    ]
    return plan


def undo_merge(*, merging: Merging, day: date, actor: Actor, reason: str) -> UndoPlan:
    """Take a merging back as one act; return what later edits it left as they are.

    Raises:
        UndoneAlreadyError: it was taken back before.
        LaterMergingError: the record that stayed was merged again since.
        ReasonMissingError: no reason is given.
    """
    with act("penggabungan.undo_merge", actor=actor, reason=reason), refusals():
        merging = Merging.objects.select_for_update().get(pk=merging.pk)
        if merging.undone_on is not None:
            raise UndoneAlreadyError
        stays, away = hold(*_both(merging))
        _check_is_last(merging, stays)
        plan = plan_undo(merging)
        journal = MergeJournal.from_json(merging.journal)
        PersonName.objects.filter(pk__in=journal.made, person=stays.person_id).delete()
        _restore_columns(journal)
        stuck = _give_back(journal, stays, away)
        for title, many in stuck.items():
            plan.gone[title] = plan.gone.get(title, 0) + many
            plan.back -= many
        away = Pegawai.with_merged.get(pk=away.pk)
        away.merged_into = None
        away.save(update_fields=["merged_into"])
        merging.undone_on, merging.undone_by = day, actor.label
        merging.undone_because, merging.kept = reason.strip(), plan.sentences()
        merging.save(update_fields=["undone_on", "undone_by", "undone_because", "kept"])
        for table, keys in touched_by(stays, away):
            facts_changed(stays.pemda_id, table, **keys)
        return plan


def _both(merging: Merging) -> tuple[Pegawai, Pegawai]:
    return merging.stays, merging.away


def _check_is_last(merging: Merging, stays: Pegawai) -> None:
    later = Merging.objects.filter(stays=stays, undone_on=None, pk__gt=merging.pk)
    if stays.merged_into_id is not None or later.exists():
        raise LaterMergingError


def _restore_columns(journal: MergeJournal) -> None:
    rows = _rows_changed(journal)
    for model, pk, column, before, after in reversed(journal.changed):
        if _held(rows, model, pk, column) == after:
            row = rows[model, pk]
            setattr(row, column, row._meta.get_field(column).to_python(before))  # noqa: SLF001  Django's documented Options
            row.save(update_fields=[column])


def _give_back(journal: MergeJournal, stays: Pegawai, away: Pegawai) -> dict[str, int]:
    """Give the rows back; return how many cannot go because of what was recorded since."""
    rows = rows_of(stays, away)
    stuck: dict[str, int] = {}
    for each in references():
        mine, others = each.owner_of(stays), each.owner_of(away)
        owners = {row.pk: row.owner for row in rows[each]}
        back = _still(journal.moved.get(each.key, []), owners, mine)
        return_ = _still(journal.gave_way.get(each.key, []), owners, others)
        _count(stuck, each, _exchange_back(each, back, others, return_, mine))
    return stuck


def _exchange_back(
    each: Reference, back: list[int], others: int, return_: list[int], mine: int
) -> int:
    """Exchange all at once; where that is refused, one by one, and count what stays behind."""
    try:
        with refusals():
            exchange(each, out=return_, out_to=mine, come=back, come_to=others)
    except RefusedError:
        moves = [*((pk, others) for pk in back), *((pk, mine) for pk in return_)]
        return sum(_is_refused(each, pk, owner) for pk, owner in moves)
    return 0


def _is_refused(each: Reference, pk: int, owner: int) -> bool:
    try:
        with refusals():
            exchange(each, out=[], out_to=owner, come=[pk], come_to=owner)
    except RefusedError:
        return True
    return False


def _still(pks: Iterable[int], owners: Mapping[int, int], owner: int) -> list[int]:
    return [pk for pk in pks if owners.get(pk) == owner]


def _edited(back: Mapping[Reference, list[int]], merging: Merging) -> dict[Reference, int]:
    """Count rows whose history ends with another act than the merging, in one query."""
    kept = [each for each in back if hasattr(each.model, "pgh_event_model")]
    if not kept:
        return {}
    parts, told = [], list[Any]()
    for place, each in enumerate(kept):
        events = each.model.pgh_event_model._meta.db_table  # type: ignore[attr-defined]  # noqa: SLF001  pghistory's
        parts.append(EDITED.format(place=place, events=events))
        told += [back[each], merging.context]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), told)
        return {kept[place]: many for place, many in cursor.fetchall()}


def _rows_changed(journal: MergeJournal) -> dict[tuple[str, int], Any]:
    """Return the rows of which columns were changed, as they are now."""
    keys: dict[str, set[int]] = {}
    for model, pk, _column, _before, _after in journal.changed:
        keys.setdefault(model, set()).add(pk)
    return {
        (model, row.pk): row
        for model, pks in keys.items()
        for row in apps.get_model(model)._base_manager.filter(pk__in=pks)  # noqa: SLF001  Django's documented manager
    }


def _held(rows: Mapping[tuple[str, int], Any], model: str, pk: int, column: str) -> Any:
    """Return what a column holds now; of a row that is gone, what no column holds."""
    row = rows.get((model, pk))
    return ... if row is None else as_text(getattr(row, column))


def _title(model: str, column: str) -> str:
    field = apps.get_model(model)._meta.get_field(column)  # noqa: SLF001  Django's documented Options
    return str(getattr(field, "verbose_name", column))


def _count(told: dict[str, int], each: Reference, many: int) -> None:
    if many:
        told[each.title] = told.get(each.title, 0) + many
