"""What is done with a plan of an appointment: drafted, consented to, carried out, taken back."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from pamong.apps.core.services import FutureDayError
from pamong.apps.organisasi.journal import ChangedSinceError
from pamong.apps.penataan.appointing import (
    AppointmentPlan,
    InTheWayError,
    OathTooEarlyError,
    UnreasonedError,
    carry_out_appointment,
    draft_appointment,
    plan_appointment,
    record_oath,
    take_back_appointment,
    tell_consent,
)
from pamong.apps.penataan.papers import OnlyFromSamplesError
from pamong.apps.penataan.policies import can_carry_out_plans
from pamong.apps.penataan.stages import (
    DayHasComeError,
    EmptyPlanError,
    NotADraftError,
)
from pamong.kernel.day import format_day
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pelantikan.forms import ConsentForm, DraftForm, OathForm
from pamong.web.pelantikan.views import take_up
from pamong.web.standpoint import look_from
from pamong.web.susunan.forms import PaperForm, ReasonForm

if TYPE_CHECKING:
    from pamong.apps.penataan.models import Pelantikan

REFUSALS = (
    ChangedSinceError,
    DayHasComeError,
    EmptyPlanError,
    FutureDayError,
    InTheWayError,
    NotADraftError,
    OathTooEarlyError,
    OnlyFromSamplesError,
    UnreasonedError,
)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_carry_out_plans(request.access, here.government))
    form = DraftForm(sent(request))
    plan = attempt(
        form,
        lambda: draft_appointment(
            pemda=here.government,
            actor=actor_of(request.user),
            **form.cleaned_data,
        ),
    )
    plans = here.address("pelantikan:list", here.government.slug)
    if plan is None:
        page = ActPage(
            title=gettext("Rancang pelantikan"),
            lead=gettext("Rancangan tidak mengubah apa pun sampai dijalankan berdasarkan SK-nya."),
            button=gettext("Buat rancangan"),
            back=plans,
            crumbs=[(gettext("Pelantikan"), plans)],
        )
        return show_act(request, form, page)
    address = here.address("pelantikan:plan", here.government.slug, plan.public_id)
    return done(request, address, gettext("Rancangan dibuat. Isi lampirannya."))


@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    known = {"number": plan.consent_number}
    if plan.consent_on is not None:
        known["day"] = format_day(plan.consent_on)
    form = ConsentForm(sent(request), initial=known)
    address = here.address("pelantikan:plan", here.government.slug, plan.public_id)

    def write() -> bool:
        tell_consent(
            plan=plan,
            actor=actor_of(request.user),
            reason=gettext("mencatat persetujuan"),
            **form.cleaned_data,
        )
        return True

    if attempt(form, write, *REFUSALS) is None:
        page = ActPage(
            title=gettext("Persetujuan Menteri Dalam Negeri"),
            lead=gettext(
                "Surat yang menyetujui penggantian pejabat ini; kosongkan bila tidak ada."
            ),
            button=gettext("Simpan"),
            back=address,
            crumbs=[(plan.title, address)],
        )
        return show_act(request, form, page)
    return done(request, address, gettext("Persetujuannya dicatat."))


@require_http_methods(["GET", "HEAD", "POST"])
def oath(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    form = OathForm(sent(request), initial=_oath_on_record(plan))
    address = here.address("pelantikan:plan", here.government.slug, plan.public_id)

    def write() -> bool:
        record_oath(
            plan=plan,
            oath=form.oath(),
            actor=actor_of(request.user),
            reason=gettext("mencatat berita acara"),
        )
        return True

    if attempt(form, write, *REFUSALS) is None:
        page = ActPage(
            title=gettext("Berita acara sumpah jabatan"),
            lead=gettext("Kapan, di mana, oleh siapa, dan di hadapan siapa sumpah diambil."),
            button=gettext("Catat berita acara"),
            back=address,
            crumbs=[(plan.title, address)],
        )
        return show_act(request, form, page)
    return done(request, address, gettext("Berita acara sumpah dicatat."))


@require_http_methods(["GET", "HEAD", "POST"])
def carry_out(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    form = PaperForm(sent(request))
    address = here.address("pelantikan:plan", here.government.slug, plan.public_id)
    page = ActPage(
        title=gettext("Jalankan pelantikan"),
        lead=gettext("%(title)s, berlaku mulai %(day)s.")
        % {"title": plan.title, "day": format_day(plan.day)},
        button=gettext("Jalankan"),
        back=address,
        crumbs=[(plan.title, address)],
    )
    told = plan_appointment(plan) if plan.is_draft and form.is_bound else None
    if told is not None and told.may_be_carried_out:
        asked = show_plan(request, form, page, _sentences(told))
        if asked is not None:
            return asked
    carried = attempt(
        form,
        lambda: carry_out_appointment(
            plan=plan,
            paper=form.paper(),
            today=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        *REFUSALS,
    )
    if carried is None:
        return show_act(request, form, page)
    return done(
        request,
        address,
        gettext("Pelantikan dijalankan berdasarkan %s.") % carried.decree,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    form = ReasonForm(sent(request))
    address = here.address("pelantikan:plan", here.government.slug, plan.public_id)
    taken = attempt(
        form,
        lambda: take_back_appointment(
            plan=plan,
            today=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        *REFUSALS,
    )
    if taken is None:
        page = ActPage(
            title=gettext("Batalkan pelantikan"),
            lead=gettext("Seluruhnya dibatalkan sebagai satu tindakan; riwayatnya tetap ada."),
            button=gettext("Batalkan seluruhnya"),
            back=address,
            crumbs=[(plan.title, address)],
        )
        return show_act(request, form, page)
    return done(request, address, gettext("Pelantikan dibatalkan seluruhnya."))


def _oath_on_record(plan: "Pelantikan") -> dict[str, str]:
    """Return the oath as its form holds it, so that a correction keeps the rest."""
    if plan.oath_on is None:
        return {}
    return {
        "day": format_day(plan.oath_on),
        "place": plan.oath_place,
        "taken_by": plan.oath_by,
        "number": plan.oath_number,
        "witnesses": plan.witnesses,
    }


def _sentences(told: AppointmentPlan) -> list[str]:
    leaving = sum(len(link.leaves) for link in told.chain.links if not link.is_acting)
    return [
        gettext("%d orang menerima jabatan atau penugasan.") % len(told.lines),
        gettext("%d jabatan dilepas oleh mereka.") % leaving,
        gettext("%d jabatan menjadi lowong.") % len(told.chain.vacant),
        gettext("%d baris tetap dijalankan dengan alasan, meskipun aturan menilainya melanggar.")
        % sum(bool(line.breaches) for line in told.lines),
    ]
