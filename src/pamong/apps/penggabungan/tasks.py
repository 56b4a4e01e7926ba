"""What the worker does: looking every night for who came in twice."""

from datetime import datetime
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from pamong.apps.organisasi.selectors import resident_pemda
from pamong.apps.penggabungan.looking import look_for_duplicates


@app.periodic(cron="40 18 * * *")
@app.task(name="penggabungan.look_every_night", queueing_lock="penggabungan.look_every_night")
def look_every_night(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Look through the records of each resident government; in Indonesia it is past midnight."""
    for pemda in resident_pemda():
        day = datetime.now(ZoneInfo(pemda.time_zone)).date()
        look_for_duplicates(pemda=pemda, day=day)
