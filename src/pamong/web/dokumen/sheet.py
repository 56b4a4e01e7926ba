"""The draft as the review page lays it out: sections, rows, values, and where each came from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pamong.web.dokumen.fields import ALL_ROWS, FORUM, ON_BEHALF, Field, Rows
from pamong.web.dokumen.text import words_at, written
from pamong.web.dokumen.values import named, shown

Content = Mapping[str, Any]
LONG_VALUE = 22
_PLACE = re.compile(r"/\d+/")


@dataclass(frozen=True, slots=True)
class Choice:
    """One candidate of a value, numbered from 0."""

    number: int
    label: str
    reason: str
    words: str
    spans: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value with its field, the words that it came from, and what else it may be."""

    pointer: str
    field: Field
    text: str
    label: str
    spans: str
    words: str
    reason: str
    is_open: bool
    choices: tuple[Choice, ...]
    error: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether the value needs the whole width, where there is one."""
        return len(self.text) > LONG_VALUE

    @property
    def key(self) -> str:
        """What the value is called in the page: "v-speakers-0-name"."""
        return "v" + self.pointer.replace("/", "-")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list; ``number`` counts from 1 for people."""

    pointer: str
    number: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One list of the draft."""

    rows_of: Rows
    rows: tuple[Row, ...]
    is_told: bool = False  # every row stands above already


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole draft, laid out."""

    forum: tuple[Value, ...]
    on_behalf: tuple[Value, ...]
    sections: tuple[Section, ...]
    open_values: tuple[Value, ...]

    def values(self) -> Iterator[Value]:
        """Yield every value, from the top."""
        yield from (*self.forum, *self.on_behalf)
        yield from (value for part in self.sections for row in part.rows for value in row.values)

    @property
    def names(self) -> list[str]:
        """Whom the draft calls by a name, each once."""
        fields = {f"/{part}/{{}}/name" for part in ("speakers", "attestations")}
        named = (v.text for v in self.values() if _PLACE.sub("/{}/", v.pointer) in fields)
        return [name for name in dict.fromkeys(named) if name]


def sheet_of(content: Content, text: str) -> Sheet:
    """Lay out a draft that was read from ``text``."""
    forum = tuple(value_at(content, text, f"/{field.name}", field) for field in FORUM)
    on_behalf = tuple(value_at(content, text, f"/{field.name}", field) for field in ON_BEHALF)
    sections = tuple(_section(content, text, rows) for rows in ALL_ROWS)
    sheet = Sheet(forum, on_behalf, sections, ())
    return replace(sheet, open_values=tuple(value for value in sheet.values() if value.is_open))


def followed(before: Sheet, after: Sheet, pointer: str) -> list[Value] | None:
    """Return what else is another value than before; ``None`` where there are other rows."""
    were = {value.pointer: value.text for value in before.values()}
    values = list(after.values())
    if were.keys() != {value.pointer for value in values}:
        return None
    return [
        value for value in values if value.pointer != pointer and value.text != were[value.pointer]
    ]


def value_at(content: Content, text: str, pointer: str, field: Field, error: str = "") -> Value:
    """Lay out one value; what is known of its row stands in where it has no evidence itself."""
    value = _look_up(content, pointer)
    own = content["evidence"].get(pointer)
    found = own or content["evidence"].get(pointer.rpartition("/")[0]) or {}
    spans = found.get("spans", [])
    return Value(
        pointer=pointer,
        field=field,
        text=shown(field, value),
        label=named(field, value),
        spans=written(spans),
        words=words_at(text, spans),
        reason=found.get("reason", ""),
        is_open=bool(own and own["conflict"]),
        choices=_choices(own or {}, field, text),
        error=error,
    )


def refused(value: Value, written_text: str, sentence: str) -> Value:
    """Return the value with what was written, and why it was not taken."""
    return replace(value, text=written_text, error=sentence)


def _section(content: Content, text: str, of: Rows) -> Section:
    rows = tuple(
        Row(
            pointer=f"/{of.name}/{index}",
            number=index + 1,
            values=tuple(
                value_at(content, text, _pointer(of, index, field), field) for field in of.fields
            ),
        )
        for index in range(len(content[of.name]))
    )
    is_open = any(value.is_open for row in rows for value in row.values)
    is_told = of.name == "attestations" and not is_open and _are_speakers(content)
    return Section(of, rows, is_told)


def _are_speakers(content: Content) -> bool:
    """Whether all who are called by an office speak by that office, on the day of the forum."""
    speakers = list(map(dict, content["speakers"]))
    return bool(speakers) and all(
        {part: row[part] for part in row if part != "day"} in speakers
        and row["day"] in {None, content["date"]}
        for row in content["attestations"]
    )


def _pointer(rows: Rows, index: int, field: Field) -> str:
    row = f"/{rows.name}/{index}"
    return f"{row}/{field.name}" if field.name else row


def _look_up(content: Content, pointer: str) -> object:
    place: Any = content
    for part in pointer.removeprefix("/").split("/"):
        if place is None:
            return None
        place = place[int(part)] if isinstance(place, list) else place[part]
    return place


def _choices(evidence: Mapping[str, Any], field: Field, text: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            number=number,
            label=named(field, candidate["value"]) or "—",
            reason=candidate["reason"],
            words=words_at(text, candidate["spans"]),
            spans=written(candidate["spans"]),
        )
        for number, candidate in enumerate(evidence.get("candidates", []))
    )
