"""The page on the API: every operation with its scope, parameters and answer."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

import django
from law_reference import table

HEAD = """\
# The API

`/api/v1/` shows this page in the language of the reader, `/api/v1/openapi.json` is its OpenAPI 3.1
description; `tools/reference.py` writes this page from it. Why it is as it is: [ADR
0066](../adr/0066-the-api-is-the-same-house-by-another-door.md) and
[0072](../adr/0072-a-program-writes-as-a-person-does.md). How to begin: [Let another system
in](../how-to/let-another-system-in.md). Titles are quoted as people see them.

A token comes from `/saya/token/`, from *Akun*, or from
[`pamong token give`](commands.md#pamong-token-give), and is sent as
`Authorization: Bearer TOKEN`, never in an address. Days are written `2026-03-31`, moments
`2026-03-27T08:00:00Z`. `as_of` is the day that is asked about, without it today in the government;
what may not be seen is null and is named in `closed`.

What writes takes `plan=true`, which tells what would follow and writes nothing, and
`Idempotency-Key`, which for 24 hours answers the same request with the same answer
(`Idempotency-Replayed: true`) and does it once. `If-Match` is the `ETag` of the entry that was
read.

Every refusal is `application/problem+json` with `title`, `status`, `detail` and `errors`, the
places that cannot be read: `at` as a path of names, `pointer` in the body as a JSON pointer, and
`problem`, the sentence of the form, in Indonesian or by `Accept-Language` in English.

| status | means |
| --- | --- |
| 201 | it was made; `Location` says where |
| 202 | it is being done in the background; the import says how far it is |
| 304 | nothing changed since the `ETag` that `If-None-Match` named |
| 401 | no token, or none that holds |
| 403 | the token is not for this, or its role may not do it |
| 404 | not there, or beyond the reach of the token |
| 405 | the address does not take the method |
| 409 | what is on record, or where a thing stands by now, speaks against it |
| 412 | the entry was changed after the version in `If-Match` |
| 413 | the request is too large |
| 422 | something cannot be read; `errors` says what and where |
| 428 | `If-Match` is missing |
| 429 | too many requests in one minute; `Retry-After` says how many seconds to wait |
"""


def page() -> str:
    """Return the whole page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pamong.config.settings.test")
    django.setup()
    from django.utils import translation  # noqa: PLC0415  Django must be set up before

    from pamong.api.document import document  # noqa: PLC0415  the same

    with translation.override("id"):
        described = document()
    parts = [
        line
        for path, methods in described["paths"].items()
        for method, told in methods.items()
        for line in _operation(f"{method.upper()} {path}", told, described)
    ]
    return "\n".join([HEAD, *parts])


def _operation(call: str, told: Mapping[str, Any], described: Mapping[str, Any]) -> Iterator[str]:
    scopes = told["security"][0]["Bearer"]
    yield f"## {told['operationId']}\n"
    yield f"`{call}`: {told['summary']}. Scope: {scopes[0] if scopes else 'any'}.\n"
    asked = [each for each in told.get("parameters", []) if each["in"] != "path"]
    if asked:
        names = ", ".join("`" + each["name"] + "`" for each in asked)
        yield f"Parameters: {names}.\n"
    yield from _body(told, described)
    schema = told["responses"]["200"]["content"]["application/json"]["schema"]
    name = schema["$ref"].rpartition("/")[2]
    fields = described["components"]["schemas"][name]["properties"]
    yield table(["field", "is"], [[f"`{each}`", _kind(part)] for each, part in fields.items()])
    yield ""


def _body(told: Mapping[str, Any], described: Mapping[str, Any]) -> Iterator[str]:
    """Tell what is sent: the fields of its JSON, or the parts of an upload."""
    content = told.get("requestBody", {}).get("content", {})
    for media, each in content.items():
        schema = each["schema"]
        if "$ref" in schema:
            schema = described["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        needed = schema.get("required", [])
        rows = [
            [f"`{name}`", _kind(part), "yes" if name in needed else ""]
            for name, part in schema["properties"].items()
        ]
        yield f"Sent as `{media}`:\n"
        yield table(["field", "is", "needed"], rows)
        yield ""
        yield "Answered:\n"


def _kind(schema: Mapping[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(_kind(part) for part in schema["anyOf"])
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "any")
