"""Declaring an operation: its address, what the token must be for, its answer and its refusals."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Router

from pamong.api.bearer import Bearer, Request
from pamong.api.once import Made, answered, once
from pamong.api.problems import NotReadableError, Problem
from pamong.apps.accounts.models import TokenScope

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REFUSALS = (401, 403, 404, 405, 422, 429)
OF_WRITING = (*REFUSALS, 409, 413)
OF_VERSIONS = (412, 428)
Operation = Callable[..., Any]


def reads(
    router: Router,
    path: str,
    answer: Any,
    *,
    scope: TokenScope | None,
    title: "StrOrPromise",
) -> Callable[[Operation], Operation]:
    """Let a function answer GET at ``path``."""

    def declare(function: Operation) -> Operation:
        declared = router.get(
            path,
            response={200: answer, **dict.fromkeys(REFUSALS, Problem)},
            auth=Bearer(scope),
            operation_id=function.__name__,
            summary=title,  # type: ignore[arg-type]  # lazy; document.py makes it a string
            url_name=function.__name__,
            openapi_extra={"x-scope": scope.value if scope else None},
        )
        declared(_strict(function))
        return function

    return declare


def takes(
    router: Router,
    path: str,
    answer: Any,
    *,
    scope: TokenScope,
    title: "StrOrPromise",
) -> Callable[[Operation], Operation]:
    """Let a function answer POST at ``path``; it works something out and writes nothing."""

    def declare(function: Operation) -> Operation:
        declared = router.post(
            path,
            response={200: answer, **dict.fromkeys(OF_WRITING, Problem)},
            auth=Bearer(scope),
            operation_id=function.__name__,
            summary=title,  # type: ignore[arg-type]  # lazy; document.py makes it a string
            url_name=function.__name__,
            openapi_extra={"x-scope": scope.value},
        )
        declared(_strict(function))
        return function

    return declare


def writes(  # noqa: PLR0913  one keyword for each thing that is declared
    router: Router,
    path: str,
    answer: Any,
    *,
    scope: TokenScope,
    title: "StrOrPromise",
    method: str = "post",
    status: int = 200,
    of_a_version: bool = False,
) -> Callable[[Operation], Operation]:
    """Let a function do something at ``path``, once for each ``Idempotency-Key``.

    ``status`` is that of something done, a plan is always 200. ``of_a_version`` says that the
    request has to name by ``If-Match`` which version of the thing it is about.
    """

    def declare(function: Operation) -> Operation:
        refusals = (*OF_WRITING, *OF_VERSIONS) if of_a_version else OF_WRITING
        declared = getattr(router, method)(
            path,
            response={200: answer, status: answer, **dict.fromkeys(refusals, Problem)},
            auth=Bearer(scope),
            operation_id=function.__name__,
            summary=title,
            url_name=function.__name__,
            openapi_extra={"x-scope": scope.value, "x-once": True, "x-version": of_a_version},
        )
        declared(_strict(once(function)))
        return function

    return declare


def _strict(function: Operation) -> Operation:
    """Refuse a parameter that the operation does not know: a filter with a typing mistake."""
    known = inspect.signature(function).parameters.keys()

    @wraps(function)
    def run(request: Request, **values: Any) -> Any:
        unknown = request.GET.keys() - known
        if unknown:
            raise NotReadableError(
                (f"query.{name}"[:80], _("tidak ada parameter ini")) for name in sorted(unknown)
            )
        told = function(request, **values)
        return _sent(told) if isinstance(told, Made) else told

    return run


def _sent(made: Made) -> HttpResponse:
    return answered(made.as_answer())
