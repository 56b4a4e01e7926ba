"""What a person asks of a draft, read from a form into one change of the domain."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import QueryDict

from pamong.apps.forums import editing, following
from pamong.apps.forums.services import Edit
from pamong.web.dokumen.fields import Field, field_at, rows_named
from pamong.web.dokumen.text import read_spans
from pamong.web.dokumen.values import parsed

BEHALF = "/on_behalf_of"
FIRST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Change:
    """One change: where, and how the content becomes another."""

    pointer: str
    edit: Edit


Reading = Callable[[QueryDict], Change]
"""Reads a form into the change that it asks for."""


def filling(post: QueryDict) -> Change:
    """Read "put this value here", with the words it came from where they were picked.

    Raises:
        UnknownFieldError: there is no such field.
        ValueRefusedError: what was written is no value of the field.
        SpansUnreadableError: the picked words cannot be found.
    """
    pointer = post.get("pointer", "")
    value = parsed(field_at(pointer), post.get("value", ""))
    spans = read_spans(post.get("spans", ""))
    if pointer.startswith(f"{BEHALF}/"):
        return Change(pointer, partial(_fill_behalf, pointer=pointer, value=value, spans=spans))
    if pointer.startswith("/quotes/") and pointer.endswith("/text"):
        return Change(pointer, partial(_fill_quote, pointer=pointer, value=value, spans=spans))
    return Change(pointer, partial(following.set_value, pointer=pointer, value=value, spans=spans))


def choosing(post: QueryDict) -> Change:
    """Read "this candidate it is".

    Raises:
        UnknownFieldError: the form is of another draft.
    """
    pointer, number = post.get("pointer", ""), post.get("number", "")
    field_at(pointer)
    index = int(number) if number.isdecimal() else -1
    return Change(pointer, partial(editing.choose, pointer=pointer, index=index))


def adding(post: QueryDict) -> Change:
    """Read "there is one more row".

    Raises:
        UnknownFieldError: there is no such list.
        ValueRefusedError: a value of the row is missing or wrong.
        SpansUnreadableError: the picked words cannot be found.
    """
    rows = rows_named(post.get("rows", ""))
    spans = read_spans(post.get("spans", ""))
    values = {field.name: _labelled(field, post) for field in rows.fields}
    row: object = values.get("", values)
    if rows.name == "quotes":
        row = {**values, "first_five_words": _first_words(str(values["text"]))}
    return Change(
        f"/{rows.name}", partial(following.add_row, rows=rows.name, row=row, spans=spans)
    )


def removing(post: QueryDict) -> Change:
    """Read "this row is not there"."""
    pointer = post.get("pointer", "")
    return Change(pointer, partial(editing.remove_row, pointer=pointer))


def _labelled(field: Field, post: QueryDict) -> object:
    return parsed(field, post.get(f"value-{field.name}", ""))


def _fill_behalf(
    content: editing.Content, *, pointer: str, value: object, spans: editing.Spans | None
) -> editing.Content:
    """Open or close the pair with its first or last value; the draft has both or none."""
    pair: dict[str, Any] = dict(content["on_behalf_of"] or {"reader": None, "principal": None})
    pair[pointer.rpartition("/")[2]] = value
    whole = editing.set_value(content, BEHALF, pair if any(pair.values()) else None)
    if whole["on_behalf_of"] is None:
        return whole
    return editing.set_value(whole, pointer, value, spans)


def _fill_quote(
    content: editing.Content, *, pointer: str, value: object, spans: editing.Spans | None
) -> editing.Content:
    """Put words into a quotation; the five by which it is known follow them."""
    row = pointer.removesuffix("/text")
    named = editing.set_value(content, f"{row}/first_five_words", _first_words(str(value)))
    return editing.set_value(named, pointer, value, spans)


def _first_words(text: str) -> str:
    return " ".join(text.split()[:FIRST_WORDS])
