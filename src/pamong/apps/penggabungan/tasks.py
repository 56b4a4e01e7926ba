"""What the worker does: looking every night, and when asked to, for who came in twice."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.selectors import resident_pemda
from pamong.apps.penggabungan.looking import LOOK, look_for_duplicates
from pamong.apps.penggabungan.selectors import last_search


@app.periodic(cron="40 * * * *")
@app.task(name="penggabungan.look_every_night", queueing_lock="penggabungan.look_every_night")
def look_every_night(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Look through the records of each resident government for its new day.

    Every hour, as midnight comes three times; where pairs were found today, that was it.
    """
    for pemda in resident_pemda():
        day = datetime.now(ZoneInfo(pemda.time_zone)).date()
        if (last_search(pemda) or date.min) < day:
            look_for_duplicates(pemda=pemda, day=day)


@app.task(name=LOOK)
def look_now(*, pemda_id: int, day: str) -> None:
    """Look through the records of one government."""
    look_for_duplicates(pemda=Pemda.objects.get(pk=pemda_id), day=date.fromisoformat(day))
