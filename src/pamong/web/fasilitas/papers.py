"""One BAST: as it prints, with the place for its signed paper, and that paper itself."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.apps.accounts.policies import RECORDERS, is_staff
from pamong.apps.core.files import FileRefusedError
from pamong.apps.organisasi.bast_changes import bast_changes
from pamong.apps.organisasi.by_hand import recorded_by_hand
from pamong.apps.organisasi.handing_over import keep_bast_paper
from pamong.apps.organisasi.letters import letter_of
from pamong.web.fasilitas.desk import take_bast
from pamong.web.fasilitas.forms import PaperForm
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.attempts import attempt, sent, status_of
from pamong.web.pejabat.desk import by_hand_on

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Bast


@require_safe
def show(request: Request, government: str, public_id: UUID) -> HttpResponse:
    bast = take_bast(request, government, public_id)
    demand(is_staff(request.access, request.standpoint.government))
    may_record = request.access.is_any(RECORDERS, request.standpoint.government)
    context = {
        "letter": letter_of(bast),
        "may_record": may_record,
        "changes": bast_changes(bast) if may_record else [],
    }
    return render(request, "fasilitas/bast.html", context)


@require_safe
def download(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Hand out the signed paper as a file that no browser shows as a page of ours."""
    bast = take_bast(request, government, public_id)
    demand(is_staff(request.access, request.standpoint.government))
    if bast.paper is None:
        raise Http404(gettext("BAST ini belum mempunyai berkas."))
    return HttpResponse(
        bytes(bast.paper.content),
        content_type=bast.paper.media_type,
        headers={
            "Content-Disposition": _attached(bast.paper.name),
            "X-Content-Type-Options": "nosniff",
        },
    )


@by_hand_on(take_bast)
def upload(request: Request, bast: "Bast") -> HttpResponse:
    here = request.standpoint
    form = PaperForm(sent(request), request.FILES or None)
    done = attempt(
        form,
        lambda: recorded_by_hand(
            bast.pemda,
            lambda: keep_bast_paper(
                bast=bast,
                file=form.file(),
                day=here.today,
                actor=actor_of(request.user),
                reason=gettext("mengunggah BAST yang ditandatangani"),
            ),
        ),
        (FileRefusedError,),
    )
    if done is None:
        context = {"form": form, "bast": bast}
        return render(request, "fasilitas/upload.html", context, status=status_of(form))
    messages.success(request, gettext("Berkas %s tersimpan.") % done.name)
    return HttpResponseRedirect(
        here.address("fasilitas:bast", here.government.slug, bast.public_id)
    )


def _attached(name: str) -> str:
    """Return the header that saves a file under its name, whatever letters it has."""
    return content_disposition_header(True, name) or "attachment"  # noqa: FBT003  Django's own order
