"""What the API tells of an import: its counts, sheets and doubts, in the words of its schemas."""

from typing import TYPE_CHECKING, Any

from pamong.api.import_schemas import Doubt, DoubtKind, Ends, ImportTold, Progress, Sheet, Undone
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.ends import plan_ends
from pamong.apps.impor.told import ToldDoubt
from pamong.apps.impor.undoing import plan_undo

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import


def tell_import(batch: "Import") -> ImportTold:
    """Return how far an import is, what it holds, what was written."""
    progress = batch.progress
    return ImportTold(
        id=batch.public_id,
        step=batch.step,
        day=batch.day,
        reason=batch.reason,
        problem=batch.problem,
        employments=tell_ends(batch, Choice(**batch.choice)),
        progress=Progress(what=progress.what, done=progress.done, total=progress.total),
        counts=batch.counts,
        report=batch.report,
        sheets=[_sheet(each) for each in batch.sheets],
        doubts=[DoubtKind(code=code, number=n) for code, n in batch.doubt_counts.items()],
    )


def tell_doubt(told: ToldDoubt) -> Doubt:
    """Return one doubt with its place."""
    return Doubt(
        file=told.place.file,
        sheet=told.place.sheet,
        row=told.place.row,
        column=told.place.column,
        code=told.code,
        weight="refuses" if told.must_be_mended else "asks",
        text=told.value,
        message=told.sentence,
        advice=told.advice,
    )


def tell_undone(batch: "Import", *, is_done: bool) -> Undone:
    """Return what taking an import back does, or would do."""
    planned = plan_undo(batch)
    return Undone(
        is_done=is_done,
        step=batch.step,
        goes=planned.goes,
        is_put_back=planned.is_put_back,
        stays=planned.stays,
        runs_on=planned.runs_on,
    )


def tell_ends(batch: "Import", choice: Choice) -> Ends:
    """Return how many employments would end by what is accepted."""
    planned = plan_ends(batch, choice)
    return Ends(ending=planned.ending, moved=planned.moved, undated=planned.undated)


def _sheet(told: dict[str, Any]) -> Sheet:
    return Sheet(
        file=told["berkas"],
        sheet=told["lembar"],
        layout=told["tata_letak"],
        rows=told["baris"],
        unread=told["tidak_terbaca"],
        fingerprint=told["sidik"],
        keys=told["kunci"],
        proposals=[[str(part or "") for part in each] for each in told["usul"]],
        problem=told["masalah"] or "",
    )
