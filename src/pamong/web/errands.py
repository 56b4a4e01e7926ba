"""A page that had the worker do something: it asks for itself again until that is over."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import time_format
from django.utils.translation import gettext
from django_htmx.http import HttpResponseClientRefresh

from pamong.apps.core.errands import errand
from pamong.apps.core.running import Running
from pamong.kernel.day import format_day
from pamong.web.http import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Errand:
    """How an errand stands, what it is called, and which page shows it and asks for it anew."""

    title: "StrOrPromise"
    running: Running
    address: str
    again: str
    last: str
    """When it was done last, by night or because somebody asked; empty where it never was."""

    @property
    def is_told(self) -> bool:
        """Whether there is something to wait for, or to ask for anew."""
        return self.running.goes_on or self.running.has_failed


def errand_of(
    request: Request,
    task: str,
    title: "StrOrPromise",
    *,
    page: str,
    act: str,
    done_on: date | None,
) -> Errand:
    """Return the last errand of a task, as ``page`` shows it and ``act`` asks for it anew.

    ``done_on`` is the day as of which the task was done last, whoever asked. A failure is told
    until the task is done on a later day.
    """
    here = request.standpoint
    running = errand(task, pemda_id=here.government.pk)
    ended = running.ended_at and running.ended_at.astimezone(ZoneInfo(here.government.time_zone))
    last = format_day(done_on) if done_on else ""
    if ended is not None:
        is_past = done_on is not None and done_on > ended.date()
        if running.has_failed and is_past:
            running = Running()
        elif not running.has_failed and not is_past:
            told = {"day": format_day(ended.date()), "hour": time_format(ended.time(), "H.i")}
            last = gettext("%(day)s pukul %(hour)s") % told
    slug = here.government.slug
    return Errand(title, running, here.address(page, slug), here.address(act, slug), last)


def answer_again(request: Request, asked: Errand) -> HttpResponse:
    """Answer the piece of a page that asks for itself; what is over has the page load anew."""
    if not asked.is_told:
        return HttpResponseClientRefresh()
    return render(request, "components/errand.html", {"errand": asked})
