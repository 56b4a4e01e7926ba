"""Undoing an import as one act: what it wrote goes, what was edited since stays and is told."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection

from pamong.apps.core.jobs import facts_changed
from pamong.apps.impor.ends import count_taken_back, ends_taken_back
from pamong.apps.impor.models import Import
from pamong.apps.impor.placing import PEOPLE
from pamong.apps.impor.taking_back import take_people_away
from pamong.apps.impor.targets import TARGETS
from pamong.apps.impor.written import TAKE_AWAY, tables, told_of, words_of, written
from pamong.apps.kepegawaian.models import Pegawai

PLANNED = """
    SELECT count(*) FILTER (WHERE is_mine AND before IS NULL),
           count(*) FILTER (WHERE is_mine AND before IS NOT NULL),
           count(*) FILTER (WHERE NOT is_mine AND (before IS NULL OR {tells_edits}))
      FROM ({written}) w"""
PUT_BACK = """
    UPDATE {table} t SET ({columns}) = (
      SELECT {record_columns} FROM jsonb_populate_record(t, w.before) r) FROM ({written}) w
     WHERE t.id = w.entry_id AND w.is_mine AND w.before IS NOT NULL
    RETURNING t.pegawai_id"""


EDITED = """
    SELECT e.pegawai_id, e.pgh_label, e.pgh_context->>'actor', e.pgh_context->>'reason',
           e.pgh_created_at
      FROM ({written}) w
      JOIN LATERAL (SELECT * FROM {events} l WHERE l.pgh_obj_id = w.entry_id
                     ORDER BY l.pgh_id DESC LIMIT 1) e ON TRUE
     WHERE NOT w.is_mine ORDER BY e.pgh_created_at DESC LIMIT %(most)s"""


@dataclass(frozen=True, slots=True)
class LaterEdit:
    """What was done to an entry since an import wrote it: undoing the import leaves it."""

    section: str
    pegawai_id: int
    is_withdrawn: bool
    actor: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """How many entries of each section would go, be as before, or stay because of later edits."""

    goes: dict[str, int] = field(default_factory=dict)
    is_put_back: dict[str, int] = field(default_factory=dict)
    stays: dict[str, int] = field(default_factory=dict)
    runs_on: int = 0
    """How many employments run on, or end when they did before; none of those that go."""


def plan_undo(batch: Import) -> UndoPlan:
    """Return what undoing an import would do; nothing is written."""
    plan = UndoPlan(runs_on=count_taken_back(batch))
    with connection.cursor() as cursor:
        for key, events in _sections():
            tells_edits = "FALSE" if key == PEOPLE else "TRUE"
            sql = PLANNED.format(written=written(events), tells_edits=tells_edits)
            cursor.execute(sql, told_of(batch, key))
            goes, back, stays = cursor.fetchone()
            plan.goes[key], plan.is_put_back[key], plan.stays[key] = goes, back, stays
    return plan


def edits_since(batch: Import, *, most: int) -> list[LaterEdit]:
    """Return the last edits of entries that an import wrote, so many of each section."""
    found = []
    with connection.cursor() as cursor:
        for target in TARGETS:
            sql = EDITED.format(written=written(target.event_table), events=target.event_table)
            cursor.execute(sql, {**told_of(batch, target.key), "most": most})
            for pegawai, label, actor, reason, at in cursor.fetchall():
                is_gone = label == "delete"
                found.append(
                    LaterEdit(target.key, pegawai, is_gone, actor or "", reason or "", at)
                )
    return found


def undo(batch: Import) -> dict[str, int]:
    """Take away what an import wrote, inside the open act; return how many entries stay.

    Who came in by it stays where anything else is on record of them by now, with their numbers.
    """
    plan, ends = plan_undo(batch), ends_taken_back(batch)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for target in TARGETS:
            words = words_of(target.table, target.event_table, target.columns)
            told = told_of(batch, target.key)
            cursor.execute(TAKE_AWAY.format(**words, and_free="", whose="t.pegawai_id"), told)
            touched = {row[0] for row in cursor.fetchall()}
            cursor.execute(PUT_BACK.format(**words), told)
            touched |= {row[0] for row in cursor.fetchall()}
            if target.section.fact is not None:
                table, column = target.section.fact
                facts_changed(batch.pemda_id, table, **{column: sorted(touched)})
        stays = dict(plan.stays)
        stays[PEOPLE] = take_people_away(cursor, batch)
        ends.write()
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return {key: count for key, count in stays.items() if count}


def _sections() -> Iterable[tuple[str, str]]:
    yield PEOPLE, tables(Pegawai)[1]
    for target in TARGETS:
        yield target.key, target.event_table
