"""What is sent and told of the entries of a record."""

from datetime import date
from typing import Any

from ninja import Schema
from pydantic import ConfigDict

from pamong.api.columns import Column, Values
from pamong.api.parameters import Sentence


class SectionTold(Schema):
    """A section of the record: what its entries tell. A new one ends the former if it succeeds."""

    key: str
    title: str
    succeeds: bool
    columns: list[Column]


class SectionsTold(Schema):
    """The sections in the order in which a record is read."""

    items: list[SectionTold]


class EntryTold(Schema):
    """One entry; ``version`` is what ``If-Match`` must be, both null while it is only planned."""

    id: int | None
    version: int | None
    is_in_force: bool
    values: dict[str, Any]


class EntriesTold(Schema):
    """The entries of a section as of a day, the last one begun first."""

    as_of: date
    section: str
    closed: list[str]
    items: list[EntryTold]


class OneEntry(EntryTold):
    """One entry as it is believed now; a column that may not be seen is null and in ``closed``."""

    section: str
    closed: list[str]


class NewEntry(Schema):
    """An entry to be recorded, and why."""

    model_config = ConfigDict(extra="forbid")

    values: Values
    reason: Sentence


class Correction(NewEntry):
    """What of an entry was wrong: the columns that change, and why."""


class Withdrawal(Schema):
    """Why an entry should never have been there."""

    model_config = ConfigDict(extra="forbid")

    reason: Sentence


class MoveTold(Schema):
    """Another entry of the section whose end moves by the act; null: it goes on."""

    entry: int
    starts_on: date
    ends_before: date | None


class Outcome(Schema):
    """What an act did, or with ``plan`` would do: ``is_done`` says which."""

    is_done: bool
    section: str
    entry: EntryTold
    changed: list[str]
    moves: list[MoveTold]
