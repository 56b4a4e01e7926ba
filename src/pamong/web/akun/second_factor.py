"""Of which roles a government demands a second factor: shown, planned, and set."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from pamong.apps.accounts.factor_demand import (
    Demand,
    DemandInThePastError,
    DemandPlan,
    NotYoursToDemandError,
    OwnFactorMissingError,
    can_demand_second_factor,
    demand_of,
    demanded_everywhere,
    plan_demand,
    set_demand,
)
from pamong.apps.accounts.models import OF_ALL_GOVERNMENTS, Role
from pamong.kernel.day import format_day
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.fields import DayField, Several, TextField
from pamong.web.pejabat.forms import WHY
from pamong.web.standpoint import look_from

GRACE = timedelta(days=14)
"""What is proposed: two weeks, in which everybody signs in at least once."""
OFFERED = [(role.value, role.label) for role in Role if role not in OF_ALL_GOVERNMENTS]


class DemandForm(forms.Form):
    """Which roles, from which day on."""

    roles = Several(gettext_lazy("Peran yang wajib memakai faktor kedua"))
    since = DayField(
        gettext_lazy("Mulai berlaku"),
        help_text=gettext_lazy("Sebelum hari itu yang belum memasang diingatkan di tiap halaman."),
    )
    reason = TextField(gettext_lazy("Alasan"), max_length=300, help_text=WHY)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        roles = self.fields["roles"]
        roles.required = False
        roles.help_text = gettext_lazy("Kosongkan semua untuk tidak lagi mewajibkan.")
        if isinstance(roles, Several):
            roles.offer(OFFERED)

    def demand(self) -> Demand:
        told = self.cleaned_data
        return Demand(frozenset(map(Role, told["roles"])), told["since"])


@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: Request, government: str) -> HttpResponse:
    """Set of which roles the government demands a second factor, after whom it concerns."""
    here = look_from(request, government)
    demand(can_demand_second_factor(request.access, here.government))
    form = DemandForm(sent(request), initial=_initial(request, here.today))
    page = _page(request)

    def plan() -> DemandPlan:
        return plan_demand(pemda=here.government, demand=form.demand(), day=here.today)

    def act() -> bool:
        set_demand(
            pemda=here.government,
            demand=form.demand(),
            day=here.today,
            by=request.access,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )
        return True

    planned = attempt(form, plan, DemandInThePastError) if form.is_bound else None
    if planned is not None:
        shown = show_plan(request, form, page, _sentences(planned))
        if shown is not None:
            return shown
    refused = (NotYoursToDemandError, DemandInThePastError, OwnFactorMissingError)
    if planned is None or attempt(form, act, *refused) is None:
        return show_act(request, form, page)
    return done(request, page.back, _("Kewajiban faktor kedua dicatat."))


def _initial(request: Request, today: date) -> dict[str, object]:
    known = demand_of(request.standpoint.government)
    since = max(known.since, today) if known else today + GRACE
    roles = sorted(known.roles) if known else []
    return {"roles": roles, "since": format_day(since)}


def _page(request: Request) -> ActPage:
    here = request.standpoint
    back = here.address("akun:list", here.government.slug)
    everywhere = ", ".join(str(role.label) for role in sorted(demanded_everywhere()))
    note = _("Instalasi ini sudah mewajibkannya di mana pun bagi: %s.") % everywhere
    return ActPage(
        title=_("Faktor kedua"),
        lead=_("Siapa yang memegang peran ini masuk dengan kata sandi dan kode dari telepon."),
        button=_("Wajibkan"),
        back=back,
        crumbs=[(_("Akun"), back)],
        notes=[note] if everywhere else [],
    )


def _sentences(plan: DemandPlan) -> list[str]:
    """Return what a demand does, whom it concerns first."""
    if not plan.demand.roles:
        return [_("Tidak ada peran yang diwajibkan lagi oleh pemerintah daerah ini.")]
    roles = ", ".join(str(role.label) for role in sorted(plan.demand.roles))
    told = [
        _("Mulai %(day)s wajib bagi: %(roles)s.")
        % {"day": format_day(plan.demand.since), "roles": roles},
        ngettext(
            "%(number)s akun belum memasangnya; mulai hari itu halaman lain tertutup baginya"
            " sampai terpasang.",
            "%(number)s akun belum memasangnya; mulai hari itu halaman lain tertutup baginya"
            " sampai terpasang.",
            plan.without,
        )
        % {"number": plan.without},
    ]
    if plan.names:
        left = plan.without - len(plan.names)
        names = ", ".join(plan.names)
        told.append(
            _("%(names)s, dan %(left)s lainnya.") % {"names": names, "left": left}
            if left
            else names
        )
    ready = ngettext(
        "%(number)s akun sudah memasangnya.", "%(number)s akun sudah memasangnya.", plan.ready
    )
    return [*told, ready % {"number": plan.ready}]
