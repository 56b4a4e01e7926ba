"""Taking files in: kept as they came, and read in the background."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pamong.apps.impor.errors import ImportFileError, NoFilesError
from pamong.apps.impor.policies import can_import
from pamong.apps.impor.services import begin_import
from pamong.web.acts import attempt, sent
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.impor.forms import UploadForm
from pamong.web.standpoint import look_from


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_import(request.access, here.government))
    form = UploadForm(sent(request), request.FILES or None)
    batch = attempt(
        form,
        lambda: begin_import(
            pemda=here.government,
            files=form.new_files(),
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        ImportFileError,
        NoFilesError,
        field_of="tables",
    )
    if batch is not None:
        return HttpResponseRedirect(here.address("impor:show", government, batch.public_id))
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "impor/upload.html", {"form": form}, status=status)
