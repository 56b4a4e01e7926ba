"""A list of the BKD: to read, to print, and as a spreadsheet."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pamong.apps.accounts.models import LookWay
from pamong.apps.accounts.record_access import can_list_pegawai
from pamong.apps.forums.pages import Cut, cut
from pamong.apps.impor.policies import can_import
from pamong.web.arahan.spreadsheet import XLSX
from pamong.web.daftar.asking import PAGE_PARAMETER, Asked, asked_of
from pamong.web.daftar.kinds import Daftar, Opened
from pamong.web.daftar.lists import LISTS
from pamong.web.daftar.rows import Told, keep_looks, told_rows
from pamong.web.daftar.workbook import list_workbook
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.web.standpoint import Standpoint

PAGE, SHEET = 40, 100


@dataclass(frozen=True, slots=True)
class Ways:
    """The addresses that lead on from a page; empty where there is none."""

    before: str
    after: str
    excel: str
    sheet_a4: str
    sheet_f4: str


@require_safe
def index(request: Request, government: str) -> HttpResponse:
    """Show which lists there are."""
    here = look_from(request, government)
    demand(can_list_pegawai(request.access, here.government))
    return render(request, "daftar/index.html", {"lists": tuple(LISTS.values())})


@require_safe
def show(request: Request, government: str, daftar: str) -> HttpResponse:
    """Show one page of a list."""
    kind, asked, opened = _opened(request, government, daftar)
    here = request.standpoint
    part = cut(opened.number, asked.page, PAGE)
    context = _context(request, kind, opened, part)
    context |= {"asked": asked, "cut": part, "ways": _ways(here, kind, asked, part)}
    context["may_import"] = can_import(request.access, here.government)
    return render(request, "daftar/show.html", context)


@require_safe
def sheet(request: Request, government: str, daftar: str) -> HttpResponse:
    """Show a list as it is printed: so many rows a sheet, without tools."""
    kind, asked, opened = _opened(request, government, daftar)
    part = cut(opened.number, asked.page, SHEET)
    context = _context(request, kind, opened, part)
    here = request.standpoint
    slug = here.government.slug
    if part.after:
        query = asked.query(**{PAGE_PARAMETER: str(part.after)})
        context["on"] = here.address("daftar:sheet", slug, kind.key, **query)
    return render(request, "daftar/sheet.html", {"on": "", "size": SHEET, **context})


@require_safe
def excel(request: Request, government: str, daftar: str) -> FileResponse:
    """Send a whole list as a spreadsheet."""
    kind, _asked, opened = _opened(request, government, daftar)
    file, people = list_workbook(request, kind, opened)
    keep_looks(request, kind, people, LookWay.EXPORT)
    name = f"{kind.key}-{government}-{request.standpoint.day.isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _opened(request: Request, government: str, daftar: str) -> tuple[Daftar, Asked, Opened]:
    here = look_from(request, government)
    demand(can_list_pegawai(request.access, here.government))
    kind = LISTS.get(daftar)
    if kind is None:
        raise Http404(_("Daftar ini tidak ada. Pilih daftar dari halaman Daftar."))
    asked = asked_of(request, kind.names)
    return kind, asked, kind.open(request, asked)


def _context(request: Request, kind: Daftar, opened: Opened, part: Cut) -> dict[str, object]:
    lines = opened.rows(part.first, part.last - part.first)
    rows = told_rows(request, kind, opened, lines)
    keep_looks(request, kind, [row.person_id for row in rows if row.shows_closed], LookWay.LIST)
    return {
        "daftar": kind,
        "opened": opened,
        "columns": kind.labels,
        "groups": _by_group(rows),
    }


def _by_group(rows: list[Told]) -> list[tuple[str, list[Told]]]:
    groups: list[tuple[str, list[Told]]] = []
    for row in rows:
        if not groups or groups[-1][0] != row.group:
            groups.append((row.group, []))
        groups[-1][1].append(row)
    return groups


def _ways(here: "Standpoint", kind: Daftar, asked: Asked, part: Cut) -> Ways:
    def to(name: str, **more: str) -> str:
        return here.address(
            f"daftar:{name}", here.government.slug, kind.key, **asked.query(**more)
        )

    def page(number: int | None) -> str:
        return to("show", **{PAGE_PARAMETER: str(number)}) if number else ""

    return Ways(
        page(part.before),
        page(part.after),
        to("excel"),
        to("sheet", kertas="a4"),
        to("sheet", kertas="f4"),
    )
