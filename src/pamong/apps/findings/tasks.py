"""What the worker does for findings."""

from datetime import datetime
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from pamong.apps.core.audit import Actor
from pamong.apps.core.jobs import RUN_LAW
from pamong.apps.findings.services import run_law
from pamong.apps.organisasi.models import Pemda


@app.task(name=RUN_LAW)
def run_law_today(*, pemda_id: int, reason: str) -> None:
    """Judge one government as of its own today, outside the transaction that asked for it."""
    pemda = Pemda.objects.get(pk=pemda_id)
    today = datetime.now(ZoneInfo(pemda.time_zone)).date()
    run_law(pemda=pemda, as_of=today, actor=Actor("Pekerja latar"), reason=reason)
