"""How a job of the worker stands: it waits, is at work, was left by its worker, or is over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

_STATE = """
    SELECT j.status,
           EXISTS (SELECT FROM procrastinate_workers
                    WHERE last_heartbeat > now() - interval '60 seconds'),
           NOT EXISTS (SELECT FROM procrastinate_workers w
                        WHERE w.id = j.worker_id
                          AND w.last_heartbeat > now() - interval '60 seconds'),
           (SELECT max(e.at) FROM procrastinate_events e
             WHERE e.job_id = j.id AND e.type IN ('succeeded', 'failed'))
      FROM (SELECT ({job})::bigint AS id) asked
      LEFT JOIN procrastinate_jobs j ON j.id = asked.id"""


@dataclass(frozen=True, slots=True)
class Running:
    """How a job stands; of one that there is not, nothing is so."""

    waits: bool = False
    works: bool = False
    is_left: bool = False
    """Its worker is gone; another takes it up, soon where one runs (``left_behind.py``)."""
    has_failed: bool = False
    worker_lives: bool = True
    ended_at: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether nobody will go on with it."""
        return not (self.waits or self.works or self.is_left)

    @property
    def goes_on(self) -> bool:
        """Whether it comes to its end without being asked for again."""
        return self.waits or self.works or self.has_no_worker

    @property
    def has_no_worker(self) -> bool:
        """Whether it waits for a worker that does not run."""
        return not self.worker_lives and (self.waits or self.is_left)


def running_job(job: str, told: Mapping[str, int | str | None]) -> Running:
    """Tell how a job stands; ``job`` is the expression for its number, of what ``told`` holds."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE.format(job=job), told)
        status, lives, is_orphan, ended_at = cursor.fetchone()
    is_begun = status == "doing"
    return Running(
        waits=status == "todo",
        works=is_begun and not is_orphan,
        is_left=is_begun and is_orphan,
        has_failed=status in {"failed", "aborted", "cancelled"},
        worker_lives=lives,
        ended_at=ended_at,
    )
