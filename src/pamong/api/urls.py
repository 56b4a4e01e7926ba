"""The addresses of the API."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, include, path, re_path
from django.utils.translation import gettext as _

from pamong.api.document import openapi, page
from pamong.api.door import through_the_door
from pamong.api.problems import problem
from pamong.api.site import site


def _nothing_here(_request: HttpRequest) -> HttpResponse:
    return problem(404, _("Alamat ini tidak ada di API."))


def _addresses() -> list[URLPattern]:
    """Return the operations, each behind the door; the framework's own root page is left out."""
    patterns = [each for each in site.urls[0] if isinstance(each, URLPattern)]
    return [
        URLPattern(each.pattern, through_the_door(each.callback), name=each.name)
        for each in patterns
        if each.name != "api-root" and each.callback is not None
    ]


app_name = "api"
urlpatterns = [
    path("v1/", page, name="page"),
    path("v1/openapi.json", through_the_door(openapi), name="openapi"),
    path("v1/", include((_addresses(), "operations"))),
    re_path(r"^v1/[\s\S]*\Z", through_the_door(_nothing_here), name="nothing"),
]
