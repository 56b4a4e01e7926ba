"""Holds staged rows of units against the structure: which stand there, which are doubted."""

from pamong.apps.impor.instansi import names_of
from pamong.apps.impor.kinds import ALL
from pamong.apps.impor.models import Import, StagedDoubt, StagedRow, State, Weight
from pamong.apps.impor.registry import codes_of
from pamong.apps.impor.unit_rows import STRUCTURE, unit_of
from pamong.apps.impor.unit_sorting import Level, OnRecord, Sorting, UnitDoubt, sort_out
from pamong.apps.organisasi.structure_reading import read_structure
from pamong.apps.organisasi.structure_values import Place
from pamong.kernel.identity import Severity


def compare_units(batch: Import) -> None:
    """Say of every staged row of units what it is; in the transaction of whoever calls."""
    rows = StagedRow.objects.filter(batch=batch, section=STRUCTURE)
    if not rows.exists():
        return
    sorting = sorting_of(batch, on_record(batch))
    StagedDoubt.objects.bulk_create(_staged(batch, each) for each in sorting.doubts)
    stands = [
        each.row.pk
        for each in sorting.sound
        if each.level is Level.GOVERNMENT or each.place is not None
    ]
    rows.exclude(pk__in=stands).update(state=State.ASIDE, row_state=State.ASIDE)
    rows.filter(pk__in=stands).update(state=State.UNCHANGED, row_state=State.UNCHANGED)


def on_record(batch: Import) -> OnRecord:
    """Return the structure that stands on the day of an import."""
    return OnRecord(
        read_structure(batch.pemda, day=batch.day),
        {code: Place(*place) for code, place in codes_of(batch.pemda, batch.day).items()},
        names_of(batch.pemda),
    )


def sorting_of(batch: Import, stands: OnRecord) -> Sorting:
    """Sort the rows of units of an import by the structure that stands."""
    found = StagedRow.objects.filter(batch=batch, section=STRUCTURE).order_by("pk")
    return sort_out([unit_of(row) for row in found], stands)


def _staged(batch: Import, doubt: UnitDoubt) -> StagedDoubt:
    row = doubt.row
    refuses = ALL[doubt.code].severity is Severity.REFUSES
    return StagedDoubt(
        batch=batch,
        file=row.file,
        sheet=row.sheet,
        row=row.row,
        column=row.letters.get(doubt.column, ""),
        code=doubt.code,
        weight=Weight.REFUSES if refuses else Weight.ASKS,
        text=getattr(row, doubt.column) if doubt.column else "",
        told=dict(doubt.told),
    )
