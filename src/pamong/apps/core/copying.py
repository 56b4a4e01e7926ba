"""Many rows at once, by COPY: for acts that bring in a whole population or a year.

COPY is as fast as PostgreSQL gets, but by itself it carries no context into the history: who and
why travel with what Django executes. Here they are sent ahead, and rows that come from no act are
refused.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models.options import Options
from psycopg import sql


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
    target = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(_options(model).db_table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
    )
    with connection.cursor() as cursor:
        if not _send_context(cursor):
            raise ContextMissingError(model)
        # Django translates the errors of execute(), but knows no copy().
        with connection.wrap_database_errors, cursor.copy(target) as copy:
            for row in rows:
                copy.write_row(row)


def _send_context(cursor: Any) -> bool:
    """Let the transaction know the act that is open; tell whether there is one."""
    cursor.execute("VALUES (1)")  # whatever is no SELECT takes the context along
    cursor.execute("SELECT current_setting('pghistory.context_metadata', TRUE)")
    return bool(cursor.fetchone()[0])


def _options(model: type[models.Model]) -> "Options[models.Model]":
    return model._meta  # noqa: SLF001  Django's documented Options
