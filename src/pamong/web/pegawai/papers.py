"""The papers of a person: keeping one, and handing out its file."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.models import LookWay
from pamong.apps.kepegawaian.documents import PaperNotFoundError, find_paper, keep_paper
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.download import download
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pegawai.desk import take_up
from pamong.web.pegawai.forms import PaperForm
from pamong.web.seen import keep_seen


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: Request, government: str, public_id: UUID) -> HttpResponse:
    desk = take_up(request, government, public_id)
    demand(desk.may_keep)
    form = PaperForm(sent(request), request.FILES or None, initial={"shows": "terbuka"})
    name = desk.pegawai.person.full_name
    page = ActPage(
        title=_("Tambah dokumen"),
        lead=_("Dokumen %s. Sesudah disimpan, catatan dapat menunjuk kepadanya.") % name,
        button=_("Simpan dokumen"),
        back=f"{desk.address('person')}#dokumen",
        crumbs=[(name, desk.address("person"))],
    )
    kept = attempt(
        form,
        lambda: keep_paper(
            pegawai=desk.pegawai,
            new=form.new(),
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
    )
    if kept is None:
        return show_act(request, form, page)
    return done(request, page.back, _("%s disimpan.") % kept)


@require_safe
def file(request: Request, government: str, public_id: UUID, document: UUID) -> HttpResponse:
    """Hand out the file of a paper to whoever may see what it tells."""
    desk = take_up(request, government, public_id)
    try:
        paper = find_paper(desk.pegawai, document)
    except PaperNotFoundError as error:
        raise Http404(str(error)) from error
    demand(paper.shows in desk.seen)
    later = paper.dated_on is not None and paper.dated_on > request.standpoint.day
    if paper.file is None or later:
        raise Http404(_("Berkas dokumen ini tidak ada."))
    keep_seen(request, [desk.pegawai.person_id], [f"dokumen {paper.kind}"], way=LookWay.EXPORT)
    return download(paper.file)
