"""A worker in the transaction of a test: it lives, takes up a job, does it or fails at it."""

import json

from django.db import connection
from procrastinate.contrib.django import app

from pamong.apps.core.errands import QUEUE


def lives() -> None:
    """Let a worker tell that it lives."""
    _do("INSERT INTO procrastinate_workers DEFAULT VALUES")


def takes_up_errands() -> list[tuple[str, dict[str, object]]]:
    """Let the worker begin whatever waits, and return the tasks with what they were given."""
    rows = _do(
        "UPDATE procrastinate_jobs SET status = 'doing',"
        " worker_id = (SELECT max(id) FROM procrastinate_workers)"
        " WHERE queue_name = %s AND status = 'todo' RETURNING task_name, args",
        QUEUE,
    )
    return [(name, told if isinstance(told, dict) else json.loads(told)) for name, told in rows]


def does_errands() -> int:
    """Let the worker do whatever waits; return how many that were."""
    jobs = takes_up_errands()
    for name, told in jobs:
        app.tasks[name].func(**told)
    ends_errands("succeeded")
    return len(jobs)


def ends_errands(status: str) -> None:
    """Let what the worker is at end so."""
    _do(
        f"UPDATE procrastinate_jobs SET status = '{status}'"  # noqa: S608  a word of ours
        " WHERE queue_name = %s AND status = 'doing'",
        QUEUE,
    )


def _do(statement: str, *told: object) -> list[tuple[str, object]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, told)
        return cursor.fetchall() if cursor.description else []
