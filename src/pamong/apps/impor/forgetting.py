"""Deleting what was read for imports that are over, or that nobody has decided on for long.

The report, the counts and what the import wrote stay, and so does undoing. The files of an import
that was written stay too, as what its entries rest on; those of one that was not are emptied.
"""

from datetime import date, timedelta

from django.db.models import Max

from pamong.apps.core.audit import Actor, act
from pamong.apps.impor.models import Import, StagedDoubt, StagedRow, Step
from pamong.apps.organisasi.models import Pemda

WHY = "masa simpan baris bacaan berakhir"
RESTS = (Step.COMMITTED, Step.UNDONE, Step.LEFT, Step.READY, Step.MATCHING)
NOT_WRITTEN = (Step.LEFT, Step.READY, Step.MATCHING)


def forget_old_rows(*, pemda: Pemda, day: date, days: int, actor: Actor) -> list[Import]:
    """Delete the rows of imports at which nothing was done for ``days``; return these imports."""
    found = [each for each in _resting(pemda) if _touched_on(each) <= day - timedelta(days=days)]
    for batch in found:
        with act("impor.forget_rows", actor=actor, reason=WHY):
            StagedRow.objects.filter(batch=batch).delete()
            StagedDoubt.objects.filter(batch=batch).delete()
            if batch.step in NOT_WRITTEN:
                batch.files.update(content=b"")
                batch.step = Step.LEFT
            batch.is_cleared = True
            batch.save()
    return found


def _resting(pemda: Pemda) -> list[Import]:
    rows = Import.objects.filter(pemda=pemda, step__in=RESTS, is_cleared=False)
    return list(rows.select_related("pemda"))


def _touched_on(batch: Import) -> date:
    """Return the day on which somebody last did something with an import, as history has it."""
    events = Import.pgh_event_model.objects.filter(pgh_obj_id=batch.pk)  # type: ignore[attr-defined]  # pghistory adds it
    last = events.aggregate(last=Max("pgh_created_at"))["last"]
    touched: date = last.date()
    return touched
