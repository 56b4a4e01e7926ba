"""What every answer of the API passes: its language, its mark, and no copy of it on the way."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    UnreadablePostError,
)
from django.http.multipartparser import MultiPartParserError
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from pamong.api.problems import problem

View = Callable[..., HttpResponse]


def through_the_door(view: View) -> View:
    """Let a view answer programs: no session, no cookie, no sign-in page."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language = _language(request)
        with translation.override(language):
            found = _told(request, _answered(view, request, *args, **kwargs))
        found["Content-Language"] = language
        found["Cache-Control"] = "private, no-cache"
        found["Vary"] = "Authorization, Accept-Language"
        return found

    return login_not_required(csrf_exempt(answer))


def _answered(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Return the answer of a view; of what is too large or broken on the way, a problem."""
    try:
        return view(request, *args, **kwargs)
    except RequestDataTooBig:
        return problem(413, _("Permintaan ini terlalu besar."))
    except (BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError):
        return problem(422, _("Isi permintaan tidak dapat dibaca."), [("body", _("rusak"))])


def _told(request: HttpRequest, found: HttpResponse) -> HttpResponse:
    if isinstance(found, HttpResponseNotAllowed):
        allowed = ", ".join(sorted(found["Allow"].split(", ")))
        return problem(405, _("Alamat ini tidak menerima cara itu."), Allow=allowed)
    if request.method == "GET" and found.status_code == 200:
        mark = found.get("ETag") or f'"{sha256(found.content).hexdigest()[:32]}"'
        found["ETag"] = mark
        return get_conditional_response(request, etag=mark, response=found) or found
    return found


def _language(request: HttpRequest) -> str:
    """Return the language that is asked for first, among those we speak."""
    known = dict(settings.LANGUAGES)
    wanted = request.headers.get("Accept-Language", "")
    for part in wanted.split(","):
        code = part.partition(";")[0].strip().casefold().partition("-")[0]
        if code in known:
            return code
    return settings.LANGUAGE_CODE
