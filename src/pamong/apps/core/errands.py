"""Errands: what somebody has the worker do for a government, one at a time.

Whoever asks for what waits already, or is at work, starts nothing: he sees it go on. Of the last
errand the worker's own table tells; a queue of their own finds it among all other jobs.
"""

from dataclasses import replace
from datetime import date

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from pamong.apps.core.running import Running, running_job

QUEUE = "errands"
_LAST = """
    WITH those AS MATERIALIZED (
      SELECT id FROM procrastinate_jobs WHERE queue_name = %(queue)s AND queueing_lock = %(lock)s)
    SELECT max(id) FROM those"""


def ask(task: str, *, pemda_id: int, day: date) -> bool:
    """Have the worker do a task for a government as of a day; tell whether that is new."""
    if errand(task, pemda_id=pemda_id).goes_on:
        return False
    later = app.configure_task(task, queue=QUEUE, queueing_lock=_lock(task, pemda_id))
    try:
        with transaction.atomic():
            later.defer(pemda_id=pemda_id, day=day.isoformat())
    except AlreadyEnqueued:  # somebody else asked at the same moment
        return False
    return True


def errand(task: str, *, pemda_id: int) -> Running:
    """Tell how the last errand of a task for a government stands.

    One whose worker is gone is taken up within two minutes (``left_behind.py``), unless it has
    taken too many along; meanwhile it can be asked for anew.
    """
    last = running_job(_LAST, {"queue": QUEUE, "lock": _lock(task, pemda_id)})
    return replace(last, has_failed=last.has_failed or (last.is_left and last.worker_lives))


def _lock(task: str, pemda_id: int) -> str:
    return f"{task}-{pemda_id}"
