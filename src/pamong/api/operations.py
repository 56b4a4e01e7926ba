"""Declaring an operation: its address, what the token must be for, its answer and its refusals."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from ninja import Router

from pamong.api.bearer import Bearer, Request
from pamong.api.problems import NotReadableError, Problem
from pamong.apps.accounts.models import TokenScope

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REFUSALS = (401, 403, 404, 405, 422, 429)
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
    status: int = 200,
) -> Callable[[Operation], Operation]:
    """Let a function answer POST at ``path``."""

    def declare(function: Operation) -> Operation:
        declared = router.post(
            path,
            response={status: answer, **dict.fromkeys((*REFUSALS, 409), Problem)},
            auth=Bearer(scope),
            operation_id=function.__name__,
            summary=title,  # type: ignore[arg-type]  # lazy; document.py makes it a string
            url_name=function.__name__,
            openapi_extra={"x-scope": scope.value},
        )
        declared(_strict(function))
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
        return function(request, **values)

    return run
