"""What people do with an import: begin it, match columns, choose, accept, undo, leave it.

The worker goes on from there.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q
from procrastinate.contrib.django import app

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.files import NewFile
from pamong.apps.core.refusals import refusals
from pamong.apps.impor.choosing import Choice, Counts, count
from pamong.apps.impor.errors import (
    ChosenOtherwiseError,
    NothingTakenError,
    OtherGovernmentError,
    StillRunningError,
    WrongStepError,
)
from pamong.apps.impor.models import ColumnMatch, Import, ImportProgress, StagedRow, Step
from pamong.apps.impor.placing import PEOPLE
from pamong.apps.impor.receiving import keep, unzipped
from pamong.apps.impor.running import COMMIT, PREVIEW, RUNS, UNDO, is_being_run
from pamong.apps.organisasi.models import Pemda
from pamong.exchange.matching import Matching

if TYPE_CHECKING:
    from pamong.apps.impor.covering import Complete

LOOKED_AT = (Step.READY, Step.MATCHING)
"""The steps in which a preview lies before somebody."""


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
            pemda=pemda,
            day=day,
            actor=actor.label,
            user_id=actor.user_id,
            title=reason.strip(),
            reason=reason.strip(),
        )
        keep(batch, tables)
        ImportProgress.objects.create(batch=batch)
        _go_on(batch, Step.READING, PREVIEW)
    return batch


def match_columns(*, batch: Import, matching: Matching, actor: Actor, reason: str) -> None:
    """Keep which columns a layout of the government's own has, and read its sheet by it.

    Raises:
        WrongStepError: nothing is to be matched.
        MatchingError: a column there is not, or chosen twice.
    """
    matching.refuse_unknown()
    with act("impor.match_columns", actor=actor, reason=reason), refusals():
        _take_up(batch, *LOOKED_AT)
        ColumnMatch.objects.update_or_create(
            pemda_id=batch.pemda_id,
            fingerprint=matching.fingerprint,
            defaults={"matching": matching.to_json()},
        )
        names = {
            sheet["berkas"] for sheet in batch.sheets if sheet["sidik"] == matching.fingerprint
        }
        # What main rows tell of a history depends on whether that history comes too.
        of_people = StagedRow.objects.filter(batch=batch, section=PEOPLE).values("file")
        for file in batch.files.filter(Q(name__in=names) | Q(name__in=of_people)):
            file.is_staged = False
            file.save(update_fields=["is_staged"])
        _go_on(batch, Step.READING, PREVIEW)


def choose(*, batch: Import, choice: Choice, actor: Actor, reason: str) -> Counts:
    """Keep what of a preview is wanted so far, and return what it comes to.

    Raises:
        WrongStepError: the import is not ready, or was written already.
    """
    with act("impor.choose", actor=actor, reason=reason), refusals():
        _take_up(batch, *LOOKED_AT)
        counts = count(batch, choice)
        batch.choice, batch.chosen_counts = choice.to_json(), counts
        batch.save()
    return counts


def accept(
    *,
    batch: Import,
    choice: Choice,
    complete: Iterable["Complete"] = (),
    is_sure: bool = False,
    seen: Counts | None = None,
    actor: Actor,
    reason: str,
) -> None:
    """Accept what ``choice`` takes of a preview, and ask for it to be written.

    ``complete`` are the histories that somebody says the files hold whole. ``is_sure`` says that
    rows which name another government are meant for this one. ``seen`` is what the choice came to
    when it was shown.

    Raises:
        WrongStepError: the import is not ready, or was written already.
        NothingTakenError: the choice leaves nothing.
        OtherGovernmentError: rows name another government, and nobody said that it is right.
        ChosenOtherwiseError: the choice comes to something else than was shown.
    """
    with act("impor.accept", actor=actor, reason=reason), refusals():
        _take_up(batch, *LOOKED_AT)
        counts = count(batch, choice)
        if not taken(counts):
            raise NothingTakenError
        if batch.other_instansi and not is_sure:
            raise OtherGovernmentError(batch.other_instansi)
        if seen is not None and seen != counts:
            raise ChosenOtherwiseError
        batch.choice, batch.chosen_counts, batch.problem = choice.to_json(), counts, ""
        batch.complete = [each.to_json() for each in complete]
        _is_by(batch, actor, reason)
        _go_on(batch, Step.COMMITTING, COMMIT)


def leave_import(*, batch: Import, actor: Actor, reason: str) -> None:
    """Take nothing of an import: it stays in the list with its counts, and nothing is written.

    Raises:
        WrongStepError: it is being read or written, or was written already.
    """
    with act("impor.leave_import", actor=actor, reason=reason), refusals():
        _take_up(batch, *LOOKED_AT)
        batch.step = Step.LEFT
        _is_by(batch, actor, reason)
        batch.save()


def undo_import(*, batch: Import, actor: Actor, reason: str) -> None:
    """Ask for an import to be undone as one act; ``plan_undo`` says what that would do.

    Raises:
        WrongStepError: it was not written, or is undone already.
    """
    with act("impor.undo_import", actor=actor, reason=reason), refusals():
        _take_up(batch, Step.COMMITTED)
        batch.problem = ""
        _is_by(batch, actor, reason)
        _go_on(batch, Step.UNDOING, UNDO)


def try_again(*, batch: Import, actor: Actor, reason: str) -> None:
    """Ask anew for a step whose job failed; it goes on with what is not done.

    Raises:
        WrongStepError: no step runs.
        StillRunningError: its job waits or is at work.
    """
    with act("impor.try_again", actor=actor, reason=reason), refusals():
        _take_up(batch, *RUNS)
        if is_being_run(batch):
            raise StillRunningError
        _go_on(batch, Step(batch.step), RUNS[Step(batch.step)])


def taken(counts: Counts) -> int:
    """Return how many rows of a preview would be written."""
    return sum(each.get("new", 0) + each.get("changed", 0) for each in counts.values())


def _take_up(batch: Import, *steps: Step) -> None:
    """Hold the import until the act ends; of two that press a button, one comes too late."""
    step = Step(Import.objects.select_for_update().values_list("step", flat=True).get(pk=batch.pk))
    batch.step = step
    if step not in steps:
        raise WrongStepError(str(step.label))


def _is_by(batch: Import, actor: Actor, reason: str) -> None:
    batch.actor, batch.user_id, batch.reason = actor.label, actor.user_id, reason.strip()


def _go_on(batch: Import, step: Step, task: str) -> None:
    batch.step = step
    batch.job_id = app.configure_task(task, lock=f"impor-{batch.pemda_id}").defer(
        import_id=batch.pk
    )
    batch.save()
