"""The answers of all OPDs to one list, compiled: who filled, how much, and the rows themselves."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Count

from pamong.apps.forums.cells import shown
from pamong.apps.forums.models import Directive, ListColumn, ListRequest, ListRow, ListSheet


@dataclass(frozen=True, slots=True)
class SheetState:
    """How far one OPD is."""

    public_id: UUID
    opd_id: int
    opd: str
    rows: int
    completed_on: date | None
    completed_by: str


@dataclass(frozen=True)
class Compiled:
    """The table, and what every OPD has written into it so far."""

    request: ListRequest
    sheets: tuple[SheetState, ...]

    @cached_property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns of the table in their order, asked for once."""
        return tuple(self.request.columns.order_by("position"))

    @property
    def complete(self) -> int:
        """How many OPDs say that nothing is missing."""
        return sum(sheet.completed_on is not None for sheet in self.sheets)

    @property
    def begun(self) -> int:
        """How many OPDs have rows, complete or not."""
        return sum(sheet.rows > 0 for sheet in self.sheets)

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(sheet.rows for sheet in self.sheets)


def compiled_list(directive: Directive, *, day: date) -> Compiled | None:
    """Return the list that a directive asked for, where ``day`` knows of it."""
    request: ListRequest | None = getattr(directive, "list_request", None)
    if request is None or request.opened_on > day:
        return None
    sheets = (
        ListSheet.objects.filter(request=request)
        .select_related("opd")
        .annotate(number=Count("rows"))
        .order_by("opd__sort_key")
    )
    return Compiled(
        request=request,
        sheets=tuple(
            SheetState(
                row.public_id,
                row.opd_id,
                row.opd.nama,
                row.number,
                row.completed_on,
                row.completed_by,
            )
            for row in sheets
        ),
    )


def rows_by_opd(compiled: Compiled, *, limit: int | None = None) -> list[tuple[str, list[str]]]:
    """Return the rows with the OPD that wrote each, their cells as people read them."""
    rows = (
        ListRow.objects.filter(sheet__request=compiled.request)
        .select_related("sheet__opd")
        .order_by("sheet__opd__sort_key", "position")
    )
    return [(row.sheet.opd.nama, cells_shown(row, compiled.columns)) for row in rows[:limit]]


def cells_shown(row: ListRow, columns: tuple[ListColumn, ...]) -> list[str]:
    """Return the cells of a row as people read them."""
    return [shown(cell, column) for cell, column in zip(row.cells, columns, strict=True)]
