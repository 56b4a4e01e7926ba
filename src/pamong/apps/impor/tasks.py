"""What the worker does for imports. A job whose worker was killed is taken up again."""

from procrastinate.contrib.django import app

from pamong.apps.impor import progress
from pamong.apps.impor.carrying_out import carry_out_undo, commit, preview
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
