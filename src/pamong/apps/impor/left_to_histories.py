"""What a main row says of a history is left to that history where the same import brings it."""

from typing import Any

from django.db.backends.utils import CursorWrapper

from pamong.apps.impor.latest import CELLS, EVERY
from pamong.apps.impor.models import Import
from pamong.apps.impor.placing import PEOPLE

# Two joins, not one with OR: that one compares everybody with everybody once they are many.
LEFT = """
    WITH main AS (
      SELECT file, sheet, row, who, '#' || (said->'numbers'->>'siasn') AS code
        FROM impor_stagedrow
       WHERE batch_id = %(batch)s AND section = %(people)s AND part = 0),
    told AS (
      SELECT DISTINCT section, who FROM impor_stagedrow
       WHERE batch_id = %(batch)s AND section = ANY(%(sections)s) AND part = 0),
    said AS (
      SELECT s.id, s.section, m.who, m.code
        FROM impor_stagedrow s JOIN main m USING (file, sheet, row)
       WHERE s.batch_id = %(batch)s AND s.section = ANY(%(sections)s) AND s.part > 0),
    double AS (
      SELECT said.id FROM said JOIN told USING (section, who)
       UNION SELECT said.id FROM said JOIN told ON told.section = said.section
                                               AND told.who = said.code),
    gone AS (
      DELETE FROM impor_stagedrow s USING double d WHERE s.id = d.id
      RETURNING s.file, s.sheet, s.row, s.also->'{cells}' AS cells),
    back AS (
      SELECT file, sheet, row, jsonb_object_agg(c.key, c.value) AS cells
        FROM gone CROSS JOIN LATERAL jsonb_each(cells) c GROUP BY 1, 2, 3),
    last AS (
      SELECT DISTINCT ON (file, sheet, row) a.id, b.cells
        FROM impor_stagedrow a JOIN back b USING (file, sheet, row)
       WHERE a.batch_id = %(batch)s AND a.section = 'pengangkatan'
       ORDER BY file, sheet, row, a.part DESC)
    UPDATE impor_stagedrow a
       SET said = a.said || jsonb_build_object(
             'lainnya', coalesce(a.said->'lainnya', '{{}}') || last.cells)
      FROM last WHERE a.id = last.id"""


def leave_to_histories(cursor: CursorWrapper, batch: Import) -> None:
    """Take out the parts of main rows of whom a history is staged too, readable or not.

    Their cells stay with the appointment, as those of a row that says no TMT.
    """
    told: dict[str, Any] = {
        "batch": batch.pk,
        "people": PEOPLE,
        "sections": [each.history.key for each in EVERY],
    }
    cursor.execute(LEFT.format(cells=CELLS), told)
