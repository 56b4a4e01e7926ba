"""The request as our pages see it."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods
from django_htmx.middleware import HtmxDetails

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import User
from pamong.apps.core.audit import Actor
from pamong.web.standpoint import Standpoint


class Request(HttpRequest):
    """A request that has passed our middleware."""

    htmx: HtmxDetails
    is_demonstration: bool
    standpoint: Standpoint
    access: Access


def actor_of(user: AbstractBaseUser | AnonymousUser) -> Actor:
    """Name a signed-in user as history keeps it: "Budi a.n. Siti" where he uses her role."""
    access: Access | None = getattr(user, "access", None)
    owners = ", ".join(access.acts_for) if access else ""
    label = gettext("%(user)s a.n. %(owners)s") % {"user": user, "owners": owners}
    return Actor(label=label if owners else str(user), user_id=user.pk)


def own_user(request: HttpRequest) -> User:
    """Return who is signed in.

    Raises:
        PermissionDenied: nobody is.
    """
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


View = Callable[..., HttpResponse]


def posts_from(page: str) -> Callable[[View], View]:
    """Let a view take what ``page`` posts.

    Whoever comes by GET, such as after signing in anew in the middle of his work, is sent to the
    page itself.
    """

    def decorate(view: View) -> View:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def take(request: Request, **kwargs: UUID) -> HttpResponse:
            if request.method == "POST":
                return view(request, **kwargs)
            seen_from = f"?{request.GET.urlencode()}" if request.GET else ""
            return HttpResponseRedirect(reverse(page, kwargs=kwargs) + seen_from)

        return take

    return decorate
