"""The list of people: to read, to print, and as a spreadsheet."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import FileResponse, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.models import LookWay
from pamong.apps.accounts.record_access import can_list_pegawai
from pamong.apps.impor.policies import can_export, can_import
from pamong.apps.kepegawaian.choices import GOLONGAN_CHOICES, KINDS, LEVELS, POSTS, SEXES
from pamong.apps.kepegawaian.places import opds_on
from pamong.apps.kepegawaian.roster import COUNTED, Roster, RosterPage
from pamong.apps.kepegawaian.roster_columns import CLASSES, Column
from pamong.apps.kepegawaian.roster_wanted import AGE_BANDS, State
from pamong.apps.penggabungan.policies import can_merge_pegawai
from pamong.web.arahan.spreadsheet import XLSX
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.pegawai.asking import (
    AFTER,
    BEFORE,
    COUNT,
    AskedPeople,
    asked_people,
    roster_of,
    units_asked,
)
from pamong.web.pegawai.rows import Person, rows_of
from pamong.web.pegawai.workbook import people_workbook
from pamong.web.seen import keep_seen
from pamong.web.standpoint import Standpoint, look_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django_stubs_ext import StrOrPromise

    from pamong.apps.kepegawaian.places import UnitPlace
    from pamong.web.pejabat.fields import Options

PAGE, SHEET = 40, 200


@dataclass(frozen=True, slots=True)
class Ways:
    """The addresses that lead on from a page of the list; empty where there is none."""

    before: str = ""
    after: str = ""
    all_counted: str = ""
    excel: str = ""
    sheet_a4: str = ""
    sheet_f4: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: Request, government: str) -> HttpResponse:
    """Show the list. Words stand in the address; a number is answered at once, and never there."""
    here = look_from(request, government)
    demand(can_list_pegawai(request.access, here.government))
    asked = asked_people(request.POST if request.method == "POST" else request.GET)
    if (request.method == "POST") != asked.is_number:
        kept = asked.query() | ({} if not asked.is_number else {"cari": ""})
        return HttpResponseRedirect(here.address("pegawai:list", government, **kept))
    units = units_asked(request, asked)
    roster = roster_of(request, asked, units)
    page = roster.page(asked.columns, size=PAGE, beside=asked.beside)
    rows = _rows(request, page, asked, LookWay.LIST)
    is_more = page.number > COUNTED
    number = roster.number() if is_more and asked.counts_all else page.number
    context = {
        "asked": asked,
        "rows": rows,
        "columns": asked.columns,
        "number": number,
        "is_more": is_more and not asked.counts_all,
        "counted": COUNTED,
        "ways": _ways(here, asked, page, rows),
        "choices": _choices(here, asked, units),
        "all_columns": tuple(Column),
        "may_import": can_import(request.access, here.government),
        "may_export": can_export(request.access, here.government),
        "may_merge": can_merge_pegawai(request.access, here.government),
    }
    return render(request, "pegawai/list.html", context)


@require_safe
def sheet(request: Request, government: str) -> HttpResponse:
    """Show the list as it is printed: so many rows a sheet, without tools."""
    roster, asked = _whole(request, government)
    page = roster.page(asked.columns, size=SHEET, beside=asked.beside)
    rows = _rows(request, page, asked, LookWay.LIST)
    here = request.standpoint
    on = asked.query(**{AFTER: str(rows[-1].public_id)}) if page.has_after and rows else None
    context = {
        "rows": rows,
        "columns": asked.columns,
        "on": here.address("pegawai:sheet", government, **on) if on else "",
        "size": SHEET,
    }
    return render(request, "pegawai/sheet.html", context)


@require_safe
def excel(request: Request, government: str) -> FileResponse:
    """Send everybody asked for as a spreadsheet."""
    roster, asked = _whole(request, government)
    file, people_seen = people_workbook(request, roster, asked.columns)
    if people_seen:
        keep_seen(request, people_seen, _closed(asked), way=LookWay.EXPORT)
    name = f"pegawai-{government}-{request.standpoint.day.isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _whole(request: Request, government: str) -> tuple[Roster, AskedPeople]:
    here = look_from(request, government)
    demand(can_list_pegawai(request.access, here.government))
    asked = asked_people(request.GET)
    return roster_of(request, asked, units_asked(request, asked)), asked


def _rows(request: Request, page: RosterPage, asked: AskedPeople, way: LookWay) -> list[Person]:
    rows = rows_of(request, page.rows, asked.columns)
    seen = [row.person_id for row in rows if row.shows_closed]
    if seen:
        keep_seen(request, seen, _closed(asked), way=way)
    return rows


def _closed(asked: AskedPeople) -> list[str]:
    """Return the closed columns that are shown, as the trail of looks names them."""
    return [str(each.value) for each in asked.columns if each in CLASSES]


def _ways(here: Standpoint, asked: AskedPeople, page: RosterPage, rows: list[Person]) -> Ways:
    slug = here.government.slug
    if asked.is_number:
        return Ways()

    def to(name: str, **more: str) -> str:
        return here.address(f"pegawai:{name}", slug, **asked.query(**more))

    return Ways(
        before=to("list", **{BEFORE: str(rows[0].public_id)}) if page.has_before and rows else "",
        after=to("list", **{AFTER: str(rows[-1].public_id)}) if page.has_after and rows else "",
        all_counted=to("list", **{COUNT: "1"}),
        excel=to("excel"),
        sheet_a4=to("sheet", kertas="a4"),
        sheet_f4=to("sheet", kertas="f4"),
    )


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of the list: its name in the address, its label, its values, the chosen one."""

    name: str
    label: "StrOrPromise"
    values: "Options"
    chosen: str


def _choices(here: Standpoint, asked: AskedPeople, units: "Sequence[UnitPlace]") -> list[Filter]:
    opds = [(str(key), nama) for key, nama in opds_on(here.government, day=here.day)]
    indented = [(str(one.unit_id), "\u2003" * one.depth + one.nama) for one in units]
    bands = [(band, _("%s tahun") % _band(band)) for band in AGE_BANDS]
    told: list[tuple[str, StrOrPromise, Options]] = [
        ("opd", _("OPD"), opds),
        *([("unit", _("Unit dan di bawahnya"), indented)] if units else []),
        ("status", _("Status"), KINDS),
        ("golongan", _("golongan"), GOLONGAN_CHOICES),
        ("jenis", _("Jenis jabatan"), POSTS),
        ("pendidikan", _("Pendidikan"), LEVELS),
        ("kelamin", _("Jenis kelamin"), SEXES),
        ("usia", _("Usia"), bands),
        ("keadaan", _("Keadaan"), [each for each in State.choices if each[0] != State.AKTIF]),
    ]
    return [Filter(name, label, values, asked.values[name]) for name, label, values in told]


def _band(band: str) -> str:
    first, last = AGE_BANDS[band]
    if not first:
        return f"≤ {last}"
    return f"≥ {first}" if band.endswith("-") else f"{first}–{last}"
