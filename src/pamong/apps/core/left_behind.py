"""Jobs whose worker is gone: killed, or left half done in a backup."""

from django.db import connection

MOST_ATTEMPTS = 5
"""A job that has taken its worker with it so many times is left for somebody to look at."""

# A worker tells every ten seconds that it lives.
LEFT_BEHIND = """
    select procrastinate_retry_job_v2(j.id, now(), null, null, null)
      from procrastinate_jobs j left join procrastinate_workers w on w.id = j.worker_id
     where j.status = 'doing' and j.attempts < %s
       and (w.id is null or w.last_heartbeat < now() - interval '30 seconds')"""


def take_up_what_was_left() -> int:
    """Put back the jobs of workers that are gone; return how many."""
    with connection.cursor() as cursor:
        cursor.execute(LEFT_BEHIND, [MOST_ATTEMPTS])
        return int(cursor.rowcount)
