"""What the worker does for findings."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from pamong.apps.core.audit import Actor
from pamong.apps.core.jobs import RUN_LAW, Touched
from pamong.apps.findings.selectors import days_judged
from pamong.apps.findings.services import judge_new_day, rerun_law, run_law
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.selectors import resident_pemda

WORKER = Actor("Pekerja latar")


@app.task(name=RUN_LAW)
def run_law_again(
    *, pemda_id: int, reason: str, touched: list[dict[str, Any]] | None = None
) -> None:
    """Judge a government as of its own today, then again for every day it was judged before.

    With ``touched``, what these rows concern and nothing else.
    """
    pemda = Pemda.objects.get(pk=pemda_id)
    today = _today(pemda)
    earlier = [day for day in reversed(days_judged(pemda)) if day != today]
    if touched is None:
        for days in filter(None, ([today], earlier)):
            run_law(pemda=pemda, days=days, actor=WORKER, reason=reason)
        return
    rows = [Touched.from_json(each) for each in touched]
    for days in filter(None, ([today], earlier)):  # today first: somebody waits for it
        rerun_law(pemda=pemda, days=days, touched=rows, actor=WORKER, reason=reason)


@app.periodic(cron="5 * * * *")
@app.task(name="findings.judge_new_days", queueing_lock="findings.judge_new_days")
def judge_new_days(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Judge each resident government for its new day, soon after midnight on its own clock.

    Every hour, as midnight comes three times: WIT, WITA, WIB. Who was judged today is passed over,
    and a worker that slept at midnight makes up for it when it wakes.
    """
    for pemda in resident_pemda():
        judge_new_day(pemda=pemda, day=_today(pemda), actor=WORKER, reason="hari baru dinilai")


def _today(pemda: Pemda) -> date:
    return datetime.now(ZoneInfo(pemda.time_zone)).date()
