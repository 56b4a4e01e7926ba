"""One forum on the desk, and the questions whether it is known on that day and to that user."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from pamong.apps.forums.errors import ForumNotFoundError
from pamong.apps.forums.policies import can_record_forums
from pamong.apps.forums.selectors import get_forum
from pamong.web.acts import ActPage
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.forums.models import Forum


def take_up(request: Request, public_id: UUID) -> "Forum":
    """Return a forum, seen from its own government.

    Raises:
        Http404: there is none, or it is of a government that the user has no role in.
    """
    try:
        forum = get_forum(public_id)
    except ForumNotFoundError as error:
        raise Http404(str(error)) from error
    look_from(request, forum.pemda.slug)
    return forum


def take_up_to_record(request: Request, public_id: UUID) -> "Forum":
    """Return a forum for somebody who may write down what happened there."""
    forum = take_up_known(request, public_id)
    demand(can_record_forums(request.access, forum.pemda))
    return forum


def take_up_known(request: Request, public_id: UUID) -> "Forum":
    """Return a forum that the day of the page knows of.

    Raises:
        Http404: there is none, or the day of the page is before it was known.
    """
    forum = take_up(request, public_id)
    if not is_known(forum, request):
        raise Http404(str(ForumNotFoundError()))
    return forum


def is_known(forum: "Forum", request: Request) -> bool:
    """Tell whether the day that the page shows knows of a forum."""
    day = request.standpoint.day
    announced = forum.announced_on is not None and forum.announced_on <= day
    return forum.day <= day or announced


def act_on(
    request: Request,
    forum: "Forum",
    title: "StrOrPromise",
    lead: "StrOrPromise",
    button: "StrOrPromise",
    **more: object,
) -> ActPage:
    """Return what surrounds the form of an act on a forum."""
    here = request.standpoint
    back = here.address("forum:show", forum.public_id)
    crumbs = (
        (_("Forum"), here.address("forum:list", forum.pemda.slug)),
        (forum.title, back),
    )
    return ActPage(title, lead, button, back, crumbs, **more)  # type: ignore[arg-type]  # its fields
