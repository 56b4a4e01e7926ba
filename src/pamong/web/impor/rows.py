"""The rows of a preview, class by class: what each says, what it would change, what is doubted."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.accounts.models import LookWay
from pamong.apps.accounts.seeing import CLOSED
from pamong.apps.impor.browsing import Asked, BrowsedRow, RowClass, RowPage, browse
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.differences import (
    Difference,
    changes_of,
    closed_told,
    name_told,
    names_for,
    title_of,
)
from pamong.apps.impor.errors import ClearedError
from pamong.apps.impor.told import ToldDoubt, told_doubts
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.web.http import Request
from pamong.web.impor.counting import LABELS, in_all
from pamong.web.impor.desk import address_of, seen_classes, take_up
from pamong.web.seen import keep_seen

PAGE = 20
DECIDED = {RowClass.NEW, RowClass.CHANGED, RowClass.ASKS}
"""Classes of rows that somebody may leave out one by one."""
BRIEFLY = 6
"""Columns of a new entry that are shown at once; the others open."""


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One row in words."""

    row_id: int
    file: str
    sheet: str
    number: int
    section: str
    who: str
    name: str
    first: list[Difference]
    more: list[Difference]
    doubts: list[ToldDoubt]
    is_left: bool
    is_change: bool


@require_safe
def rows(request: Request, government: str, public_id: UUID) -> HttpResponse:
    batch = take_up(request, government, public_id)
    asked = _asked(request)
    try:
        page = browse(batch, asked, size=PAGE)
        cleared = ""
    except ClearedError as error:
        page, cleared = RowPage(), str(error)
    seen = seen_classes(request)
    _keep_seen(request, page, seen)
    names = names_for(page.rows, batch.day)
    choice = Choice(**batch.choice)
    told = {
        doubt.row.pk: told_doubts(batch, doubt.doubts, seen) for doubt in page.rows if doubt.doubts
    }
    kept = {"kelas": asked.of.value, "bagian": asked.section, "berkas": asked.file}
    kept = {name: value for name, value in kept.items() if value}

    def to(**more: str) -> str:
        return address_of(request, batch, "rows", **kept, **more)

    context = {
        "batch": batch,
        "asked": asked,
        "label": LABELS[asked.of],
        "classes": [(what.value, LABELS[what], in_all(batch.counts, what)) for what in RowClass],
        "sections": [(key, title_of(key)) for key in batch.counts if key],
        "files": [(name, name) for name in sorted({sheet["berkas"] for sheet in batch.sheets})],
        "rows": [
            _row(each, changes_of(each, names, seen), told.get(each.row.pk, []), choice, seen)
            for each in page.rows
        ],
        "before": to(sebelum=str(page.rows[0].row.pk)) if page.has_before and page.rows else "",
        "after": to(sesudah=str(page.rows[-1].row.pk)) if page.has_after and page.rows else "",
        "back": to(),
        "may_choose": batch.is_ready and asked.of in DECIDED and not cleared,
        "cleared": cleared,
    }
    return render(request, "impor/rows.html", context)


def _asked(request: Request) -> Asked:
    given = request.GET
    of = given.get("kelas", "")
    return Asked(
        RowClass(of) if of in set(RowClass) else RowClass.NEW,
        section=given.get("bagian", "").replace("\0", "")[:16],
        file=given.get("berkas", "").replace("\0", "")[:200],
        after=_number(given.get("sesudah", "")),
        before=_number(given.get("sebelum", "")),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0


def _row(
    browsed: BrowsedRow,
    changes: list[Difference],
    doubts: list[ToldDoubt],
    choice: Choice,
    seen: frozenset[FieldClass],
) -> ToldRow:
    row = browsed.row
    is_change = any(part.before is not None for part in browsed.parts)
    briefly = len(changes) if is_change else BRIEFLY
    on_record = browsed.pegawai.person.shown_name if browsed.pegawai else ""
    who = row.who if FieldClass.IDENTITY in seen else str(CLOSED)
    return ToldRow(
        row.pk,
        row.file,
        row.sheet,
        row.row,
        title_of(row.section),
        who if row.who and not row.who.startswith("#") else "",
        on_record or name_told(browsed),
        changes[:briefly],
        changes[briefly:],
        doubts,
        row.pk in choice.rows_left,
        is_change,
    )


def _keep_seen(request: Request, page: RowPage, seen: frozenset[FieldClass]) -> None:
    """Keep whose closed fields the page shows; whoever is not on record yet has none."""
    shown = [(row.pegawai.person_id, closed_told(row, seen)) for row in page.rows if row.pegawai]
    people = [person for person, classes in shown if classes]
    if people:
        classes = sorted({str(each.value) for _, found in shown for each in found})
        keep_seen(request, people, classes, way=LookWay.LIST)
