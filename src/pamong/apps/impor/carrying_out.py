"""The steps of an import that the worker carries out; each does nothing where it is over."""

from collections.abc import Callable, Mapping

import pghistory

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import RefusedError, refusals
from pamong.apps.impor import progress
from pamong.apps.impor.choosing import Choice, count
from pamong.apps.impor.comparing import compare
from pamong.apps.impor.covering import cover, uncover
from pamong.apps.impor.errors import PreviewIsOldError
from pamong.apps.impor.everybody import HAS_SOMEBODY
from pamong.apps.impor.instansi import other_instansi
from pamong.apps.impor.models import Import, Step
from pamong.apps.impor.registry import known_of, registry_of
from pamong.apps.impor.running import alone
from pamong.apps.impor.sheets import told_sheets
from pamong.apps.impor.staging import count_doubts, matchings, stage
from pamong.apps.impor.undoing import undo
from pamong.apps.impor.writing import write
from pamong.apps.kepegawaian.ending_many import LaterRowOfError


def carry_on(import_id: int) -> None:
    """Carry out the step that an import is at, and nobody else meanwhile."""
    try:
        with alone(import_id):
            batch = Import.objects.select_related("pemda").get(pk=import_id)
            step = STEPS.get(Step(batch.step))
            if step is not None:
                step(batch)
    finally:
        progress.close()


def preview(batch: Import) -> None:
    """Read the files and hold them against the record; goes on where a killed one was."""
    if batch.step != Step.READING:
        return
    reports = stage(batch, known=known_of(batch), registry=registry_of(batch))
    with act("impor.preview", actor=actor_of(batch), reason=batch.reason):
        compare(batch)
        batch.sheets = told_sheets(reports, matchings(batch))
        unknown = any(sheet["tata_letak"] == "" for sheet in batch.sheets)
        batch.step = Step.MATCHING if unknown else Step.READY
        batch.other_instansi = other_instansi(batch)
        batch.choice = {}
        _count(batch)
        batch.save()


def commit(batch: Import) -> None:
    """Write what was accepted, all or nothing.

    What the database refuses, and a record that changed since the preview, send the import back
    to be looked at; the sentence stands with it.
    """
    if batch.step != Step.COMMITTING:
        return
    try:
        _write(batch)
    except (RefusedError, PreviewIsOldError, LaterRowOfError) as error:
        with act("impor.refused", actor=actor_of(batch), reason=batch.reason):
            batch.refresh_from_db()
            compare(batch)
            _count(batch)
            batch.step, batch.problem = Step.READY, str(error)[:500]
            batch.save()


def _write(batch: Import) -> None:
    choice = Choice(**batch.choice)
    with (
        pghistory.context() as running,
        act("impor.commit", actor=actor_of(batch), reason=batch.reason),
        refusals(),
    ):
        Import.objects.select_for_update().get(pk=batch.pk)
        compare(batch)
        if count(batch, Choice()) != batch.counts:
            raise PreviewIsOldError
        for _ in write(batch, choice):
            pass
        batch.report = count(batch, choice, also=HAS_SOMEBODY % {"pemda": int(batch.pemda_id)})
        cover(batch)
        batch.step, batch.context = Step.COMMITTED, running.id
        batch.save()


def carry_out_undo(batch: Import) -> None:
    """Undo an import, all or nothing; what the database refuses stands with it."""
    if batch.step != Step.UNDOING:
        return
    try:
        with act("impor.undo", actor=actor_of(batch), reason=batch.reason), refusals():
            uncover(batch)
            batch.report = {"tetap": undo(batch)}
            batch.step = Step.UNDONE
            batch.save()
    except RefusedError as error:
        with act("impor.refused", actor=actor_of(batch), reason=batch.reason):
            batch.refresh_from_db()
            batch.step, batch.problem = Step.COMMITTED, str(error)[:500]
            batch.save()


def actor_of(batch: Import) -> Actor:
    """Return who asked for the step that runs."""
    return Actor(batch.actor, batch.user_id)


def _count(batch: Import) -> None:
    """Count a preview: as it is, as it is chosen, and its doubts by kind."""
    batch.counts = count(batch, Choice())
    batch.chosen_counts = count(batch, Choice(**batch.choice)) if batch.choice else batch.counts
    batch.doubt_counts = count_doubts(batch)


STEPS: Mapping[Step, Callable[[Import], None]] = {
    Step.READING: preview,
    Step.COMMITTING: commit,
    Step.UNDOING: carry_out_undo,
}
