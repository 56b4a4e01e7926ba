"""Which job carries an import on, whether it is at work, and that two never carry on at once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection

from pamong.apps.impor.models import Import, Step

PREVIEW, COMMIT, UNDO = "impor.preview", "impor.commit", "impor.undo"
"""The jobs; each does nothing where its step is over."""
RUNS: Mapping[Step, str] = {
    Step.READING: PREVIEW,
    Step.COMMITTING: COMMIT,
    Step.UNDOING: UNDO,
}
"""The steps that a job carries out; who looks at an import waits for them."""

_STATE = """
    SELECT j.status,
           EXISTS (SELECT FROM procrastinate_workers
                    WHERE last_heartbeat > now() - interval '60 seconds'),
           j.worker_id IS NOT NULL AND NOT EXISTS (
             SELECT FROM procrastinate_workers w
              WHERE w.id = j.worker_id AND w.last_heartbeat > now() - interval '60 seconds')
      FROM (SELECT %(job)s::bigint AS id) wanted
      LEFT JOIN procrastinate_jobs j ON j.id = wanted.id"""
_ALONE = 0x1390
"""The first half of the lock of one import; other locks of the house begin otherwise."""


@dataclass(frozen=True, slots=True)
class Running:
    """How the job of a step stands."""

    waits: bool = False
    works: bool = False
    has_failed: bool = False
    worker_lives: bool = True


def running(batch: Import) -> Running:
    """Tell how the job of a step stands; one that is gone without its step has failed."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE, {"job": batch.job_id})
        status, lives, is_left = cursor.fetchone()
    waits, works = status == "todo", status == "doing" and not is_left
    is_over = status not in {"todo", "doing"} and not is_carried_on(batch)
    return Running(waits, works, is_over, lives)


def is_being_run(batch: Import) -> bool:
    """Tell whether a job waits to carry an import on, or does."""
    state = running(batch)
    return state.waits or state.works or is_carried_on(batch)


def is_carried_on(batch: Import) -> bool:
    """Tell whether somebody carries an import on at this moment, be it the shell."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory'"
            " AND classid = %s AND objid = %s AND granted)",
            [_ALONE, batch.pk],
        )
        return bool(cursor.fetchone()[0])


@contextmanager
def alone(import_id: int) -> Iterator[None]:
    """Carry an import on alone: the worker waits for the shell, and the shell for the worker."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [_ALONE, import_id])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_ALONE, import_id])
