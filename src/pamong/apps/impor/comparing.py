"""Holds what is staged against the record, section by section, one statement each.

An entry is found by its code in the system it came from, else by what it is known by; it is
unchanged where it contains all that the row says (jsonb containment), whatever else it holds.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from pamong.apps.impor.ends_doubted import doubt_ends
from pamong.apps.impor.everybody import everybody
from pamong.apps.impor.kinds import LACKS, NOBODY, OVERLAPS, OWN, SEVERAL, SHARED, TWICE
from pamong.apps.impor.models import Import
from pamong.apps.impor.placing import PEOPLE
from pamong.apps.impor.progress import tell
from pamong.apps.impor.targets import TARGETS, Target
from pamong.apps.impor.unit_comparing import compare_units
from pamong.apps.impor.unit_rows import STRUCTURE

NO_DOUBTS = """
    DELETE FROM impor_stageddoubt WHERE batch_id = %(batch)s AND code = ANY(%(own)s)"""
UNDOUBTED = """
    UPDATE impor_stagedrow s SET doubt = 0
     WHERE s.batch_id = %(batch)s AND s.doubt > 0 AND NOT EXISTS (
       SELECT FROM impor_stageddoubt d WHERE d.batch_id = s.batch_id AND d.file = s.file
          AND d.sheet = s.sheet AND d.row = s.row)"""
DOUBTED = """
    UPDATE impor_stagedrow s SET doubt = d.weight
      FROM (SELECT file, sheet, row, max(weight) AS weight FROM impor_stageddoubt
             WHERE batch_id = %(batch)s GROUP BY 1, 2, 3) d
     WHERE s.batch_id = %(batch)s AND s.doubt <> d.weight
       AND s.file = d.file AND s.sheet = d.sheet AND s.row = d.row"""
HAS_A_RECORD_BESIDE = """
    SELECT EXISTS (SELECT FROM impor_who) OR EXISTS (
      SELECT FROM impor_stagedrow
       WHERE batch_id = %(batch)s AND section <> %(structure)s
         AND (pegawai_id IS NOT NULL OR state IN (1, 2)))"""
"""Where nobody is on record, all rows are new, as they were staged: nothing need be asked."""
PEOPLE_BESIDE = """
    UPDATE impor_stagedrow s
       SET pegawai_id = m.pegawai_id, entry_id = m.entry_id, state = m.state, before = m.before,
           row_state = m.state
      FROM (
        SELECT f.id, f.pegawai_id, f.entry_id,
               CASE WHEN f.entry_id IS NULL THEN 0 WHEN f.same THEN 2 ELSE 1 END AS state,
               CASE WHEN NOT f.same THEN f.doc END AS before
          FROM (
            SELECT s.id, w.pegawai_id, t.id AS entry_id, t.doc,
                   t.doc @> (s.said - 'numbers') AND NOT EXISTS (
                     SELECT FROM jsonb_each_text(s.said->'numbers') n
                      WHERE NOT coalesce(t.every->n.key ? n.value, FALSE)) AS same
              FROM impor_stagedrow s
              LEFT JOIN impor_who w ON w.key = s.who
              LEFT JOIN (SELECT g.id, n.every, jsonb_build_object(
                             'nama', p.nama, 'gelar_depan', p.gelar_depan,
                             'gelar_belakang', p.gelar_belakang, 'born_on', g.born_on,
                             'sort_key', p.sort_key,
                             'numbers', coalesce(n.numbers, '{}')) AS doc
                      FROM kepegawaian_pegawai g
                      JOIN core_person p ON p.id = g.person_id
                      LEFT JOIN (SELECT person_id, jsonb_object_agg(kind, last) AS numbers,
                                        jsonb_object_agg(kind, held) AS every
                                   FROM (SELECT person_id, kind, jsonb_agg(value) AS held,
                                                (array_agg(value ORDER BY
                                                   starts_on DESC NULLS LAST, id DESC))[1] AS last
                                           FROM core_personidentifier GROUP BY 1, 2) k
                                  GROUP BY person_id) n ON n.person_id = p.id
                     WHERE g.pemda_id = %(pemda)s) t ON t.id = w.pegawai_id
             WHERE s.batch_id = %(batch)s AND s.section = %(section)s AND s.doubt < 2
          ) f
      ) m
     WHERE m.id = s.id AND (s.state, s.pegawai_id, s.entry_id, s.before)
           IS DISTINCT FROM (m.state, m.pegawai_id, m.entry_id, m.before)"""
"""A number on record of somebody, also a former one, says nothing new."""
BESIDE = """
    UPDATE impor_stagedrow s
       SET pegawai_id = m.pegawai_id, entry_id = m.entry_id, state = m.state, before = m.before,
           row_state = m.state
      FROM (
        SELECT id, pegawai_id, CASE WHEN moves THEN NULL ELSE entry_id END AS entry_id,
               CASE WHEN entry_id IS NULL OR moves THEN 0 WHEN same THEN 2 ELSE 1 END AS state,
               CASE WHEN entry_id IS NOT NULL AND NOT same AND NOT moves THEN (
                 SELECT jsonb_object_agg(k, doc->k) FROM jsonb_object_keys(said) k) END AS before
          FROM (
            SELECT f.id, f.said, f.pegawai_id, (f.doc->>'id')::bigint AS entry_id, f.doc,
                   f.doc @> f.said AS same,
                   {moves_on} AND NOT f.doc @> f.said
                     AND f.doc->'starts_on' IS DISTINCT FROM f.also->'starts_on' AS moves
              FROM (
                SELECT DISTINCT ON (s.id) s.id, s.said, s.also, {owner} AS pegawai_id,
                       to_jsonb(t) AS doc
                  FROM impor_stagedrow s
                  LEFT JOIN impor_who w ON w.key = s.who
                  LEFT JOIN {table} t ON t.pegawai_id = {owner}
                   AND ((s.kode_asal <> '' AND t.kode_asal = s.kode_asal) OR ({known_by}))
                 WHERE s.batch_id = %(batch)s AND s.section = %(section)s AND s.doubt < 2
                 ORDER BY s.id, (t.kode_asal = s.kode_asal AND t.kode_asal <> '') DESC
              ) f
          ) g
      ) m
     WHERE m.id = s.id AND (s.state, s.pegawai_id, s.entry_id, s.before)
           IS DISTINCT FROM (m.state, m.pegawai_id, m.entry_id, m.before)"""
DOUBT = """
    INSERT INTO impor_stageddoubt
           (batch_id, file, sheet, "row", "column", code, weight, text, told)
    SELECT DISTINCT s.batch_id, s.file, s.sheet, s.row, '', %(code)s, 2, '', '{{}}'::jsonb
      FROM impor_stagedrow s WHERE s.batch_id = %(batch)s AND s.doubt < 2 AND s.state < 3
       AND {where}"""
IS_TWICE = """
    s.section = %(section)s AND s.id IN (
      SELECT id FROM (
        SELECT s.id, count(*) OVER (PARTITION BY s.who, {same}) AS rows
          FROM impor_stagedrow s
         WHERE s.batch_id = %(batch)s AND s.section = %(section)s AND s.doubt < 2) n
       WHERE rows > 1)"""
IS_OVERLAPPING = """
    s.section = %(section)s AND s.state = 0 AND {line_of_staged} AND EXISTS (
      SELECT FROM {table} t
       WHERE t.pegawai_id = s.pegawai_id AND {line}
         AND ((t.starts_on < {begins} AND t.ends_before > {begins})
              OR ({moves_on} AND t.starts_on >= {begins})))"""
IS_OUT_OF_LINE = """
    s.section = %(section)s AND s.state = 1 AND {line_of_staged} AND EXISTS (
      SELECT FROM {table} own
       WHERE own.id = s.entry_id AND own.starts_on <> {told_begins} AND (
         {told_ends} <= {told_begins} OR EXISTS (
           SELECT FROM {table} t
            WHERE t.pegawai_id = own.pegawai_id AND t.id <> own.id AND {line}
              AND t.starts_on < coalesce({told_ends}, 'infinity')
              AND coalesce(t.ends_before, 'infinity') > {told_begins}
              AND NOT EXISTS (
                SELECT FROM impor_stagedrow o
                 WHERE o.batch_id = s.batch_id AND o.section = s.section
                   AND o.entry_id = t.id AND o.state = 1))))"""
"""Another first day of an entry, with which it ends before it begins or meets a neighbour that
stays as it is; the database would refuse the whole import for it."""
WHOLE_ROWS = """
    UPDATE impor_stagedrow s SET row_state = m.row_state
      FROM (
        SELECT file, sheet, row, CASE WHEN bool_and(state = 2) THEN 2
                                      WHEN bool_and(state = 0) THEN 0 ELSE 1 END AS row_state
          FROM impor_stagedrow WHERE batch_id = %(batch)s AND doubt < 2 AND state < 3
           AND (section = %(section)s OR part > 0)
         GROUP BY 1, 2, 3) m
     WHERE s.batch_id = %(batch)s AND s.section = %(section)s AND s.part = 0
       AND s.row_state <> m.row_state
       AND s.file = m.file AND s.sheet = m.sheet AND s.row = m.row"""
"""What a row of several sections is as a whole: only those of the people themselves are; a row of
one is what its only part is."""
BEGINS = "coalesce(s.said->>'starts_on', s.also->>'starts_on')::date"
TOLD_BEGINS = "(s.said->>'starts_on')::date"
TOLD_ENDS = "coalesce((s.said->>'ends_before')::date, own.ends_before)"
CAPACITY = "coalesce(s.said->>'capacity', 'definitif')"
"""In which capacity a staged post is held; who acts in one takes no days from a definitive one."""
IS_NOBODYS = """
    s.section NOT IN (%(section)s, %(structure)s) AND s.part = 0
    AND s.pegawai_id IS NULL AND s.who NOT IN (
      SELECT p.who FROM impor_stagedrow p
       WHERE p.batch_id = %(batch)s AND p.section = %(section)s AND p.doubt < 2
      UNION SELECT '#' || (p.said->'numbers'->>'siasn') FROM impor_stagedrow p
       WHERE p.batch_id = %(batch)s AND p.section = %(section)s AND p.doubt < 2
         AND p.said->'numbers' ? 'siasn')"""
IS_OF_SEVERAL = """
    s.section = %(section)s AND s.id IN (
      SELECT r.id FROM impor_stagedrow r
       CROSS JOIN LATERAL jsonb_each_text(r.said->'numbers') n
       JOIN core_personidentifier i ON i.kind = n.key AND i.value = n.value AND i.kind <> 'npwp'
       LEFT JOIN impor_who w ON w.key = r.who
       LEFT JOIN kepegawaian_pegawai g ON g.person_id = i.person_id AND g.pemda_id = %(pemda)s
       WHERE r.batch_id = %(batch)s AND r.section = %(section)s AND r.doubt < 2
       GROUP BY r.id HAVING count(DISTINCT i.person_id) > 1
           OR max(w.person_id) <> max(i.person_id)
           OR (max(w.person_id) IS NULL AND max(g.id) IS NOT NULL))"""
IS_SHARED = """
    s.section = %(section)s AND s.state = 1
    AND NOT s.before @> (s.said - 'numbers') AND EXISTS (
      SELECT FROM kepegawaian_pegawai g JOIN kepegawaian_pegawai o ON o.person_id = g.person_id
       WHERE g.id = s.pegawai_id AND o.pemda_id <> g.pemda_id)"""


def compare(batch: Import) -> None:
    """Say of every staged row what it is beside the record.

    Runs in the transaction of whoever calls, so that nothing changes between comparing and
    writing.
    """
    told: dict[str, Any] = {
        "batch": batch.pk,
        "pemda": batch.pemda_id,
        "day": batch.day,
        "section": PEOPLE,
        "structure": STRUCTURE,
    }
    own = [kind.code for kind in OWN if kind.code != LACKS]
    with connection.cursor() as cursor:
        cursor.execute(NO_DOUBTS, {**told, "own": own})
        cursor.execute("ANALYZE impor_stagedrow, impor_stageddoubt")
        cursor.execute(UNDOUBTED, told)
        cursor.execute(DOUBTED, told)
        compare_units(batch)
        with everybody(cursor, batch):
            cursor.execute(HAS_A_RECORD_BESIDE, told)
            (is_beside,) = cursor.fetchone()
            if is_beside:
                cursor.execute(PEOPLE_BESIDE, told)
            _doubt(cursor, IS_OF_SEVERAL, told, SEVERAL)
            _doubt(cursor, IS_SHARED, told, SHARED)
            _doubt(cursor, IS_TWICE.format(same="TRUE"), told, TWICE)
            for place, target in enumerate(TARGETS):
                tell(batch.pk, what=str(target.section.title), done=place, total=len(TARGETS))
                of_section = {**told, "section": target.key}
                if is_beside:
                    _hold_beside(cursor, target, of_section)
                _doubt(cursor, IS_TWICE.format(same=target.same), of_section, TWICE)
        doubt_ends(batch)
        cursor.execute(WHOLE_ROWS, told)
        cursor.execute(DOUBTED, told)
        _doubt(cursor, IS_NOBODYS, told, NOBODY)
        cursor.execute(DOUBTED, told)


def _hold_beside(cursor: CursorWrapper, target: Target, told: Mapping[str, Any]) -> None:
    """Say which entry on record each row of a section is, and what does not go with another."""
    moves_on = str(target.moves_on).upper()
    words = {"table": target.table, "known_by": target.is_known_by, "moves_on": moves_on}
    cursor.execute(BESIDE.format(**words, owner=target.owner), told)
    if target.line:
        line = target.line.replace("capacity", "t.capacity")
        staged = target.line.replace("capacity", CAPACITY)
        words |= {"line": line, "line_of_staged": staged, "begins": BEGINS}
        words |= {"told_begins": TOLD_BEGINS, "told_ends": TOLD_ENDS}
        for where in (IS_OVERLAPPING, IS_OUT_OF_LINE):
            _doubt(cursor, where.format(**words), told, OVERLAPS)


def _doubt(cursor: CursorWrapper, where: str, told: Mapping[str, Any], code: str) -> None:
    cursor.execute(DOUBT.format(where=where), {**told, "code": code})
