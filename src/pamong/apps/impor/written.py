"""What an import wrote, and whether it is still as it left it.

An entry was edited where the last row of its history is not of the act that brought it in.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection

from pamong.apps.impor.models import Import
from pamong.apps.impor.targets import options

WRITTEN = """
    SELECT w.entry_id, w.before, coalesce(e.pgh_context_id = %(context)s, FALSE) AS is_mine
      FROM impor_writtenentry w
      LEFT JOIN (SELECT DISTINCT ON (pgh_obj_id) pgh_obj_id, pgh_context_id FROM {events}
                  WHERE pgh_obj_id IN (SELECT entry_id FROM impor_writtenentry
                                        WHERE batch_id = %(batch)s AND section = %(section)s)
                  ORDER BY pgh_obj_id, pgh_id DESC) e ON e.pgh_obj_id = w.entry_id
     WHERE w.batch_id = %(batch)s AND w.section = %(section)s"""
TAKE_AWAY = """
    DELETE FROM {table} t USING ({written}) w
     WHERE t.id = w.entry_id AND w.is_mine AND w.before IS NULL {and_free}
    RETURNING {whose}"""


def tables(model: Any) -> tuple[str, str]:
    """Return the table of a model and that of its history."""
    return options(model).db_table, options(model.pgh_event_model).db_table


def written(events: str) -> str:
    """Return the SQL of what an import wrote in one section, with ``is_mine``."""
    return WRITTEN.format(events=events)


def words_of(table: str, events: str, columns: Iterable[str]) -> dict[str, str]:
    """Return the names of a table as the statements take them."""
    names = [connection.ops.quote_name(name) for name in columns]
    return {
        "table": table,
        "written": written(events),
        "columns": ", ".join(names),
        "record_columns": ", ".join(f"r.{name}" for name in names),
    }


def told_of(batch: Import, key: str) -> dict[str, Any]:
    """Return what the statements ask for."""
    return {"batch": batch.pk, "section": key, "context": batch.context}


def is_free(model: Any, row: str) -> str:
    """Return the SQL that tells that nothing points to a row any more."""
    return " ".join(
        f"AND NOT EXISTS (SELECT FROM {options(each.related_model).db_table} x"
        f" WHERE x.{each.field.column} = {row})"
        for each in options(model).related_objects
        if not hasattr(each.related_model, "pgh_tracked_model")
    )
