"""Pages of one act: a form, what doing it will change, the act, and the way back.

Most acts share this shape, so it stands once: templates/components/act.html shows it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.files import FileRefusedError
from pamong.apps.core.refusals import RefusedError
from pamong.apps.organisasi.people import NamesakesError
from pamong.kernel.person_name import PersonNameError
from pamong.web.http import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Done = TypeVar("Done")
REFUSALS = (
    FileRefusedError,
    NamesakesError,
    PersonNameError,
    ReasonMissingError,
    RefusedError,
)
AGAIN = "ubah"
SURE = "setuju"


@dataclass(frozen=True, slots=True)
class ActPage:
    """What surrounds the form of an act; ``crumbs`` are labels with addresses."""

    title: "StrOrPromise"
    lead: "StrOrPromise"
    button: "StrOrPromise"
    back: str
    crumbs: Sequence[tuple["StrOrPromise", str]] = ()
    notes: Sequence["StrOrPromise"] = ()
    people: Sequence[str] = ()
    more: dict[str, object] = field(default_factory=dict)


def sent(request: Request) -> QueryDict | None:
    """Return what was posted, if anything was."""
    return request.POST if request.method == "POST" else None


def attempt(
    form: Form, act: Callable[[], Done], *refusals: type[Exception], field_of: str | None = None
) -> Done | None:
    """Do what a sound form asks for; ``None`` where it is not sound, or the act is refused.

    What is refused stands above the form, or at ``field_of``.
    """
    if not form.is_valid():
        return None
    expected: tuple[type[Exception], ...] = (*REFUSALS, *refusals)
    try:
        return act()
    except expected as error:
        form.add_error(field_of, str(error))
        return None


def show_act(request: Request, form: Form, page: ActPage) -> HttpResponse:
    """Show the form of an act, with what is wrong in it."""
    status = 422 if form.is_bound and form.errors else 200
    context = {"form": form, "page": page, **page.more}
    return render(request, "components/act.html", context, status=status)


def show_plan(
    request: Request, form: Form, page: ActPage, plan: Sequence[str]
) -> HttpResponse | None:
    """Show what a sound form will change, before it is done; ``None`` once that was agreed to.

    Whoever wants to change something gets the form back as it was.
    """
    if request.method != "POST" or SURE in request.POST or not form.is_valid():
        return None
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", AGAIN}
        for value in values
    ]
    if AGAIN in request.POST:
        return show_act(request, form, page)
    context = {"form": form, "page": page, "plan": plan, "kept": kept, **page.more}
    return render(request, "components/act.html", context)


def done(request: Request, back: str, sentence: str) -> HttpResponse:
    """Go back to where an act began, and say there what was done."""
    messages.success(request, sentence)
    return HttpResponseRedirect(back)
