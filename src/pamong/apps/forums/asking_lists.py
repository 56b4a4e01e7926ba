"""Acts on lists that a directive asks for: hand out the table, fill it, call it complete."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.forums.cells import clean_rows
from pamong.apps.forums.directive_scope import scope_of
from pamong.apps.forums.models import (
    Directive,
    ListColumn,
    ListRequest,
    ListRow,
    ListSheet,
)
from pamong.apps.organisasi.models import Opd

MAX_COLUMNS = 12


class NoColumnsError(ValueError):
    """A table needs columns, and not too many."""

    def __init__(self) -> None:
        super().__init__(_("Tabel harus mempunyai satu sampai %d kolom.") % MAX_COLUMNS)


class NobodyToAskError(ValueError):
    """The directive addresses no OPD that is on record."""

    def __init__(self) -> None:
        super().__init__(
            _("Arahan ini tidak ditujukan kepada OPD yang tercatat. Isi dulu penerimanya.")
        )


class AlreadyAskedError(Exception):
    """The directive has its table already."""

    def __init__(self) -> None:
        super().__init__(_("Tabel untuk arahan ini sudah dibagikan."))


class SheetCompleteError(Exception):
    """The table was called complete; it is opened again first."""

    def __init__(self) -> None:
        super().__init__(_("Tabel ini sudah dinyatakan lengkap. Buka kembali dulu, lalu ubah."))


class SheetEmptyError(Exception):
    """A table without rows cannot be called complete without a reason."""

    def __init__(self) -> None:
        super().__init__(
            _("Tabel ini belum berisi. Isi dulu, atau tulis alasan mengapa tidak ada isian.")
        )


@dataclass(frozen=True, slots=True)
class NewColumn:
    """One column of a table that is asked for; ``choices`` one a line."""

    name: str
    kind: str
    is_required: bool = False
    choices: str = ""


@dataclass(frozen=True, slots=True)
class NewList:
    """The table that is asked for."""

    title: str
    columns: Sequence[NewColumn]
    note: str = ""


def opds_asked(directive: Directive, *, day: date) -> list[Opd]:
    """Return the OPDs that would get the table of a directive on ``day``."""
    return list(scope_of(directive, day=day).opds)


def ask_for_list(
    *, directive: Directive, new: NewList, day: date, actor: Actor, reason: str
) -> ListRequest:
    """Make a table of a directive and hand each OPD that it addresses an empty one.

    Raises:
        AlreadyAskedError: it has one already.
        NoColumnsError: there are none, or too many.
        NobodyToAskError: it addresses no OPD.
        RefusedError: two columns bear one name, or one of choices has none.
    """
    if ListRequest.objects.filter(directive=directive).exists():
        raise AlreadyAskedError
    if not 1 <= len(new.columns) <= MAX_COLUMNS:
        raise NoColumnsError
    opds = opds_asked(directive, day=day)
    if not opds:
        raise NobodyToAskError
    with act("forums.ask_for_list", actor=actor, reason=reason), refusals():
        request = ListRequest.objects.create(
            directive=directive, title=new.title, note=new.note, opened_on=day
        )
        ListColumn.objects.bulk_create(
            ListColumn(
                request=request,
                position=position,
                name=column.name,
                kind=column.kind,
                is_required=column.is_required,
                choices=column.choices,
            )
            for position, column in enumerate(new.columns, start=1)
        )
        ListSheet.objects.bulk_create(ListSheet(request=request, opd=opd) for opd in opds)
        return request


def fill_sheet(
    *, sheet: ListSheet, rows: Sequence[Sequence[str]], adds: bool, actor: Actor, reason: str
) -> int:
    """Write rows into the table of an OPD: with ``adds`` below those that are there, or instead.

    Return how many rows it has then.

    Raises:
        SheetCompleteError: it was called complete.
        CellsRefusedError: some cells do not fit; nothing is kept.
    """
    with act("forums.fill_sheet", actor=actor, reason=reason), refusals():
        here = _open_sheet(sheet)
        clean = clean_rows(rows, list(columns_of(here)))
        before = list(here.rows.order_by("position")) if adds else []
        if not adds:
            here.rows.all().delete()
        after = (before[-1].position if before else 0) + 1
        ListRow.objects.bulk_create(
            ListRow(sheet=here, position=position, cells=cells)
            for position, cells in enumerate(clean, start=after)
        )
        return len(before) + len(clean)


def complete_sheet(*, sheet: ListSheet, day: date, actor: Actor, reason: str) -> None:
    """Say that nothing is missing in the table of an OPD.

    Raises:
        SheetCompleteError: that was said already.
        SheetEmptyError: it has no row, and the reason says nothing about it.
    """
    with act("forums.complete_sheet", actor=actor, reason=reason), refusals():
        here = _open_sheet(sheet)
        if not here.rows.exists() and reason == COMPLETE:
            raise SheetEmptyError
        here.completed_on, here.completed_by = day, actor.label
        here.save(update_fields=["completed_on", "completed_by"])


def reopen_sheet(*, sheet: ListSheet, actor: Actor, reason: str) -> None:
    """Open the table of an OPD again, for a correction."""
    with act("forums.reopen_sheet", actor=actor, reason=reason), refusals():
        sheet.completed_on, sheet.completed_by = None, ""
        sheet.save(update_fields=["completed_on", "completed_by"])


def columns_of(sheet: ListSheet) -> list[ListColumn]:
    """Return the columns of a table in their order."""
    return list(sheet.request.columns.order_by("position"))


COMPLETE = "menyatakan tabel lengkap"
"""The reason where somebody only presses the button."""


def _open_sheet(sheet: ListSheet) -> ListSheet:
    """Lock the table of an OPD against another hand, if it may still be filled."""
    here = (
        ListSheet.objects.select_for_update(of=("self",))
        .select_related("request")
        .get(pk=sheet.pk)
    )
    if here.completed_on is not None:
        raise SheetCompleteError
    return here
