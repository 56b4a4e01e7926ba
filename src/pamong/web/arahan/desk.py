"""One directive, or the table of one OPD, on the desk, and who may change it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from pamong.apps.forums.errors import DirectiveNotFoundError, SheetNotFoundError
from pamong.apps.forums.policies import can_settle_directives
from pamong.apps.forums.selectors import get_directive, get_sheet
from pamong.web.acts import ActPage
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.forums.models import Directive, ListSheet


def take_up(request: Request, public_id: UUID) -> "Directive":
    """Return a directive, seen from its own government.

    Raises:
        Http404: there is none, or it is of a government that the user has no role in.
    """
    try:
        directive = get_directive(public_id)
    except DirectiveNotFoundError as error:
        raise Http404(str(error)) from error
    look_from(request, directive.pemda.slug)
    return directive


def take_up_to_settle(request: Request, public_id: UUID) -> "Directive":
    """Return a directive for somebody who may set its term, OPDs, repeats and lists."""
    directive = take_up_known(request, public_id)
    demand(can_settle_directives(request.access, directive.pemda))
    return directive


def take_up_known(request: Request, public_id: UUID) -> "Directive":
    """Return a directive that was given by the day of the page.

    Raises:
        Http404: there is none, or the day of the page is before it.
    """
    directive = take_up(request, public_id)
    if directive.day > request.standpoint.day:
        raise Http404(str(DirectiveNotFoundError()))
    return directive


def take_up_sheet(request: Request, public_id: UUID) -> "ListSheet":
    """Return the table of one OPD, seen from its own government.

    Raises:
        Http404: there is none, or it is of a government that the user has no role in.
    """
    try:
        sheet = get_sheet(public_id)
    except SheetNotFoundError as error:
        raise Http404(str(error)) from error
    look_from(request, sheet.request.directive.pemda.slug)
    return sheet


def act_on(
    request: Request,
    directive: "Directive",
    title: "StrOrPromise",
    lead: "StrOrPromise",
    button: "StrOrPromise",
    **more: object,
) -> ActPage:
    """Return what surrounds the form of an act on a directive."""
    here = request.standpoint
    back = here.address("arahan:show", directive.public_id)
    gist = Truncator(directive.gist).chars(60)
    crumbs = (
        (_("Arahan"), here.address("arahan:list", directive.pemda.slug)),
        (gist[:1].upper() + gist[1:], back),
    )
    return ActPage(title, lead, button, back, crumbs, **more)  # type: ignore[arg-type]  # its fields
