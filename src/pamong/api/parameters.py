"""What may stand in an address, written one way only: a day is 2026-03-31 and nothing else."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Query
from pydantic import BeforeValidator, Field, WithJsonSchema

DAY = r"^(19[4-9][0-9]|20[0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
MOMENT = (
    r"^(19[4-9][0-9]|20[0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$"
)
UUID_TEXT = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
WORDS = r"^[^\u0000-\u001f]*$"
CODE = r"^[a-z0-9_-]*$"
LINES = r"^[^\u0000-\u0008\u000b-\u001f]*$"
SENTENCE = r"^[^\u0000-\u001f]*[^\s\u0000-\u001f][^\u0000-\u001f]*$"


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _number(text: str) -> int:
    """Read a whole number; to JSON, 14.0 is one too."""
    return int(text.removesuffix(".0"))


def _is_yes(text: str) -> bool:
    return text == "true"


def _read(pattern: str, make: Callable[[str], Any]) -> BeforeValidator:
    def read(value: object) -> Any:
        if value is None or not isinstance(value, str):
            return value
        if not re.fullmatch(pattern.strip("^$"), value):
            raise ValueError(_("bentuknya harus %s") % pattern)
        return make(value)

    return BeforeValidator(read)


def _schema(pattern: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, **more})


Day = Annotated[date, _read(DAY, _day), _schema(DAY, format="date")]
Moment = Annotated[datetime, _read(MOMENT, _moment), _schema(MOMENT)]
Key = Annotated[UUID, _read(UUID_TEXT, UUID), _schema(UUID_TEXT)]
Number = Annotated[
    int,
    _read(r"^[1-9][0-9]{0,8}(\.0)?$", _number),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 999_999_999}),
]
Size = Annotated[
    int,
    _read(r"^([1-9][0-9]?|1[0-9][0-9]|200)(\.0)?$", _number),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 200}),
]
Yes = Annotated[bool, _read(r"^(true|false)$", _is_yes), WithJsonSchema({"type": "boolean"})]
Words = Annotated[str, Field(max_length=200, pattern=WORDS)]
Code = Annotated[str, Field(max_length=40, pattern=CODE)]

AsOf = Annotated[Day | None, Query(None, description="keadaan pada hari ini; bawaan: hari ini")]
"""The day that is asked about; without it, today in the government."""

Lines = Annotated[str, Field(max_length=4000, pattern=LINES)]
Sentence = Annotated[str, Field(min_length=1, max_length=300, pattern=SENTENCE)]
"""Something that has to be said, in one line: a name, a reason."""

Plan = Annotated[Yes, Query(default=False, description="hanya rencananya")]
"""Whether only what would follow is asked for."""
