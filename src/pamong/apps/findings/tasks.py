"""What the worker does for findings."""

from datetime import datetime
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from pamong.apps.core.audit import Actor
from pamong.apps.core.jobs import RUN_LAW
from pamong.apps.findings.selectors import days_judged
from pamong.apps.findings.services import run_law
from pamong.apps.organisasi.models import Pemda

WORKER = Actor("Pekerja latar")


@app.task(name=RUN_LAW)
def run_law_again(*, pemda_id: int, reason: str) -> None:
    """Judge one government as of its own today, and again for every day it was judged before."""
    pemda = Pemda.objects.get(pk=pemda_id)
    today = datetime.now(ZoneInfo(pemda.time_zone)).date()
    for day in sorted({*days_judged(pemda), today}):
        run_law(pemda=pemda, as_of=day, actor=WORKER, reason=reason)
