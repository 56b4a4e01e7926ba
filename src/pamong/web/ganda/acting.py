"""Looking anew for who is recorded twice, and deciding that two are two people."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from pamong.apps.core.errands import ask
from pamong.apps.penggabungan.deciding import find_apart, keep_apart, take_back_apart
from pamong.apps.penggabungan.errors import MergedAlreadyError, NotDecidedError
from pamong.apps.penggabungan.looking import LOOK
from pamong.apps.penggabungan.policies import can_merge_pegawai, is_about_oneself
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.ganda.forms import ReasonForm
from pamong.web.ganda.views import take_up
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of, posts_from
from pamong.web.standpoint import look_from


@posts_from("ganda:list")
def look(request: Request, government: str) -> HttpResponse:
    """Have the worker look through all records now; every night it is done besides."""
    here = look_from(request, government)
    demand(can_merge_pegawai(request.access, here.government))
    is_new = ask(LOOK, pemda_id=here.government.pk, day=here.today)
    told = gettext("Pencarian dimulai.") if is_new else gettext("Pencarian sudah berjalan.")
    return done(request, here.address("ganda:list", government), told)


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Say that two are two people."""
    _pair, one, other = take_up(request, government, public_id)
    demand(not is_about_oneself(request.access, one.person_id, other.person_id))
    here, form = request.standpoint, ReasonForm(sent(request))
    kept = attempt(
        form,
        lambda: keep_apart(
            one=one,
            other=other,
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        MergedAlreadyError,
    )
    if kept is None:
        page = _page(
            request,
            public_id,
            gettext("Bukan orang yang sama"),
            gettext(
                "%(one)s dan %(other)s tidak diusulkan lagi. Keputusan ini tersimpan dengan alasan"
                " dan nama Anda, dan dapat ditarik."
            )
            % {"one": one.person.full_name, "other": other.person.full_name},
        )
        return show_act(request, form, page)
    back = here.address("ganda:list", government)
    return done(request, back, gettext("Tersimpan: keduanya bukan orang yang sama."))


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Take back that two are two people."""
    _pair, one, other = take_up(request, government, public_id)
    demand(not is_about_oneself(request.access, one.person_id, other.person_id))
    here, form = request.standpoint, ReasonForm(sent(request))

    def take() -> bool:
        told = {"actor": actor_of(request.user), "reason": form.cleaned_data["reason"]}
        take_back_apart(one=one, other=other, day=here.today, **told)
        return True

    if attempt(form, take, NotDecidedError) is None:
        decision = find_apart(one, other)
        lead = gettext("Pasangan ini diusulkan lagi.")
        if decision is not None:
            lead = f"{decision.by}: {decision.reason}. {lead}"
        page = _page(request, public_id, gettext("Tarik keputusan"), lead)
        return show_act(request, form, page)
    back = here.address("ganda:pair", government, public_id)
    return done(request, back, gettext("Keputusan ditarik; pasangan ini diusulkan lagi."))


def _page(request: Request, public_id: UUID, title: str, lead: str) -> ActPage:
    here = request.standpoint
    slug = here.government.slug
    back = here.address("ganda:pair", slug, public_id)
    crumbs = [
        (gettext("Tercatat ganda"), here.address("ganda:list", slug)),
        (gettext("Satu pasangan"), back),
    ]
    return ActPage(title=title, lead=lead, button=title, back=back, crumbs=crumbs)
