"""What the worker does for plans whose day has come."""

from datetime import datetime
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from pamong.apps.core.audit import Actor
from pamong.apps.organisasi.selectors import resident_pemda
from pamong.apps.organisasi.units import settle_structure

WORKER = Actor("Pekerja latar")


@app.periodic(cron="1 * * * *")
@app.task(name="penataan.settle_new_days", queueing_lock="penataan.settle_new_days")
def settle_new_days(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Settle each resident government soon after midnight on its own clock, before it is judged.

    Every hour, as midnight comes three times; where nothing has changed, nothing is written.
    """
    for pemda in resident_pemda():
        day = datetime.now(ZoneInfo(pemda.time_zone)).date()
        settle_structure(
            pemda=pemda, day=day, actor=WORKER, reason="hari baru: susunan yang berlaku"
        )
