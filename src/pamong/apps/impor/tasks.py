"""What the worker does for imports. A job whose worker was killed is taken up again."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from procrastinate.contrib.django import app

from pamong.apps.accounts.selectors import access_of
from pamong.apps.core.audit import Actor
from pamong.apps.impor import export_acts, progress
from pamong.apps.impor.carrying_out import carry_out_undo, commit, preview
from pamong.apps.impor.export_models import RegistryExport
from pamong.apps.impor.models import Import
from pamong.apps.impor.services import COMMIT, PREVIEW, UNDO


@app.task(name=PREVIEW)
def preview_import(*, import_id: int) -> None:
    """Read the files of an import and hold them against the record."""
    _run(preview, import_id)


@app.task(name=COMMIT)
def commit_import(*, import_id: int) -> None:
    """Write what was accepted."""
    _run(commit, import_id)


@app.task(name=UNDO)
def undo_import(*, import_id: int) -> None:
    """Undo an import."""
    _run(carry_out_undo, import_id)


def _run(step: object, import_id: int) -> None:
    try:
        step(Import.objects.select_related("pemda").get(pk=import_id))  # type: ignore[operator]
    finally:
        progress.close()


WORKER = Actor("Pekerja latar")


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
