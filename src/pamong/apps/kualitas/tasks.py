"""What the worker does: counting the indicators every night, and when somebody asks for it."""

from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from pamong.apps.kualitas.counting import COUNT, CountedLaterError, count_quality
from pamong.apps.kualitas.listing import counted_on
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.selectors import resident_pemda


@app.periodic(cron="45 * * * *")
@app.task(name="kualitas.count_every_night", queueing_lock="kualitas.count_every_night")
def count_every_night(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Count each resident government for its new day, soon after midnight on its own clock.

    Every hour, as midnight comes three times; what was counted today is passed over, and a worker
    that slept at midnight makes up for it when it wakes.
    """
    for pemda in resident_pemda():
        day = datetime.now(ZoneInfo(pemda.time_zone)).date()
        if (counted_on(pemda, day=date.max) or date.min) < day:
            count_quality(pemda=pemda, day=day)


@app.task(name=COUNT)
def count_now(*, pemda_id: int, day: str) -> None:
    """Count one government, unless the night has counted a later day meanwhile."""
    with suppress(CountedLaterError):
        count_quality(pemda=Pemda.objects.get(pk=pemda_id), day=date.fromisoformat(day))
