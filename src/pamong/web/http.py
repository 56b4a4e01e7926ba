"""The request as our pages see it."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from pamong.apps.core.audit import Actor
from pamong.web.standpoint import Standpoint


class Request(HttpRequest):
    """A request that has passed our middleware."""

    htmx: HtmxDetails
    is_demonstration: bool
    standpoint: Standpoint


def actor_of(user: AbstractBaseUser | AnonymousUser) -> Actor:
    """Name a signed-in user as history keeps it."""
    return Actor(label=str(user), user_id=user.pk)
