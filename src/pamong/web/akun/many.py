"""Opening accounts for many pegawai: for whom, what that would do, and what was done."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.account_list import opds_to_choose
from pamong.apps.accounts.opening_many import (
    NobodyToOpenError,
    begin_opening,
    can_open_many,
    openings_of,
)
from pamong.apps.accounts.opening_plan import NewOpening, OpeningPlan, plan_opening, whom
from pamong.apps.accounts.role_acts import BeyondOwnPowerError
from pamong.kernel.number import format_number
from pamong.web.acts import ActPage, attempt, sent, show_act, show_plan
from pamong.web.akun.desk import crumbs_to
from pamong.web.akun.forms import PartForm
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.fields import Choice, TextField, offer
from pamong.web.pejabat.forms import WHY
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pamong.apps.organisasi.models import Opd, Pemda

PASSWORD, SSO = "kata-sandi", "sso"


class ManyForm(PartForm):
    """For whom accounts are opened, and how they sign in."""

    way = Choice(gettext_lazy("Cara masuk"))
    reason = TextField(gettext_lazy("Alasan"), max_length=300, help_text=WHY)

    field_order = ("opd", "unit", "way", "reason")

    def __init__(
        self, *args: Any, pemda: "Pemda", opds: "Sequence[Opd]", day: date, **more: Any
    ) -> None:
        super().__init__(*args, pemda=pemda, opds=opds, day=day, **more)
        sso = settings.PAMONG_OIDC
        if sso is None:
            del self.fields["way"]
            return
        claim = _("%(sso)s, yang menyebut NIP pada klaim %(claim)s") % {
            "sso": sso["label"],
            "claim": sso["claim"],
        }
        offer(self, "way", [(PASSWORD, _("NIP dan kata sandi awal")), (SSO, claim)])

    def clean(self) -> dict[str, object]:
        told: dict[str, object] = super().clean() or self.cleaned_data
        if told.get("opd") and told.get("unit"):
            self.add_error("unit", _("Pilih satu OPD atau satu unit kerja, bukan keduanya."))
        return told

    def new_opening(self) -> NewOpening:
        told = self.cleaned_data
        by_sso = told.get("way") == SSO
        part = told["unit"] or self.opds.get(told["opd"])
        return NewOpening(self.pemda, self.day, part, by_sso)


@require_safe
def openings(request: Request, government: str) -> HttpResponse:
    """Show what was opened together, the latest first."""
    here = look_from(request, government)
    demand(can_open_many(request.access, here.government))
    context = {"openings": openings_of(here.government, until=here.day)}
    return render(request, "akun/openings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_many(request: Request, government: str) -> HttpResponse:
    """Open accounts, after whom that gives one and whom not."""
    here = look_from(request, government)
    demand(can_open_many(request.access, here.government))
    opds = opds_to_choose(here.government, day=here.today)
    form = ManyForm(sent(request), pemda=here.government, opds=opds, day=here.today)
    if form.is_bound and form.is_valid():
        new = form.new_opening()
        shown = show_plan(request, form, *_planned(request, new))
        if shown is not None:
            return shown
    row = attempt(
        form,
        lambda: begin_opening(
            new=form.new_opening(),
            by=request.access,
            at=timezone.now(),
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        BeyondOwnPowerError,
        NobodyToOpenError,
    )
    if row is None:
        return show_act(request, form, _page(request))
    return HttpResponseRedirect(here.address("akun:opening", government, row.public_id))


def _planned(request: Request, new: NewOpening) -> tuple[ActPage, list[str]]:
    plan = plan_opening(new)
    return _page(request, plan), _sentences(new, plan)


def _page(request: Request, plan: OpeningPlan | None = None) -> ActPage:
    here = request.standpoint
    back = here.address("akun:openings", here.government.slug)
    return ActPage(
        title=_("Buka untuk banyak pegawai"),
        lead=_(
            "Setiap pegawai mendapat akun dengan peran pegawai, yang membuka catatannya sendiri. "
            "Nama penggunanya NIP-nya."
        ),
        button=_("Buka akun"),
        back=back,
        crumbs=[*crumbs_to(request), (_("Pembukaan bersama"), back)],
        more={"opening_plan": plan},
    )


def _sentences(new: NewOpening, plan: OpeningPlan) -> list[str]:
    """Return what an opening does, and how many it leaves out for which reason."""
    told = {"number": format_number(plan.opens), "whom": whom(new)}
    opens = ngettext(
        "%(number)s akun dibuka: %(whom)s.", "%(number)s akun dibuka: %(whom)s.", plan.opens
    )
    way = (
        _("Mereka masuk lewat SSO; tidak ada kata sandi.")
        if new.by_sso
        else _("Kata sandi awalnya dibuat saat berkasnya diambil, satu kali, oleh Anda.")
    )
    left = [
        _("Dilewati, %(why)s: %(number)s.") % {"why": why, "number": format_number(number)}
        for why, number in plan.why
    ]
    return [opens % told, *([way] if plan.opens else []), *left]
