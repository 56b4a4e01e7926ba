"""For which days the records of offices are complete: told, added, closed."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from pamong.apps.core.refusals import RefusedError
from pamong.apps.organisasi.by_hand import recorded_by_hand
from pamong.apps.organisasi.coverage import (
    CoverageDaysError,
    end_office_coverage,
    office_coverage,
    record_office_coverage,
)
from pamong.web.fasilitas.desk import take_coverage
from pamong.web.fasilitas.forms import CoverageForm, LastDayForm
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.attempts import attempt, sent, status_of
from pamong.web.pejabat.desk import by_hand_on, open_by_hand
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import OfficeRecordsCoverage


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: Request, government: str) -> HttpResponse:
    look_from(request, government)
    return open_by_hand(request, lambda: _page(request))


@by_hand_on(take_coverage)
def close(request: Request, row: "OfficeRecordsCoverage") -> HttpResponse:
    form = LastDayForm(sent(request))
    done = attempt(
        form,
        lambda: recorded_by_hand(
            row.pemda,
            lambda: end_office_coverage(
                row=row,
                last_day=form.cleaned_data["last_day"],
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        (CoverageDaysError, RefusedError),
    )
    if done is None:
        context = {"form": form, "row": row}
        return render(request, "fasilitas/coverage_close.html", context, status=status_of(form))
    messages.success(request, gettext("Cakupan ditutup."))
    return _back(request)


def _page(request: Request) -> HttpResponse:
    here = request.standpoint
    form = CoverageForm(sent(request))
    done = attempt(
        form,
        lambda: recorded_by_hand(
            here.government,
            lambda: record_office_coverage(
                pemda=here.government,
                records=form.cleaned_data["records"],
                period=form.period,
                source=form.cleaned_data["source"],
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        (RefusedError,),
    )
    if done is not None:
        messages.success(request, gettext("Cakupan dicatat: %s.") % done)
        return _back(request)
    context = {"form": form, "rows": office_coverage(here.government, day=here.day)}
    return render(request, "fasilitas/coverage.html", context, status=status_of(form))


def _back(request: Request) -> HttpResponse:
    here = request.standpoint
    return HttpResponseRedirect(here.address("fasilitas:coverage", here.government.slug))
