"""The API as one thing: its operations, and how each refusal is told."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from pamong.api import (
    directives,
    duties,
    entries,
    findings,
    governments,
    imports,
    making_duties,
    organisation,
    registering,
    rules,
)
from pamong.api.problems import RefusedRequestError, problem
from pamong.apps.accounts.answering_once import KeyUsedOtherwiseError
from pamong.apps.accounts.tokens import TooManyRequestsError

site = NinjaAPI(
    title="Pamong", version="1", urls_namespace="api-v1", docs_url=None, openapi_url=None
)
for each in (
    governments.router,
    organisation.router,
    registering.router,
    entries.router,
    findings.router,
    rules.router,
    directives.router,
    duties.router,
    making_duties.router,
    imports.router,
):
    site.add_router("", each)


@site.exception_handler(RefusedRequestError)
def refused(_request: HttpRequest, error: RefusedRequestError) -> HttpResponse:
    """Tell what an operation refuses."""
    return problem(error.status, error.detail, error.errors)


@site.exception_handler(KeyUsedOtherwiseError)
def key_used_otherwise(_request: HttpRequest, error: KeyUsedOtherwiseError) -> HttpResponse:
    """Tell that a key named another request before."""
    return problem(422, str(error), [("header.Idempotency-Key", str(error))])


@site.exception_handler(TooManyRequestsError)
def too_many(_request: HttpRequest, error: TooManyRequestsError) -> HttpResponse:
    """Tell that a token asks too often, and when it may ask again."""
    return problem(429, str(error), Retry_After=str(error.wait))


@site.exception_handler(AuthenticationError)
def stranger(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """Tell that there is no token, or none that holds."""
    detail = _("Token tidak ada, tidak dikenal, sudah berakhir, atau sudah dicabut.")
    return problem(401, detail, WWW_Authenticate="Bearer")


@site.exception_handler(ValidationError)
def not_readable(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Tell each place of the request that is no value of its kind."""
    detail = _("Permintaan tidak dapat dibaca. Periksa tempat yang disebut.")
    return problem(422, detail, (_place(each) for each in error.errors))


@site.exception_handler(HttpError)
def not_understood(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """Tell that the body is too large, or no JSON: all that the framework itself refuses."""
    if isinstance(error.__cause__, RequestDataTooBig):
        return problem(413, _("Permintaan ini terlalu besar."))
    return problem(422, _("Isi permintaan bukan JSON yang dapat dibaca."), [("body", "JSON")])


@site.exception_handler(Http404)
def nowhere(_request: HttpRequest, _error: Http404) -> HttpResponse:
    """Tell that something is not there."""
    return problem(404, _("Tidak ada, atau di luar jangkauan token ini."))


def _place(error: dict[str, Any]) -> tuple[str, str]:
    room, *names = (str(part) for part in error["loc"])
    if room == "body":
        names = names[1:]  # the framework names its own variable first
    elif room in {"file", "form"}:
        room = "body"
    at = ".".join([room, *names])
    if error["type"] == "value_error":
        return at, str(error["msg"]).removeprefix("Value error, ")
    told = {
        "missing": _("belum diisi"),
        "extra_forbidden": _("tidak ada isian ini"),
        "string_too_long": _("terlalu panjang"),
        "string_too_short": _("belum diisi"),
        "string_pattern_mismatch": _("memuat huruf yang tidak boleh"),
    }
    return at, told.get(error["type"], _("bukan isi yang diharapkan"))
