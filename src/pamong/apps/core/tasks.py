"""What the worker does for itself."""

from procrastinate.contrib.django import app

from pamong.apps.core.left_behind import take_up_what_was_left

TAKE_UP = "core.take_up_what_was_left"


@app.periodic(cron="* * * * *")
@app.task(name=TAKE_UP, queueing_lock=TAKE_UP)
def take_up(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Take up the jobs of a worker that was killed and came back before anybody missed it."""
    take_up_what_was_left()
