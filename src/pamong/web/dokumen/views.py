"""The documents of the site: which wait, which became records, and how one comes in."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.core.files import StoredFileNotFoundError, original_of
from pamong.apps.core.services import DuplicateDocumentError, FutureDayError
from pamong.apps.forums.joining import proposals, standing_beside, with_joins
from pamong.apps.forums.policies import can_review_documents, can_see_confidential
from pamong.apps.forums.selectors import drafts
from pamong.apps.forums.services import receive_document
from pamong.reader.unreadable import UnreadableDocumentError
from pamong.web.dokumen.desk import day_of, page_of, take_up, take_up_to_review
from pamong.web.dokumen.forms import ArrivalForm
from pamong.web.download import download
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of, posts_from
from pamong.web.standpoint import look_from


@require_safe
def document_list(request: Request) -> HttpResponse:
    here = look_from(request)
    demand(can_review_documents(request.access, here.government))
    search = request.GET.get("cari", "").replace("\0", "")  # PostgreSQL knows no such character
    found = list(with_joins(drafts(reached=here.governments, search=search)))
    decided = [draft for draft in found if draft.status != "open"]
    told = [draft for draft in decided if (day_of(draft) or here.day) <= here.day]
    context = {
        "form": ArrivalForm(),
        "same_forums": [] if search else proposals(reached=here.governments),
        "search": search,
        "waiting": [draft for draft in found if draft.status == "open"],
        "decided": told,
        "later": len(decided) - len(told),
    }
    return render(request, "dokumen/list.html", context)


@posts_from("dokumen:list")
def receive(request: Request) -> HttpResponse:
    here = look_from(request)
    demand(can_review_documents(request.access, here.government))
    form = ArrivalForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            draft = receive_document(
                arrival=form.arrival(), day=here.today, actor=actor_of(request.user)
            )
        except DuplicateDocumentError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(here.address("dokumen:show", error.existing.public_id))
        except UnreadableDocumentError as error:
            form.refuse_content(str(error))
        except FutureDayError as error:
            form.add_error("published_on", str(error))
        else:
            return HttpResponseRedirect(here.address("dokumen:review", draft.document.public_id))
    return render(request, "dokumen/receive.html", {"form": form}, status=422)


@require_safe
def original(request: Request, public_id: UUID) -> HttpResponse:
    draft = take_up_to_review(request, public_id)
    try:
        return download(original_of(draft.document))
    except StoredFileNotFoundError as error:
        raise Http404(str(error)) from error


@require_safe
def show(request: Request, public_id: UUID) -> HttpResponse:
    draft = take_up(request, public_id)
    here = request.standpoint.government
    sees = can_see_confidential(request.access, here)
    context = {
        **page_of(draft, sees_confidential=sees),
        "day_of_forum": day_of(draft),
        "may_review": can_review_documents(request.access, here),
        "beside": standing_beside(draft),
    }
    return render(request, "dokumen/show.html", context)
