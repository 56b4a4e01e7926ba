"""Writes what was accepted into the record: one statement a section, inside one act.

Every entry that is written is noted with what it changed, so that the import can be undone as one.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from pamong.apps.core.jobs import facts_changed
from pamong.apps.impor.choosing import TAKEN, Choice
from pamong.apps.impor.ends import ENDED, end_employments
from pamong.apps.impor.enrolling import write_people
from pamong.apps.impor.everybody import everybody
from pamong.apps.impor.models import Import
from pamong.apps.impor.progress import tell
from pamong.apps.impor.targets import TARGETS, Target

COMING = """
    CREATE TEMP TABLE impor_coming AS
    SELECT {owner} AS pegawai_id, nextval(pg_get_serial_sequence(%(table)s, 'id')) AS id,
           coalesce(s.said->>'starts_on', s.also->>'starts_on')::date AS starts_on,
           (s.said->>'ends_before')::date AS ends_before,
           %(defaults)s::jsonb || s.also || s.said || jsonb_build_object(
             'kode_asal', s.kode_asal, 'source', left(s.file || ', baris ' || s.row, 200)) AS doc
      FROM impor_stagedrow s JOIN impor_who w ON w.key = s.who
     WHERE s.batch_id = %(batch)s AND s.section = %(section)s AND s.state = 0 AND {taken}"""
LINE = """
    SELECT id, is_new,
           min(starts_on) OVER later AS next,
           min(starts_on) FILTER (WHERE is_new) OVER later AS next_new
      FROM (
        SELECT id, pegawai_id, starts_on, TRUE AS is_new FROM impor_coming c WHERE {line_of_new}
        UNION ALL
        SELECT t.id, t.pegawai_id, t.starts_on, FALSE FROM {table} t
         WHERE {line} AND t.pegawai_id IN (SELECT pegawai_id FROM impor_coming)) u
    WINDOW later AS (PARTITION BY pegawai_id ORDER BY starts_on
                     RANGE BETWEEN INTERVAL '1 day' FOLLOWING AND UNBOUNDED FOLLOWING)"""
END_NEW = """
    UPDATE impor_coming c SET ends_before = n.next FROM ({line}) n
     WHERE n.is_new AND n.id = c.id AND c.ends_before IS NULL AND n.next IS NOT NULL"""
END_FORMER = """
    WITH ended AS (
      UPDATE {table} t SET ends_before = n.next FROM ({line}) n
       WHERE NOT n.is_new AND n.id = t.id AND t.ends_before IS NULL AND n.next = n.next_new
      RETURNING t.id)
    INSERT INTO impor_writtenentry (batch_id, section, entry_id, before)
    SELECT %(batch)s, %(section)s, id, '{{"ends_before": null}}'::jsonb FROM ended"""
ADD = """
    INSERT INTO {table} (id, {columns})
    SELECT c.id, {record_columns} FROM impor_coming c
     CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, c.doc || jsonb_build_object(
       'pegawai_id', c.pegawai_id) || CASE WHEN c.ends_before IS NULL THEN '{{}}'::jsonb
                                           ELSE jsonb_build_object('ends_before', c.ends_before)
                                      END) r"""
ADDED = """
    INSERT INTO impor_writtenentry (batch_id, section, entry_id)
    SELECT %(batch)s, %(section)s, id FROM impor_coming"""
CHANGE = """
    WITH changed AS (
      UPDATE {table} t SET ({columns}) = (
        SELECT {record_columns} FROM jsonb_populate_record(t, s.said || CASE
          WHEN s.said ? 'lainnya' THEN jsonb_build_object(
            'lainnya', coalesce(t.lainnya, '{{}}'::jsonb) || (s.said->'lainnya'))
          ELSE '{{}}'::jsonb END) r)
        FROM impor_stagedrow s
       WHERE s.batch_id = %(batch)s AND s.section = %(section)s AND s.state = 1
         AND s.entry_id = t.id AND {taken}
      RETURNING t.id, t.pegawai_id, s.before)
    , noted AS (
      INSERT INTO impor_writtenentry (batch_id, section, entry_id, before)
      SELECT %(batch)s, %(section)s, id, before FROM changed)
    SELECT pegawai_id FROM changed"""


def write(batch: Import, choice: Choice) -> Iterator[str]:
    """Write what was accepted inside the open act; yield each section once it is written.

    Raises:
        LaterRowOfError: an employment is to end before something of it begins.
    """
    with connection.cursor() as cursor:
        # Keys that are checked at the end wait in a queue that is walked anew for each row of
        # history (core/copying.py); this statement also takes the context of the act along.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        tell(batch.pk, what="pegawai", done=0, total=len(TARGETS) + 1)
        touched = write_people(cursor, batch, choice)
        facts_changed(batch.pemda_id, "pegawai", pegawai_id=touched)
        yield "pegawai"
        has_new_days: set[int] = set()
        with everybody(cursor, batch):
            for place, target in enumerate(TARGETS, 1):
                tell(batch.pk, what=str(target.section.title), done=place)
                touched = _write_section(cursor, batch, choice, target)
                if target.section.fact is not None:
                    table, column = target.section.fact
                    facts_changed(batch.pemda_id, table, **{column: touched})
                if target.key in ENDED:
                    has_new_days.update(touched)
                yield target.key
        end_employments(batch, has_new_days)
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _write_section(
    cursor: CursorWrapper, batch: Import, choice: Choice, target: Target
) -> list[int]:
    """Write one section; return whose entries were touched."""
    told: dict[str, Any] = {
        **choice.told(batch),
        "section": target.key,
        "pemda": batch.pemda_id,
        "table": target.table,
        "defaults": json.dumps(dict(target.defaults)),
    }
    names = [connection.ops.quote_name(name) for name in target.columns]
    words = {
        "table": target.table,
        "columns": ", ".join(names),
        "record_columns": ", ".join(f"r.{name}" for name in names),
        "taken": TAKEN,
    }
    cursor.execute(COMING.format(taken=TAKEN, owner=target.owner), told)
    cursor.execute("ANALYZE impor_coming")
    if target.line:
        _end_former(cursor, target, told)
    cursor.execute(ADD.format(**words))
    cursor.execute(ADDED, told)
    cursor.execute("SELECT DISTINCT pegawai_id FROM impor_coming")
    touched = {row[0] for row in cursor.fetchall()}
    cursor.execute("DROP TABLE impor_coming")
    cursor.execute(f"ANALYZE {target.table}")
    cursor.execute(CHANGE.format(**words), told)
    return sorted(touched | {row[0] for row in cursor.fetchall()})


def _end_former(cursor: CursorWrapper, target: Target, told: dict[str, Any]) -> None:
    """Let each entry of a line end where the next one begins; those on record lose days first."""
    line = LINE.format(
        table=target.table,
        line=target.line.replace("capacity", "t.capacity"),
        line_of_new=target.line.replace("capacity", "c.doc->>'capacity'"),
    )
    cursor.execute(END_NEW.format(line=line))
    cursor.execute(END_FORMER.format(table=target.table, line=line), told)
