"""Undoing an import as one act: what it wrote goes, what was edited since stays and is told."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection

from pamong.apps.core.jobs import facts_changed
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


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """How many entries of each section would go, be as before, or stay because of later edits."""

    goes: dict[str, int] = field(default_factory=dict)
    is_put_back: dict[str, int] = field(default_factory=dict)
    stays: dict[str, int] = field(default_factory=dict)


def plan_undo(batch: Import) -> UndoPlan:
    """Return what undoing an import would do; nothing is written."""
    plan = UndoPlan()
    with connection.cursor() as cursor:
        for key, events in _sections():
            tells_edits = "FALSE" if key == PEOPLE else "TRUE"
            sql = PLANNED.format(written=written(events), tells_edits=tells_edits)
            cursor.execute(sql, told_of(batch, key))
            goes, back, stays = cursor.fetchone()
            plan.goes[key], plan.is_put_back[key], plan.stays[key] = goes, back, stays
    return plan


def undo(batch: Import) -> dict[str, int]:
    """Take away what an import wrote, inside the open act; return how many entries stay.

    Who came in by it stays where anything else is on record of them by now, with their numbers.
    """
    plan = plan_undo(batch)
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
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return {key: count for key, count in stays.items() if count}


def _sections() -> Iterable[tuple[str, str]]:
    yield PEOPLE, tables(Pegawai)[1]
    for target in TARGETS:
        yield target.key, target.event_table
