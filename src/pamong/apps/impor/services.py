"""What people do with an import: begin it, match columns, accept, undo; the worker goes on."""

from collections.abc import Iterable
from datetime import date

from procrastinate.contrib.django import app

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.files import NewFile
from pamong.apps.core.refusals import refusals
from pamong.apps.impor.choosing import Choice, Counts, count
from pamong.apps.impor.errors import NothingTakenError, WrongStepError
from pamong.apps.impor.models import ColumnMatch, Import, ImportProgress, Step
from pamong.apps.impor.receiving import keep, unzipped
from pamong.apps.organisasi.models import Pemda
from pamong.exchange.matching import Matching

PREVIEW, COMMIT, UNDO = "impor.preview", "impor.commit", "impor.undo"
"""The jobs; each does nothing where its step is over."""


def begin_import(
    *, pemda: Pemda, files: Iterable[NewFile], day: date, actor: Actor, reason: str
) -> Import:
    """Keep the files, and ask for the preview.

    Raises:
        NoFilesError, ImportFileError: what was uploaded cannot be taken.
        ReasonMissingError: no reason is given.
    """
    tables = unzipped(files)
    with act("impor.begin_import", actor=actor, reason=reason), refusals():
        batch = Import.objects.create(
            pemda=pemda, day=day, actor=actor.label, user_id=actor.user_id, reason=reason.strip()
        )
        keep(batch, tables)
        ImportProgress.objects.create(batch=batch)
        _later(PREVIEW, batch)
    return batch


def match_columns(*, batch: Import, matching: Matching, actor: Actor, reason: str) -> None:
    """Keep which columns a layout of the government's own has, and read its sheet by it.

    Raises:
        WrongStepError: nothing is to be matched.
        MatchingError: a column there is not, or chosen twice.
    """
    _check_step(batch, Step.MATCHING, Step.READY)
    matching.refuse_unknown()
    with act("impor.match_columns", actor=actor, reason=reason), refusals():
        ColumnMatch.objects.update_or_create(
            pemda_id=batch.pemda_id,
            fingerprint=matching.fingerprint,
            defaults={"matching": matching.to_json()},
        )
        names = {
            sheet["berkas"] for sheet in batch.sheets if sheet["sidik"] == matching.fingerprint
        }
        for file in batch.files.filter(name__in=names):
            file.is_staged = False
            file.save(update_fields=["is_staged"])
        _go_on(batch, Step.READING, PREVIEW)


def accept(*, batch: Import, choice: Choice, actor: Actor, reason: str) -> None:
    """Accept what ``choice`` takes of a preview, and ask for it to be written.

    Raises:
        WrongStepError: the import is not ready, or was written already.
        NothingTakenError: the choice leaves nothing.
    """
    _check_step(batch, Step.READY, Step.MATCHING)
    if not _taken(count(batch, choice)):
        raise NothingTakenError
    with act("impor.accept", actor=actor, reason=reason), refusals():
        batch.choice, batch.problem = choice.to_json(), ""
        batch.actor, batch.user_id, batch.reason = actor.label, actor.user_id, reason.strip()
        _go_on(batch, Step.COMMITTING, COMMIT)


def undo_import(*, batch: Import, actor: Actor, reason: str) -> None:
    """Ask for an import to be undone as one act; ``plan_undo`` says what that would do.

    Raises:
        WrongStepError: it was not written, or is undone already.
    """
    _check_step(batch, Step.COMMITTED)
    with act("impor.undo_import", actor=actor, reason=reason), refusals():
        batch.actor, batch.user_id, batch.reason = actor.label, actor.user_id, reason.strip()
        _go_on(batch, Step.UNDOING, UNDO)


def _taken(counts: Counts) -> int:
    return sum(each.get("new", 0) + each.get("changed", 0) for each in counts.values())


def _check_step(batch: Import, *steps: Step) -> None:
    if batch.step not in steps:
        raise WrongStepError(batch.get_step_display())


def _go_on(batch: Import, step: Step, task: str) -> None:
    batch.step = step
    batch.save()
    _later(task, batch)


def _later(task: str, batch: Import) -> None:
    app.configure_task(task, lock=f"impor-{batch.pemda_id}").defer(import_id=batch.pk)
