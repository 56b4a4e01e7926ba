"""How far a step is, told through a connection of its own: the step is one transaction."""

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

_TELL = """
    UPDATE impor_importprogress SET what = %s, done = %s, total = coalesce(%s, total)
     WHERE batch_id = %s"""


class _Beside:
    """The connection, opened once for a process."""

    connection: BaseDatabaseWrapper | None = None


def tell(batch_id: int, *, what: str, done: int, total: int | None = None) -> None:
    """Say how far an import is, so that others see it before the transaction ends."""
    if _Beside.connection is None:
        _Beside.connection = connections.create_connection(DEFAULT_DB_ALIAS)
    beside = _Beside.connection
    with beside.cursor() as cursor:
        cursor.execute(_TELL, [what[:120], done, total, batch_id])


def close() -> None:
    """Close the connection; the next step opens another."""
    if _Beside.connection is not None:
        _Beside.connection.close()
        _Beside.connection = None
