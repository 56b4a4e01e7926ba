"""What is set of a directive after it was confirmed: term, OPDs, addressees, givers, repeats."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.forums.by_hand import OfficeElsewhereError
from pamong.apps.forums.directive_list import addressable_opds
from pamong.apps.forums.directive_story import units_of
from pamong.apps.forums.policies import can_record_forums
from pamong.apps.forums.repeats import alike, earlier_directive
from pamong.apps.forums.settling import (
    BothPartsError,
    NoAddresseeError,
    RepeatsLaterError,
    TermBeforeForumError,
    add_giver,
    link_repeat,
    set_addressees,
    set_term,
    set_units,
)
from pamong.apps.organisasi.people import names_on_record
from pamong.kernel.day import format_day
from pamong.web.acts import attempt, done, sent, show_act
from pamong.web.arahan.desk import act_on, take_up_to_settle
from pamong.web.arahan.forms import AddresseesForm, RepeatForm, TermForm, UnitsForm
from pamong.web.forum.forms import WhoForm
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of


@require_http_methods(["GET", "HEAD", "POST"])
def term(request: Request, public_id: UUID) -> HttpResponse:
    directive = take_up_to_settle(request, public_id)
    known = format_day(directive.due_on) if directive.due_on else ""
    form = TermForm(sent(request), initial={"due_on": known})

    def act() -> bool:
        set_term(directive=directive, due_on=form.cleaned_data["due_on"], **_by(request, form))
        return True

    page = act_on(
        request,
        directive,
        _("Tenggat arahan"),
        _("Kata-kata dokumen tetap seperti semula; ini menetapkan harinya."),
        _("Simpan tenggat"),
        notes=[_("Menurut kata-katanya: %s.") % directive.term] if directive.term else [],
    )
    if not attempt(form, act, TermBeforeForumError, field_of="due_on"):
        return show_act(request, form, page)
    return done(request, page.back, _("Tenggat disimpan."))


@require_http_methods(["GET", "HEAD", "POST"])
def units(request: Request, public_id: UUID) -> HttpResponse:
    directive = take_up_to_settle(request, public_id)
    here = request.standpoint
    known = units_of(directive)
    initial = {
        "lead": next((str(row.opd_id) for row in known if row.part == "lead"), ""),
        "supporting": [str(row.opd_id) for row in known if row.part != "lead"],
    }
    opds = addressable_opds(directive.pemda, day=here.today)
    form = UnitsForm(sent(request), opds=opds, initial=initial)

    def act() -> bool:
        lead, supporting = form.chosen()
        set_units(directive=directive, lead=lead, supporting=supporting, **_by(request, form))
        return True

    page = act_on(
        request,
        directive,
        _("OPD utama dan pendukung"),
        _("Siapa yang mengerjakan arahan ini, dan siapa yang membantu."),
        _("Simpan OPD"),
    )
    if not attempt(form, act, BothPartsError):
        return show_act(request, form, page)
    return done(request, page.back, _("OPD pelaksana disimpan."))


@require_http_methods(["GET", "HEAD", "POST"])
def addressees(request: Request, public_id: UUID) -> HttpResponse:
    directive = take_up_to_settle(request, public_id)
    known = "\n".join(row.text for row in directive.addressees.all())
    form = AddresseesForm(sent(request), initial={"to": known})

    def act() -> bool:
        set_addressees(directive=directive, texts=form.texts(), **_by(request, form))
        return True

    page = act_on(
        request,
        directive,
        _("Penerima arahan"),
        _("Kepada siapa arahan ini ditujukan. Yang lama tetap ada di riwayat."),
        _("Simpan penerima"),
    )
    if not attempt(form, act, NoAddresseeError, field_of="to"):
        return show_act(request, form, page)
    return done(request, page.back, _("Penerima disimpan."))


@require_http_methods(["GET", "HEAD", "POST"])
def giver(request: Request, public_id: UUID) -> HttpResponse:
    directive = take_up_to_settle(request, public_id)
    demand(can_record_forums(request.access, directive.pemda))
    form = WhoForm(sent(request))

    def act() -> bool:
        add_giver(directive=directive, who=form.who(), **_by(request, form))
        return True

    page = act_on(
        request,
        directive,
        _("Tambah pemberi arahan"),
        _("Arahan dapat diberikan bersama, misalnya oleh kepala daerah dan wakilnya."),
        _("Tambahkan"),
        people=names_on_record(directive.pemda, by=request.standpoint.today),
    )
    if not attempt(form, act, OfficeElsewhereError):
        return show_act(request, form, page)
    return done(request, page.back, _("Pemberi arahan ditambahkan."))


@require_http_methods(["GET", "HEAD", "POST"])
def repeat(request: Request, public_id: UUID) -> HttpResponse:
    directive = take_up_to_settle(request, public_id)
    likenesses = alike(directive)
    known = directive.repeats_of
    form = RepeatForm(
        sent(request),
        likenesses=likenesses,
        initial={"earlier": str(known.public_id) if known else ""},
    )

    def act() -> bool:
        chosen = form.cleaned_data["earlier"]
        earlier = earlier_directive(directive.pemda, UUID(chosen)) if chosen else None
        link_repeat(directive=directive, earlier=earlier, **_by(request, form))
        return True

    marked = _("Kata-kata dokumen: “%s”.") % directive.repeats if directive.repeats else ""
    nothing = "" if likenesses else _("Tidak ada arahan terdahulu yang mirip.")
    page = act_on(
        request,
        directive,
        _("Pernah diminta sebelumnya?"),
        _("Yang ditawarkan: arahan lebih dulu yang topik dan kata-katanya mirip."),
        _("Simpan"),
        notes=[note for note in (marked, nothing) if note],
    )
    if not attempt(form, act, RepeatsLaterError, field_of="earlier"):
        return show_act(request, form, page)
    return done(request, page.back, _("Kaitan dengan arahan sebelumnya disimpan."))


def _by(request: Request, form: Any) -> dict[str, Any]:
    return {"actor": actor_of(request.user), "reason": form.cleaned_data["reason"]}
