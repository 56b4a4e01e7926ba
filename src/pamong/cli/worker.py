"""The background worker, as a process of its own: ``python -m pamong.cli.worker``."""

import os

from pamong.installation.place import cache_path
from pamong.law.plans import keep_plans_in

MOST_ATTEMPTS = 5
"""A job that has taken its worker with it so many times is left for somebody to look at."""

# A worker tells every ten seconds that it lives.
LEFT_BEHIND = """
    select procrastinate_retry_job_v2(j.id, now(), null, null, null)
      from procrastinate_jobs j left join procrastinate_workers w on w.id = j.worker_id
     where j.status = 'doing' and j.attempts < %s
       and (w.id is null or w.last_heartbeat < now() - interval '30 seconds')"""


def main() -> None:
    """Do the jobs of the database that the environment names, until SIGINT or SIGTERM."""
    import django

    django.setup()
    keep_plans_in(cache_path(environ=os.environ))
    take_up_what_was_left()

    from procrastinate.contrib.django import app, django_connector

    connector = app.connector
    if not isinstance(connector, django_connector.DjangoConnector):
        raise TypeError(f"the worker needs Django's connector, got {connector!r}")
    with app.replace_connector(connector.get_worker_connector()):
        app.run_worker()


def take_up_what_was_left() -> int:
    """Put back the jobs of workers that were killed, or that a backup holds half done.

    Return how many.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(LEFT_BEHIND, [MOST_ATTEMPTS])
        return int(cursor.rowcount)


if __name__ == "__main__":
    main()
