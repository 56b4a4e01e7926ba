"""Which job carries an import on, whether it is at work, and that two never carry on at once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from django.db import connection

from pamong.apps.core.running import Running, running_job
from pamong.apps.impor.models import Import, Step

PREVIEW, COMMIT, UNDO = "impor.preview", "impor.commit", "impor.undo"
"""The jobs; each does nothing where its step is over."""
RUNS: Mapping[Step, str] = {
    Step.READING: PREVIEW,
    Step.COMMITTING: COMMIT,
    Step.UNDOING: UNDO,
}
"""The steps that a job carries out; who looks at an import waits for them."""

_ALONE = 0x1390
"""The first half of the lock of one import; other locks of the house begin otherwise."""


def running(batch: Import) -> Running:
    """Tell how the job of a step stands; one that is over without its step has failed."""
    state = running_job("%(job)s", {"job": batch.job_id})
    return replace(state, has_failed=state.is_over and not is_carried_on(batch))


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
