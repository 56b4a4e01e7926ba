"""What the API says of itself: as OpenAPI 3.1 for programs, as a page for people."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.encoding import force_str
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from pamong.api.once import KEY
from pamong.api.problems import PROBLEM

JSON = "application/json"
ONCE = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "pattern": KEY},
}
VERSION = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "schema": {"type": "string", "pattern": r'^("[0-9]{1,18}"|\*)$'},
}


def document() -> dict[str, Any]:
    """Return the description in the language of the request."""
    return _document(get_language() or "id")


@require_safe
def openapi(_request: HttpRequest) -> HttpResponse:
    """Give the description to programs; it tells nothing of any government."""
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False})


@dataclass(frozen=True, slots=True)
class Told:
    """One operation as the page shows it."""

    method: str
    path: str
    name: str
    summary: str
    scope: str
    parameters: list[dict[str, Any]]
    fields: list[tuple[str, str]]
    sent: list[tuple[str, str]]


@login_not_required
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show every operation to people; it works without scripts and without the internet."""
    described = document()
    told = [
        _operation(path, method, each, described["components"]["schemas"])
        for path, methods in described["paths"].items()
        for method, each in methods.items()
    ]
    return render(request, "api/page.html", {"operations": told, "described": described})


@cache
def _document(_language: str) -> dict[str, Any]:
    from pamong.api.site import site  # noqa: PLC0415  the operations import this package

    made: dict[str, Any] = _plain(dict(site.get_openapi_schema(path_prefix="/api/v1/")))
    made["info"]["description"] = gettext(
        "Baca dan tulis catatan Pamong dari sistem lain, dengan hak peran di balik token."
    )
    for methods in made["paths"].values():
        for method, each in methods.items():
            _finish(each, is_read=method == "get")
    return made


def _finish(operation: dict[str, Any], *, is_read: bool) -> None:
    """Say in which form refusals come, and that an answer that is known already has no body."""
    operation.pop("description", None)
    scope = operation.pop("x-scope", None)
    if operation.pop("x-once", False):
        operation.setdefault("parameters", []).append(deepcopy(ONCE))
    if operation.pop("x-version", False):
        operation["parameters"].append(deepcopy(VERSION))
    operation["security"] = [{"Bearer": [scope] if scope else []}]
    for status, answer in operation["responses"].items():
        content = answer.get("content", {})
        if int(status) >= 400 and JSON in content:
            answer["content"] = {PROBLEM: content[JSON]}
    if is_read:
        operation["responses"][304] = {"description": "Not Modified"}
    operation["responses"] = {
        str(status): answer for status, answer in sorted(operation["responses"].items())
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Promise):
        return force_str(value)
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list) else value


def _operation(
    path: str, method: str, told: Mapping[str, Any], schemas: Mapping[str, Any]
) -> Told:
    answer: Mapping[str, Any] = next(
        (told["responses"][code] for code in ("200", "201") if code in told["responses"]), {}
    )
    schema = answer.get("content", {}).get(JSON, {}).get("schema", {})
    known = schemas.get(schema.get("$ref", "").rpartition("/")[2], {})
    scopes = told["security"][0]["Bearer"]
    return Told(
        method=method.upper(),
        path=path,
        name=told["operationId"],
        summary=told["summary"],
        scope=scopes[0] if scopes else "",
        parameters=told.get("parameters", []),
        fields=[(name, _kind(part)) for name, part in known.get("properties", {}).items()],
        sent=_sent(told, schemas),
    )


def _sent(told: Mapping[str, Any], schemas: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the fields of what is sent, of JSON or of an upload."""
    content = told.get("requestBody", {}).get("content", {})
    found = [each["schema"] for each in content.values()]
    known = [schemas.get(each.get("$ref", "").rpartition("/")[2], each) for each in found]
    return [
        (name, _kind(part)) for each in known for name, part in each.get("properties", {}).items()
    ]


def _kind(schema: Mapping[str, Any]) -> str:
    """Return of which kind a field is, in a word or two."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_kind(part) for part in schema["anyOf"])
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type") or "")
