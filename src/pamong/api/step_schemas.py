"""What is sent and told of the steps in the life of a duty."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field

from pamong.api.parameters import Day, Key, Lines
from pamong.apps.duties.life import RULES

Kind = StrEnum("Kind", {each.name: each.value for each in RULES})  # type: ignore[misc]  # made here
Address = Annotated[str, Field(max_length=2000)]


class NewStep(Schema):
    """A step to be taken. ``seen`` is the number of the last step that whoever takes it saw.

    ``note`` is the reason, what was checked, or what is reported; ``to`` is for delegating,
    ``until`` for asking a prolongation, ``forum`` for an evaluation, ``addresses`` for a report.
    """

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    seen: Annotated[int, Field(ge=1, le=99_999)]
    note: Annotated[Lines, Field(max_length=2000)] = ""
    to: Annotated[Lines, Field(max_length=200)] = ""
    until: Day | None = None
    forum: Key | None = None
    addresses: Annotated[list[Address], Field(max_length=20)] = []


class StepTaken(Schema):
    """How a duty stands after a step, or with ``plan`` would stand: ``is_done`` says which."""

    is_done: bool
    step: int
    kind: str
    state: str
    holder: str
    holder_since: date
    due_on: date


class Step(Schema):
    """One step that was taken; ``note`` and ``actor`` are null for whoever may not see inside."""

    step: int
    kind: str
    day: date
    due_on: date | None
    actor: str | None
    note: str | None


class Steps(Schema):
    """The life of a duty until a day, the first step first."""

    as_of: date
    is_closed: bool
    items: list[Step]
