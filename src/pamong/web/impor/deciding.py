"""Accepting a preview, leaving it, undoing what was written, and asking a failed step anew."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from pamong.apps.impor import services
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.differences import title_of
from pamong.apps.impor.ends import plan_ends
from pamong.apps.impor.errors import (
    ChosenOtherwiseError,
    NothingTakenError,
    OtherGovernmentError,
    StillRunningError,
    WrongStepError,
)
from pamong.apps.impor.undoing import edits_since, plan_undo
from pamong.kernel.day import format_day
from pamong.kernel.number import format_number
from pamong.web.acts import SURE, ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.http import Request, actor_of
from pamong.web.impor.counting import in_all
from pamong.web.impor.desk import address_of, take_up
from pamong.web.impor.forms import AcceptForm, ReasonForm

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import

EDITS_SHOWN = 5


@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: Request, government: str, public_id: UUID) -> HttpResponse:
    batch = take_up(request, government, public_id)
    form = AcceptForm(batch, sent(request))
    page = _page(
        request,
        batch,
        title=_("Terima dan masukkan"),
        lead=_("Yang diterima ditulis sebagai satu tindakan, dan dapat dibatalkan seluruhnya."),
        button=_("Masukkan"),
        notes=[
            _(
                "Bila berkas memuat suatu riwayat lengkap untuk semua pegawai, sebutkan sejak "
                "kapan: sesudah itu yang tidak tercatat dinilai tidak ada. Tanpa itu, yang tidak "
                "tercatat tidak berarti apa-apa."
            )
        ],
    )
    asked = show_plan(request, form, page, _accepting(batch))
    if asked is not None:
        return asked

    def write() -> bool:
        complete, is_sure, seen = form.told()
        services.accept(
            batch=batch,
            choice=Choice(**batch.choice),
            complete=complete,
            is_sure=is_sure,
            seen=seen,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )
        return True

    refusals = (ChosenOtherwiseError, NothingTakenError, OtherGovernmentError, WrongStepError)
    if attempt(form, write, *refusals) is None:
        return show_act(request, form, page)
    return done(request, page.back, _("Diterima. Penulisannya berjalan di latar belakang."))


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Request, government: str, public_id: UUID) -> HttpResponse:
    batch = take_up(request, government, public_id)
    form = ReasonForm(sent(request))

    def write() -> bool:
        services.leave_import(
            batch=batch, actor=actor_of(request.user), reason=form.cleaned_data["reason"]
        )
        return True

    if attempt(form, write, WrongStepError) is None:
        page = _page(
            request,
            batch,
            title=_("Jangan masukkan"),
            lead=_("Tidak satu baris pun ditulis. Impor ini tetap ada di daftar."),
            button=_("Tinggalkan impor ini"),
        )
        return show_act(request, form, page)
    return done(request, address_of(request, batch), _("Impor ini tidak dimasukkan."))


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: Request, government: str, public_id: UUID) -> HttpResponse:
    batch = take_up(request, government, public_id)
    form = ReasonForm(sent(request))
    page = _page(
        request,
        batch,
        title=_("Batalkan impor"),
        lead=_(
            "Seluruh yang ditulis impor ini diambil kembali sebagai satu tindakan. Yang diubah "
            "sesudahnya tetap, beserta pemiliknya."
        ),
        button=_("Batalkan impor"),
    )
    is_asked = request.method == "POST" and SURE not in request.POST and batch.is_written
    if is_asked and form.is_valid():
        asked = show_plan(request, form, page, _undoing(batch))
        if asked is not None:
            return asked

    def write() -> bool:
        services.undo_import(
            batch=batch, actor=actor_of(request.user), reason=form.cleaned_data["reason"]
        )
        return True

    if attempt(form, write, WrongStepError) is None:
        return show_act(request, form, page)
    return done(request, page.back, _("Pembatalannya berjalan di latar belakang."))


@require_http_methods(["GET", "HEAD", "POST"])
def again(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Ask for a failed step anew; whoever comes by GET is sent to the import itself."""
    batch = take_up(request, government, public_id)
    if request.method == "POST":
        try:
            services.try_again(
                batch=batch, actor=actor_of(request.user), reason=_("langkah diulangi")
            )
        except (StillRunningError, WrongStepError) as error:
            messages.error(request, str(error))
    return HttpResponseRedirect(address_of(request, batch))


def _page(
    request: Request,
    batch: "Import",
    *,
    title: str,
    lead: str,
    button: str,
    notes: Sequence[str] = (),
) -> ActPage:
    here, back = request.standpoint, address_of(request, batch)
    imports = here.address("impor:list", here.government.slug)
    return ActPage(
        title=title,
        lead=lead,
        button=button,
        back=back,
        notes=notes,
        crumbs=[(_("Impor data"), imports), (batch.title, back)],
    )


def _accepting(batch: "Import") -> list[str]:
    counts = batch.chosen_counts or batch.counts
    people = counts.get("pegawai", {})
    ends = plan_ends(batch, Choice(**batch.choice))
    told = [
        _("%s pegawai baru.") % format_number(people.get("new", 0)),
        _("%s pegawai berubah.") % format_number(people.get("changed", 0)),
        _("%s baris baru seluruhnya.") % format_number(in_all(counts, "new")),
        _("%s baris mengubah catatan yang ada.") % format_number(in_all(counts, "changed")),
        _("%s baris sudah sama dengan catatan.") % format_number(in_all(counts, "unchanged")),
        _("%s baris tidak dimasukkan, sebagian untuk diperbaiki atau diputuskan dulu.")
        % format_number(in_all(counts, "left", "asks", "doubtful", "aside")),
    ]
    if ends.ending:
        told.append(
            _("%s kepegawaian berakhir, beserta jabatan dan penempatannya.")
            % format_number(ends.ending)
        )
    if ends.moved:
        told.append(_("%s kepegawaian berpindah hari akhirnya.") % format_number(ends.moved))
    return told


def _undoing(batch: "Import") -> list[str]:
    """Say what undoing would do, and which later edits it would otherwise lose."""
    plan = plan_undo(batch)
    goes, back, stays = (sum(each.values()) for each in (plan.goes, plan.is_put_back, plan.stays))
    told = [
        _("%s catatan yang dibuat impor ini dihapus.") % format_number(goes),
        _("%s catatan kembali seperti sebelumnya.") % format_number(back),
    ]
    if plan.runs_on:
        told.append(
            _("%s kepegawaian berjalan lagi, atau berakhir seperti sebelumnya.")
            % format_number(plan.runs_on)
        )
    if not stays:
        return [*told, _("Tidak ada catatan yang diubah sesudahnya.")]
    told.append(
        ngettext(
            "%(count)s catatan diubah sesudahnya dan tetap ada:",
            "%(count)s catatan diubah sesudahnya dan tetap ada:",
            stays,
        )
        % {"count": format_number(stays)}
    )
    told += [
        _("%(section)s, diubah oleh %(actor)s pada %(day)s: %(reason)s")
        % {
            "section": title_of(each.section),
            "actor": each.actor,
            "day": format_day(each.at.date()),
            "reason": each.reason,
        }
        for each in edits_since(batch, most=EDITS_SHOWN)
    ]
    return told
