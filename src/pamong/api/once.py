"""Doing what a request asks once for each ``Idempotency-Key``, and on one version of a thing."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from hashlib import sha256
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Schema

from pamong.api.bearer import Request
from pamong.api.problems import NotReadableError, RefusedRequestError
from pamong.apps.accounts.answering_once import Answer, Asked, answer_once

KEY = r"^[!-~]{1,100}$"
VERSION = r'^"[0-9]{1,18}"$'
AGAIN = "Idempotency-Replayed"


@dataclass(frozen=True, slots=True)
class Made:
    """What an operation answers where more than its body is to be said."""

    body: Schema
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def as_answer(self) -> Answer:
        """Return it as it is sent, and kept."""
        return Answer(self.status, self.headers, self.body.model_dump_json())


def once(function: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """Let an operation be done once for each key; a plan writes nothing and needs no key."""

    @wraps(function)
    def run(request: Request, **values: Any) -> HttpResponse:
        def do() -> Answer:
            told = function(request, **values)
            made = told if isinstance(told, Made) else Made(told)
            return made.as_answer()

        key = _key(request)
        if key is None or values.get("plan"):
            return answered(do())
        caller = request.auth
        asked = Asked(caller.token, key, _digest(request), caller.now)
        return answered(answer_once(asked, do))

    return run


def answered(told: Answer) -> HttpResponse:
    """Return an answer as it goes out; one that was given before says so."""
    response = HttpResponse(told.body, status=told.status, content_type="application/json")
    for name, value in told.headers.items():
        response[name] = value
    if told.is_again:
        response[AGAIN] = "true"
    return response


def version_asked(request: Request) -> int | None:
    """Return which version of a thing the request is about; ``None`` where it takes any.

    Raises:
        RefusedRequestError: it does not say.
        NotReadableError: it says what no version is called.
    """
    told = request.headers.get("If-Match", "").strip()
    if not told:
        raise RefusedRequestError(
            428,
            _("Sebutkan versi yang Anda baca pada kepala If-Match; ETag jawabannya menyebutnya."),
        )
    if told == "*":
        return None
    if not re.fullmatch(VERSION.strip("^$"), told):
        raise NotReadableError(
            [("header.If-Match", _("harus ETag yang Anda baca, dengan tanda petiknya"))]
        )
    return int(told.strip('"'))


def mark(version: int) -> dict[str, str]:
    """Return the header that says which version of a thing is told."""
    return {"ETag": f'"{version}"'}


def _key(request: Request) -> str | None:
    told = request.headers.get("Idempotency-Key")
    if told is not None and not re.fullmatch(KEY.strip("^$"), told):
        raise NotReadableError(
            [("header.Idempotency-Key", _("1 sampai 100 huruf, angka, atau tanda, tanpa spasi"))]
        )
    return told


def _digest(request: Request) -> str:
    """Return what tells a request from every other; of files what they hold, however sent."""
    told = sha256(f"{request.method} {request.get_full_path()}\n".encode())
    if request.FILES or request.POST:
        for name in sorted(request.POST):
            told.update(f"{name}={request.POST.getlist(name)}\n".encode())
        for name in sorted(request.FILES):
            for file in request.FILES.getlist(name):
                file.seek(0)
                told.update(f"{name}={file.name}\n".encode() + sha256(file.read()).digest())
                file.seek(0)
    else:
        told.update(request.body)
    return told.hexdigest()
