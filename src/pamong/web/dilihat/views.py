"""Who looked at one's own data; who looked at whose; and how long that is kept."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.looking import (
    look_retention,
    looks_at,
    looks_in,
    set_look_retention,
)
from pamong.apps.accounts.policies import can_see_looks, can_set_look_retention
from pamong.apps.forums.pages import cut
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.listing import asked_for, neighbours
from pamong.web.pejabat.fields import TextField
from pamong.web.standpoint import look_from

PAGE = 50
LONGEST = 10_000
"""What lies behind so many rows is found by a name."""


class RetentionForm(forms.Form):
    """For how many months looks are kept."""

    months = forms.IntegerField(
        label=_("Lama simpan (bulan)"),
        min_value=1,
        help_text=_("Paling pendek 12. Yang lebih lama dari itu dihapus setiap malam."),
        widget=forms.NumberInput(attrs={"class": "form-control"}),
        error_messages={"required": _("Belum diisi.")},
    )
    reason = TextField(_("Alasan"), max_length=300)


@require_safe
def own(request: Request) -> HttpResponse:
    here = look_from(request)
    people = request.access.person_ids
    context = {
        "looks": looks_at(people) if people else [],
        "is_known": bool(people),
        "may_see_all": can_see_looks(request.access, here.government),
    }
    return render(request, "dilihat/own.html", context)


@require_safe
def everybody(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_see_looks(request.access, here.government))
    asked = asked_for(request, {"words": "cari"})
    rows = looks_in(here.government, words=asked.values["words"])
    page = cut(rows[:LONGEST].count(), asked.page, PAGE)
    context = {
        "looks": rows[page.first : page.last],
        "cut": page,
        "asked": asked,
        "ways": neighbours(here, "dilihat:everybody", asked, page),
        "months": look_retention(here.government),
        "may_set": can_set_look_retention(request.access, here.government),
    }
    return render(request, "dilihat/everybody.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def retention(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_set_look_retention(request.access, here.government))
    form = RetentionForm(sent(request), initial={"months": look_retention(here.government)})
    back = here.address("dilihat:everybody", government)
    page = ActPage(
        title=_("Lama simpan catatan siapa melihat apa"),
        lead=_("Tanpa lama simpan, catatan ini disimpan seterusnya."),
        button=_("Simpan"),
        back=back,
        crumbs=[(_("Siapa melihat apa"), back)],
    )

    def act() -> bool:
        set_look_retention(
            pemda=here.government,
            months=form.cleaned_data["months"],
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )
        return True

    if attempt(form, act) is None:
        return show_act(request, form, page)
    return done(request, back, gettext("Lama simpan dicatat."))
