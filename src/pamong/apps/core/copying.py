"""Many rows at once, by COPY: for acts that bring in a whole population or a year.

COPY is as fast as PostgreSQL gets, but by itself it carries no context into the history: who and
why travel with what Django executes. Here they are sent ahead, and rows that come from no act are
refused.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models.options import Options


class ContextMissingError(Exception):
    """Rows would come into the history without an actor and a reason."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__(
            f"Baris {_options(model).verbose_name} tidak dimuat: tidak ada tindakan yang menyebut "
            "pelaku dan alasannya. Muat dari dalam sebuah tindakan."
        )


def next_ids(model: type[models.Model], count: int) -> list[int]:
    """Take ``count`` ids that no other row of ``model`` will get, in order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [_options(model).db_table, count],
        )
        return [row[0] for row in cursor.fetchall()]


def copy_rows(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write rows of ``columns`` (as the database names them) inside the open act.

    Constraints and history hold as for any other insertion.

    Raises:
        ContextMissingError: no act is open.
    """
    name = connection.ops.quote_name
    table = name(_options(model).db_table)
    target = f"COPY {table} ({', '.join(map(name, columns))}) FROM STDIN"
    with connection.cursor() as cursor:
        # A key that is checked at the end of the transaction waits in a queue, which PostgreSQL
        # walks anew for each row of history: minutes instead of seconds. Being no SELECT, this
        # statement also takes the context of the act along, which COPY does not.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        if not _has_context(cursor):
            raise ContextMissingError(model)
        # Django translates the errors of execute(), but knows no copy().
        with connection.wrap_database_errors, cursor.copy(target) as copy:
            for row in rows:
                copy.write_row(row)
        # Plans made while the table was small would go on reading it from end to end.
        cursor.execute(f"ANALYZE {table}")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _has_context(cursor: Any) -> bool:
    cursor.execute("SELECT current_setting('pghistory.context_metadata', TRUE)")
    return bool(cursor.fetchone()[0])


def _options(model: type[models.Model]) -> "Options[models.Model]":
    return model._meta  # noqa: SLF001  Django's documented Options
