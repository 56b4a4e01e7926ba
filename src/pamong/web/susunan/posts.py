"""One post of the peta jabatan: what it is on a day, what it was, and changing its terms."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.organisasi.post_states import post_then
from pamong.apps.organisasi.structure_steps import StepRefusedError
from pamong.apps.organisasi.structure_values import TERMS, PostAs
from pamong.apps.organisasi.structure_writing import Basis, LaterStructureError
from pamong.apps.organisasi.units import Changing, change_post
from pamong.apps.penataan.choices import GOLONGAN_CHOICES
from pamong.apps.penataan.policies import can_carry_out_plans
from pamong.kernel.day import format_day
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.desk import take_up
from pamong.web.pejabat.fields import DayField, OptionalChoice, TextField
from pamong.web.susunan.forms import WHY, class_field, need_field

LABELS = {
    "eselon": _("Eselon"),
    "kelas": _("Kelas jabatan"),
    "need": _("Kebutuhan"),
    "lowest_golongan": _("Golongan terendah"),
}


class TermsForm(forms.Form):
    """What the peta jabatan says of a post, from a day, by a paper."""

    eselon = TextField(_("Eselon"), required=False, max_length=6, help_text=_("Misalnya III.a."))
    kelas = class_field()
    need = need_field()
    lowest_golongan = OptionalChoice(_("Golongan terendah"), GOLONGAN_CHOICES)
    day = DayField(_("Berlaku mulai"), help_text=_("Misalnya 1/1/2027."))
    source = TextField(
        _("Dasar"),
        max_length=200,
        help_text=_("Nomor dan tanggal keputusan tentang peta jabatan."),
    )
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)

    def terms(self) -> dict[str, Any]:
        """Return what the post is to be; what is empty is not set any more."""
        return {name: self.cleaned_data[name] for name in TERMS}


@require_safe
def post(request: Request, government: str, public_id: UUID) -> HttpResponse:
    jabatan = take_up(request, government, public_id)
    here = request.standpoint
    context = {
        "jabatan": jabatan,
        "told": post_then(jabatan, day=here.day),
        "may_change": can_carry_out_plans(request.access, here.government),
    }
    return render(request, "susunan/post.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Change the terms of a post from a day; earlier days keep what held then."""
    jabatan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    now = post_then(jabatan, day=here.day).now
    form = TermsForm(sent(request), initial={name: getattr(now, name) for name in TERMS})
    back = here.address("susunan:post", here.government.slug, jabatan.public_id)
    page = ActPage(
        title=gettext("Ubah jabatan"),
        lead=now.nama,
        button=gettext("Ubah"),
        back=back,
        crumbs=[
            (gettext("Susunan"), here.address("susunan:list", here.government.slug)),
            (now.nama, back),
        ],
    )
    if form.is_bound and form.is_valid():
        day: date = form.cleaned_data["day"]
        shown = show_plan(
            request, form, page, _sentences(post_then(jabatan, day=day).now, form.terms(), day)
        )
        if shown is not None:
            return shown
    changed = attempt(
        form,
        lambda: _change(request, jabatan, form),
        StepRefusedError,
        LaterStructureError,
    )
    if changed is None:
        return show_act(request, form, page)
    return done(request, back, gettext("Perubahan jabatan dicatat."))


def _change(request: Request, jabatan: Any, form: TermsForm) -> bool:
    here, told = request.standpoint, form.cleaned_data
    how = Changing(
        here.government,
        Basis(told["day"], told["source"]),
        here.today,
        actor_of(request.user),
        told["reason"],
    )
    change_post(jabatan=jabatan, terms=form.terms(), how=how)
    return True


def _sentences(now: PostAs, terms: dict[str, Any], day: date) -> list[str]:
    """Say what each term is until the day, and from then on."""
    told = [
        gettext("%(label)s: %(before)s menjadi %(after)s.")
        % {
            "label": LABELS[name],
            "before": _shown(getattr(now, name)),
            "after": _shown(value),
        }
        for name, value in terms.items()
        if value != getattr(now, name)
    ]
    if not told:
        return [gettext("Tidak ada yang berubah pada jabatan itu. Ubah isinya dulu.")]
    since = gettext("Berlaku mulai %s; hari sebelumnya tetap seperti tercatat.") % format_day(day)
    return [*told, since]


def _shown(value: object) -> str:
    return gettext("tidak disebut") if value in (None, "") else str(value)
