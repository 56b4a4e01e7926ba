"""What of a preview is accepted: all, none, or some by section, kind, person and row."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connection

from pamong.apps.impor.models import Import

TAKEN = """
    s.doubt < 2 AND s.state < 3
    AND s.section <> ALL(%(sections_left)s) AND s.state <> ALL(%(states_left)s)
    AND s.who <> ALL(%(people_left)s)
    AND (s.file, s.sheet, s.row) NOT IN (
      SELECT r.file, r.sheet, r.row FROM impor_stagedrow r WHERE r.id = ANY(%(rows_left)s))
    AND (s.doubt = 0 OR (s.file, s.sheet, s.row) NOT IN (
      SELECT d.file, d.sheet, d.row FROM impor_stageddoubt d
       WHERE d.batch_id = %(batch)s AND d.weight = 1 AND d.code <> ALL(%(codes_taken)s)))"""
"""The SQL that tells whether a staged row ``s`` is accepted."""
COUNT = """
    SELECT section, what, count(*) FROM (
      SELECT min(s.section) FILTER (WHERE s.part = 0) AS section,
             CASE WHEN max(s.doubt) = 2 THEN 'doubtful'
                  WHEN max(s.state) = 3 THEN 'aside'
                  WHEN bool_and(s.state = 2) THEN 'unchanged'
                  WHEN NOT bool_or(s.state < 2 AND {taken}) THEN
                    CASE WHEN max(s.doubt) = 1 THEN 'asks' ELSE 'left' END
                  WHEN bool_and(s.state = 0) THEN 'new'
                  ELSE 'changed' END AS what
        FROM impor_stagedrow s WHERE s.batch_id = %(batch)s
       GROUP BY s.file, s.sheet, s.row) counted
     GROUP BY 1, 2 ORDER BY 1, 2"""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is left out, and which kinds of doubt that ask are accepted as they were read.

    Whoever says nothing accepts all that is not doubted.
    """

    sections_left: list[str] = field(default_factory=list)
    states_left: list[int] = field(default_factory=list)
    people_left: list[str] = field(default_factory=list)
    rows_left: list[int] = field(default_factory=list)
    codes_taken: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Return what is kept with the import."""
        return asdict(self)

    def told(self, batch: Import) -> dict[str, Any]:
        """Return what ``TAKEN`` asks for."""
        return {**asdict(self), "batch": batch.pk}


Counts = dict[str, dict[str, int]]


def count(batch: Import, choice: Choice, *, also: str = "TRUE") -> Counts:
    """Return how many rows there are of each section and outcome; they add up to the rows.

    - ``new``, ``changed``: accepted; ``unchanged``: on record already
    - ``left``: not accepted; ``asks``: a person has to accept it first
    - ``doubtful``: has to be mended; ``aside``: of a layout that no section is for
    """
    counts: Counts = {}
    with connection.cursor() as cursor:
        cursor.execute(COUNT.format(taken=f"{TAKEN} AND {also}"), choice.told(batch))
        for section, what, rows in cursor.fetchall():
            counts.setdefault(section, {})[what] = rows
    return counts
