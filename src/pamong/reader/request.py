"""One asking as a text has it, before its parts and topics are told apart."""

from dataclasses import dataclass

from pamong.reader.draft import Span
from pamong.reader.person import Person


@dataclass(frozen=True, slots=True)
class Request:
    """One asking, before its parts and topics are told apart."""

    by: Person | None
    to: str | None
    gist: Span
    reason: str
    relayed_by: Person | None = None
    setting: str | None = None
    repeats: str | None = None
    is_explicit: bool = False
