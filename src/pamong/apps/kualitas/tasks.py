"""What the worker does: counting the indicators every night."""

from datetime import datetime
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from pamong.apps.kualitas.counting import count_quality
from pamong.apps.organisasi.selectors import resident_pemda


@app.periodic(cron="50 18 * * *")
@app.task(name="kualitas.count_every_night", queueing_lock="kualitas.count_every_night")
def count_every_night(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Count each resident government for its new day; in Indonesia it is past midnight."""
    for pemda in resident_pemda():
        day = datetime.now(ZoneInfo(pemda.time_zone)).date()
        count_quality(pemda=pemda, day=day)
