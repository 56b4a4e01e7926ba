"""Every refusal as a problem document (RFC 9457), in the language that was asked for."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.http import JsonResponse
from django.utils.translation import gettext as _
from ninja import Schema

PROBLEM = "application/problem+json"


class Place(Schema):
    """Where in the request something is wrong, and what.

    ``at`` is a path of names, such as query.as_of or body.values.starts_on; ``pointer`` is the
    same place of the body as a JSON pointer (RFC 6901), null where it is not in the body.
    """

    at: str
    pointer: str | None
    problem: str


class Problem(Schema):
    """Why a request was refused, and what to do."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Place] = []


class RefusedRequestError(Exception):
    """A request is refused with a status, a sentence, and the places that are wrong."""

    def __init__(self, status: int, detail: str, errors: Iterable[tuple[str, str]] = ()) -> None:
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)
        super().__init__(detail)


class NotHereError(RefusedRequestError):
    """What was asked for is not there, or not within the reach of the token: both look alike."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(404, detail or _("Tidak ada, atau di luar jangkauan token ini."))


class NotAllowedError(RefusedRequestError):
    """The token, or the role behind it, may not do this."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(403, detail or _("Peran di balik token ini tidak boleh melakukannya."))


class ConflictError(RefusedRequestError):
    """What is asked for contradicts what is on record, or was overtaken."""

    def __init__(self, error: Exception) -> None:
        super().__init__(409, str(error))


class NotReadableError(RefusedRequestError):
    """Something in the request is no value of its kind."""

    def __init__(self, errors: Iterable[tuple[str, str]]) -> None:
        super().__init__(
            422, _("Permintaan tidak dapat dibaca. Periksa tempat yang disebut."), errors
        )


def problem(
    status: int, detail: str, errors: Iterable[tuple[str, str]] = (), **headers: str
) -> JsonResponse:
    """Return the answer that tells a refusal."""
    told: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [{"at": at, "pointer": pointer(at), "problem": what} for at, what in errors],
    }
    answer = JsonResponse(told, status=status, content_type=PROBLEM)
    for name, value in headers.items():
        answer[name.replace("_", "-")] = value
    return answer


def pointer(at: str) -> str | None:
    """Return a place as a JSON pointer into the body; ``None`` where it is somewhere else.

    >>> pointer("body.values.starts_on"), pointer("query.as_of")
    ('#/values/starts_on', None)
    """
    room, _dot, path = at.partition(".")
    if room != "body":
        return None
    names = path.split(".") if path else []
    return "#" + "".join(f"/{name.replace('~', '~0').replace('/', '~1')}" for name in names)
