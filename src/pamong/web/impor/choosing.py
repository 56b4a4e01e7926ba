"""Choosing what of a preview is accepted: by section, by class, by kind of doubt, by row."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.impor import services
from pamong.apps.impor.browsing import RowClass
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.errors import WrongStepError
from pamong.apps.impor.told import told_kinds
from pamong.web.http import Request, actor_of
from pamong.web.impor.desk import address_of, take_up

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import

STATE_OF = {RowClass.NEW.value: 0, RowClass.CHANGED.value: 1}
MOST_ROWS = 5_000
"""Rows that are left out one by one; for more there are sections, classes and kinds."""


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Keep what was ticked; whoever comes by GET is sent to the import itself."""
    batch = take_up(request, government, public_id)
    back = address_of(request, batch)
    if request.method != "POST":
        return HttpResponseRedirect(back)
    of_rows = "baris" in request.POST
    choice = _of_rows(batch, request.POST) if of_rows else _of_kinds(batch, request.POST)
    try:
        services.choose(
            batch=batch,
            choice=choice,
            actor=actor_of(request.user),
            reason=_("memilih yang diterima"),
        )
    except WrongStepError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(back)
    messages.success(request, _("Pilihan disimpan. Hitungannya sudah mengikuti."))
    if of_rows:
        kept = {name: request.POST[name] for name in ("kelas", "bagian") if request.POST.get(name)}
        back = address_of(request, batch, "rows", **kept)
    return HttpResponseRedirect(back)


def _of_kinds(batch: "Import", sent: QueryDict) -> Choice:
    """Leave out the sections and classes that are not ticked, and take the kinds that are."""
    asking = {kind.code for kind in told_kinds(batch) if not kind.must_be_mended}
    return replace(
        Choice(**batch.choice),
        sections_left=[key for key in batch.counts if key and key not in sent.getlist("bagian")],
        states_left=[
            number for what, number in STATE_OF.items() if what not in sent.getlist("kelas")
        ],
        codes_taken=sorted(asking & set(sent.getlist("jenis"))),
    )


def _of_rows(batch: "Import", sent: QueryDict) -> Choice:
    """Leave out the rows of a page that are not ticked; those of other pages stay as they are."""
    choice = Choice(**batch.choice)
    shown, ticked = _numbers(sent.getlist("ada")), _numbers(sent.getlist("terima"))
    left = (set(choice.rows_left) - shown) | (shown - ticked)
    return replace(choice, rows_left=sorted(left)[:MOST_ROWS])


def _numbers(texts: list[str]) -> set[int]:
    return {int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) < 18}
