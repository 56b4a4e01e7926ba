"""What the worker does for imports. A job whose worker was killed is taken up again."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from pamong.apps.accounts.selectors import access_of
from pamong.apps.core.audit import Actor
from pamong.apps.impor import export_acts
from pamong.apps.impor.carrying_out import carry_on
from pamong.apps.impor.export_models import RegistryExport
from pamong.apps.impor.forgetting import forget_old_rows
from pamong.apps.impor.running import COMMIT, PREVIEW, UNDO
from pamong.apps.organisasi.selectors import resident_pemda

WORKER = Actor("Pekerja latar")


@app.task(name=PREVIEW)
def preview_import(*, import_id: int) -> None:
    """Read the files of an import and hold them against the record."""
    carry_on(import_id)


@app.task(name=COMMIT)
def commit_import(*, import_id: int) -> None:
    """Write what was accepted."""
    carry_on(import_id)


@app.task(name=UNDO)
def undo_import(*, import_id: int) -> None:
    """Undo an import."""
    carry_on(import_id)


@app.periodic(cron="55 18 * * *")
@app.task(name="impor.forget_rows", queueing_lock="impor.forget_rows")
def forget_rows(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Delete, every night, the rows that were read for imports that rested long enough."""
    for pemda in resident_pemda():
        today = datetime.now(ZoneInfo(pemda.time_zone)).date()
        forget_old_rows(pemda=pemda, day=today, days=settings.PAMONG_IMPORT_DAYS, actor=WORKER)


@app.task(name=export_acts.MAKE)
def make_export(*, export_id: int) -> None:
    """Write the file of an export, with the eyes of whoever asked for it."""
    row = RegistryExport.objects.select_related("pemda").get(pk=export_id)
    today = datetime.now(ZoneInfo(row.pemda.time_zone)).date()
    access = access_of(row.user_id or 0, label=row.actor, day=today)
    export_acts.make_export(row, access=access, at=timezone.now())


@app.periodic(cron="20 19 * * *")
@app.task(name="impor.forget_exports", queueing_lock="impor.forget_exports")
def forget_exports(timestamp: int) -> None:  # noqa: ARG001  procrastinate tells when it was due
    """Delete, every night, the files of exports that are a week old."""
    export_acts.forget_old_exports(at=timezone.now(), actor=WORKER)
