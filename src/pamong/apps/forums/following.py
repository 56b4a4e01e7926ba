"""What follows from one change of a draft, so that a person says a thing once.

One official stands in a draft several times: as a speaker, under the office that the text gives
him, and as whoever asked, promised and said something. Pure functions over contents, as
``editing.py``; nothing follows where it is not the same official or the same day.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pamong.apps.forums import editing
from pamong.apps.forums.editing import Content, Spans

NAMED = (
    ("directives", "by"),
    ("directives", "relayed_by"),
    ("commitments", "by"),
    ("quotes", "speaker"),
    ("quotes", "relayed_by"),
)
"""Where else a speaker is named."""

_OFFICIAL = ("name", "office", "capacity")
_FEWEST_LETTERS = 3


def set_value(
    content: Content, pointer: str, value: object, spans: Spans | None = None
) -> Content:
    """Put a value as ``editing.set_value`` does, with what follows from it.

    Another day of the forum is the day of everybody who was called by an office on that day. A
    speaker's name, office or capacity is also that of his mention; a better form of his name is
    his name wherever he asked, promised or said something.

    Raises:
        DraftEditError: there is no such place, or the value does not fit it.
    """
    after = editing.set_value(content, pointer, value, spans)
    part, _slash, rest = pointer.removeprefix("/").partition("/")
    if part == "date":
        places = _mentions(content, {"day": content["date"]}) if content["date"] else iter(())
        return _put(after, [f"{place}/day" for place in places], value)
    if part != "speakers" or not value:
        return after
    number, _slash, field = rest.partition("/")
    return _with_mention(_followed(content, after, int(number), field, value), int(number))


def add_row(content: Content, rows: str, row: object, spans: Spans | None = None) -> Content:
    """Append a row as ``editing.add_row`` does; a speaker with an office is mentioned by it.

    Raises:
        DraftEditError: there is no such list, or the row does not fit it.
    """
    after = editing.add_row(content, rows, row, spans)
    return _with_mention(after, len(after[rows]) - 1, spans) if rows == "speakers" else after


def _followed(content: Content, after: Content, index: int, field: str, value: object) -> Content:
    was = content["speakers"][index]
    if all(was[part] for part in _OFFICIAL):
        same = {part: was[part] for part in _OFFICIAL}
        after = _put(after, [f"{place}/{field}" for place in _mentions(content, same)], value)
    others = [one["name"] for number, one in enumerate(content["speakers"]) if number != index]
    if field != "name" or was["name"] in others or not _is_a_form(was["name"], str(value)):
        return after
    named = [
        f"/{rows}/{number}/{part}"
        for rows, part in NAMED
        for number, row in enumerate(content[rows])
        if row[part] == was["name"]
    ]
    behalf = content["on_behalf_of"]
    if behalf and behalf["reader"] == was["name"]:
        named.append("/on_behalf_of/reader")
    return _put(after, named, value)


def _with_mention(content: Content, index: int, spans: Spans | None = None) -> Content:
    """Let a speaker whose office is known be mentioned by it, where nobody of his name is."""
    speaker = content["speakers"][index]
    is_known = all(speaker[part] for part in _OFFICIAL)
    if not is_known or any(_mentions(content, {"name": speaker["name"]})):
        return content
    mention = {part: speaker[part] for part in _OFFICIAL} | {"day": content["date"]}
    return editing.add_row(content, "attestations", mention, spans)


def _mentions(content: Content, same: Mapping[str, Any]) -> Iterator[str]:
    for number, row in enumerate(content["attestations"]):
        if all(row[part] == value for part, value in same.items()):
            yield f"/attestations/{number}"


def _put(content: Content, pointers: list[str], value: object) -> Content:
    for pointer in pointers:
        content = editing.set_value(content, pointer, value)
    return content


def _is_a_form(one: str | None, other: str) -> bool:
    """Whether two names have a word in common, so that they can be one person's."""
    words = [
        {word.strip(".,") for word in name.casefold().split() if len(word) >= _FEWEST_LETTERS}
        for name in (one or "", other)
    ]
    return not words[0].isdisjoint(words[1])
