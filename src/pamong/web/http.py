"""The request as our pages see it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from pamong.web.standpoint import Standpoint


class Request(HttpRequest):
    """A request that has passed our middleware."""

    htmx: HtmxDetails
    is_demonstration: bool
    standpoint: Standpoint
