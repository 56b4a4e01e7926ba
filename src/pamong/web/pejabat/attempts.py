"""Trying an act that a form asks for: done, or refused with its sentence where it belongs."""

from collections.abc import Callable
from typing import TypeVar

from django.forms import Form
from django.http import QueryDict

from pamong.web.http import Request

Done = TypeVar("Done")
Blame = Callable[[Form, Exception], None]


def sent(request: Request) -> QueryDict | None:
    """Return what was posted, if anything."""
    return request.POST if request.method == "POST" else None


def above_the_form(form: Form, error: Exception) -> None:
    """Put the sentence of a refusal above the form."""
    form.add_error(None, str(error))


def attempt(
    form: Form,
    act: Callable[[], Done],
    refusals: tuple[type[Exception], ...],
    blame: Blame = above_the_form,
) -> Done | None:
    """Do what a sound form asks for; ``None`` where it is not sound, or the act is refused."""
    if not form.is_valid():
        return None
    try:
        return act()
    except refusals as error:
        blame(form, error)
        return None


def status_of(form: Form) -> int:
    """Return 422 for a form that something is wrong with."""
    return 422 if form.errors else 200
