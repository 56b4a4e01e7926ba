"""Saying which column each heading of a sheet is: once, and known again the next time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.core.refusals import RefusedError
from pamong.apps.impor.errors import WrongStepError
from pamong.apps.impor.services import match_columns
from pamong.exchange.layout import Layout, layouts
from pamong.exchange.matching import Matching, MatchingError
from pamong.exchange.places import column_letters
from pamong.web.http import Request, actor_of
from pamong.web.impor.desk import address_of, take_up

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import

Sheet = Mapping[str, Any]
USUAL = "siasn-pegawai"
REFUSALS = (MatchingError, WrongStepError, RefusedError)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the file, and the column that it is taken for."""

    index: int
    letters: str
    heading: str
    chosen: str


@require_http_methods(["GET", "HEAD", "POST"])
def match(request: Request, government: str, public_id: UUID) -> HttpResponse:
    batch = take_up(request, government, public_id)
    sheet = _sheet(batch, request.POST.get("sidik") or request.GET.get("lembar", ""))
    if sheet is None:
        messages.info(
            request, _("Semua lembar sudah dikenal; tidak ada kolom yang perlu dicocokkan.")
        )
        return HttpResponseRedirect(address_of(request, batch))
    of = _layout(request, sheet)
    problem = ""
    if request.method == "POST":
        try:
            match_columns(
                batch=batch,
                matching=_matching(request, sheet, of),
                actor=actor_of(request.user),
                reason=_("mencocokkan kolom %s") % sheet["berkas"],
            )
        except REFUSALS as error:
            problem = str(error)
        else:
            messages.success(request, _("Padanan kolom disimpan dan dikenal lagi lain kali."))
            return HttpResponseRedirect(address_of(request, batch))
    context = {
        "batch": batch,
        "sheet": sheet,
        "layout": of,
        "layouts": sorted(layouts().values(), key=lambda each: each.title),
        "headings": _headings(request, sheet, of),
        "problem": problem,
        "required": of.required,
    }
    return render(request, "impor/match.html", context, status=422 if problem else 200)


def _sheet(batch: "Import", fingerprint: str) -> Sheet | None:
    """Return the sheet asked for, else the first one whose layout nobody knows."""
    with_headings = [each for each in batch.sheets if each["kepala"]]
    asked = [each for each in with_headings if each["sidik"] == fingerprint]
    unknown = [each for each in with_headings if not each["tata_letak"]]
    return next(iter([*asked, *unknown]), None)


def _layout(request: Request, sheet: Sheet) -> Layout:
    given = request.POST.get("tata_letak") or request.GET.get("tata_letak", "")
    for name in (given, sheet["tata_letak"], sheet["terdekat"], USUAL):
        if name in layouts():
            return layouts()[name]
    return layouts()[USUAL]


def _headings(request: Request, sheet: Sheet, of: Layout) -> list[Heading]:
    """Return the headings with what was sent, else what is known or proposed of them."""
    proposed = [column for _, column in sheet["usul"]]
    is_nearest = of.name == sheet["terdekat"]
    is_own = of.name == sheet["tata_letak"]
    found = []
    for index, heading in enumerate(sheet["kepala"]):
        if not heading:
            continue
        key = sheet["kunci"][index]
        chosen = proposed[index] if is_nearest else of.by_key.get(key, "")
        if is_own:
            chosen = sheet["kolom"].get(str(index), "")
        sent = request.POST.get(f"k{index}")
        letters = column_letters(index)
        found.append(Heading(index, letters, heading, chosen if sent is None else sent))
    return found


def _matching(request: Request, sheet: Sheet, of: Layout) -> Matching:
    """Return what was said.

    Raises:
        MatchingError: no heading is a column of the layout.
    """
    columns = {
        sheet["kunci"][index]: name
        for index in range(len(sheet["kunci"]))
        if (name := request.POST.get(f"k{index}", ""))
    }
    if not columns:
        raise MatchingError(_("Belum ada kolom yang dipilih. Pilih sekurangnya kolom NIP."))
    return Matching(of.name, sheet["sidik"], columns)
