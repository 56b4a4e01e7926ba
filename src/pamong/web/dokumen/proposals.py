"""Proposals of a language model in words, each beside the words that it quotes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pamong.apps.forums.editing import proposal_key
from pamong.web.dokumen.fields import FORUM, Field, UnknownFieldError, rows_named
from pamong.web.dokumen.lessons import field_label
from pamong.web.dokumen.text import written
from pamong.web.dokumen.values import named


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One value of a proposal with its label; the label is empty where it says nothing more."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """One proposal, by the key that its forms send."""

    key: str
    field: str
    parts: tuple[ShownPart, ...]
    words: str
    spans: str
    model: str


def proposals_of(content: Mapping[str, Any]) -> tuple[ShownProposal, ...]:
    """Put the proposals of a draft into words."""
    return tuple(
        ShownProposal(
            key=proposal_key(told),
            field=field_label(told["field"]),
            parts=_parts(told["field"], told["value"]),
            words=told["words"],
            spans=written(told["spans"]),
            model=told["model"],
        )
        for told in content.get("proposals", [])
    )


def _parts(part: str, value: Any) -> tuple[ShownPart, ...]:
    if not isinstance(value, dict):
        return (ShownPart("", named(_field(part), value)),)
    return tuple(
        ShownPart(str(field.label), named(field, value[field.name]))
        for field in rows_named(part).fields
        if value.get(field.name)
    )


def _field(part: str) -> Field:
    for field in FORUM:
        if field.name == part:
            return field
    try:
        return rows_named(part).fields[0]
    except UnknownFieldError:
        return Field(part, part)
