"""What the worker does for accounts."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from procrastinate.contrib.django import app

from pamong.apps.accounts.answering_once import forget_answers
from pamong.apps.accounts.expired import forget_expired_sessions
from pamong.apps.accounts.looking import forget_old_looks
from pamong.apps.accounts.models import AccountOpening
from pamong.apps.accounts.opening_many import OPEN, carry_out
from pamong.apps.accounts.selectors import access_of
from pamong.apps.core.audit import Actor
from pamong.apps.organisasi.selectors import resident_pemda

WORKER = Actor("Pekerja latar")


@app.periodic(cron="40 18 * * *")
@app.task(name="accounts.forget_looks", queueing_lock="accounts.forget_looks")
def forget_looks(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Delete, once a day, the looks that each government need not keep any more."""
    for pemda in resident_pemda():
        today = datetime.now(ZoneInfo(pemda.time_zone)).date()
        forget_old_looks(pemda=pemda, day=today, actor=WORKER)


@app.periodic(cron="50 18 * * *")
@app.task(name="accounts.forget_sessions", queueing_lock="accounts.forget_sessions")
def forget_sessions(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Delete, every night, the sessions that have expired."""
    forget_expired_sessions(at=timezone.now())


@app.periodic(cron="20 * * * *")
@app.task(name="accounts.forget_answers", queueing_lock="accounts.forget_answers")
def forget_kept_answers(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Delete, every hour, the answers of the API that need not be kept any more."""
    forget_answers(at=timezone.now())


@app.task(name=OPEN)
def open_many(*, opening_id: int) -> None:
    """Open the accounts of an opening, with the power that whoever asked has by now."""
    row = AccountOpening.objects.select_related("pemda", "opd", "unit").get(pk=opening_id)
    today = datetime.now(ZoneInfo(row.pemda.time_zone)).date()
    carry_out(row, by=access_of(row.user_id or 0, label=row.actor, day=today))
