"""Letting rows change their owner where what one of them says shuts out the other.

The database checks every row as it is written, so two rows that shut each other out cannot simply
be exchanged: those that give way are taken out, the others move in, and then the first come back
with the other owner, as they were and under their own numbers. All in the open transaction.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection

from pamong.apps.penggabungan.references import Reference, set_owner

TAKE_OUT = "DELETE FROM {table} t WHERE t.id = ANY(%s) RETURNING to_jsonb(t)::text"
PUT_BACK = "INSERT INTO {table} SELECT * FROM jsonb_populate_record(NULL::{table}, %s)"


def exchange(
    reference: Reference, *, out: Iterable[int], out_to: int, come: Iterable[int], come_to: int
) -> None:
    """Let the rows ``out`` go to one owner, and the rows ``come`` to another, at once."""
    leaving = list(out)
    if not leaving:
        set_owner(reference, come, come_to)
        return
    taken = _take_out(reference, leaving)
    set_owner(reference, come, come_to)
    with connection.cursor() as cursor:
        for row in taken:
            row[reference.column] = out_to
            cursor.execute(PUT_BACK.format(table=reference.table), [json.dumps(row)])


def _take_out(reference: Reference, pks: list[int]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(TAKE_OUT.format(table=reference.table), [pks])
        return [json.loads(row) for (row,) in cursor.fetchall()]
