"""The draft: what the reader proposes of one document, as plain data that a person confirms.

The fields are those of the form that documents are scored by; JSON carries their names unchanged.
A draft is never a record. Every value that was read points to its words: ``evidence`` maps a JSON
pointer ("/date", "/speakers/0/office") to spans of the text that was given to ``read``. Where two
values compete, the evidence says ``conflict`` and lists the candidates; the field then holds the
likeliest one, or nothing.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from pamong.reader.plain import JsonValue, PlainFormError, from_plain, to_plain

Span = tuple[int, int]
"""First and past-the-end character of words in the text given to ``read``."""


class DraftFormError(ValueError):
    """The JSON does not have the form of a draft."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Ini bukan draf Pamong: {what}. Baca ulang dokumennya.")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person who spoke or acted at the forum.

    ``capacity`` is "definitif", "Plt", "Plh", "Pj" or "Pjs". The name of a made-up person keeps
    its mark "(rekaan)".
    """

    name: str | None
    office: str | None
    capacity: str | None


@dataclass(frozen=True, slots=True)
class OnBehalfOf:
    """``reader`` (a name) read the words, or took the place, of ``principal`` (an office)."""

    reader: str | None
    principal: str | None


@dataclass(frozen=True, slots=True)
class DraftPeriod:
    """A tenure or a leave whose days the text states; both days count.

    ``start`` and ``end`` are ISO days, or only "2023-09" or "2025" where the text says no more.
    ``kind`` is "tenure" or "leave"; an end of ``None`` is open or not said.
    """

    what: str
    start: str | None
    end: str | None
    office: str | None = None
    name: str | None = None
    kind: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True)
class DraftDirective:
    """Who asks whom to do what.

    ``setting`` is "pidato", "dibacakan" or "wawancara"; ``relayed_by`` names who told what
    another asked; ``repeats`` holds the words that say that it was asked before.
    """

    by: str | None
    to: str | None
    gist: str
    topic: str | None
    setting: str | None = None
    relayed_by: str | None = None
    repeats: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks; ``speaker`` is ``None`` where the text withholds the name."""

    speaker: str | None
    first_five_words: str
    text: str
    setting: str | None = None
    relayed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the text claims; ``value`` as written, its magnitude in ``unit``."""

    value: str
    unit: str
    what: str


@dataclass(frozen=True, slots=True)
class DraftAttestation:
    """This text calls ``name`` by ``office`` in ``capacity`` on ``day`` (ISO, the forum's)."""

    name: str
    office: str
    capacity: str
    day: str | None


@dataclass(frozen=True, slots=True)
class DraftCommitment:
    """A promise; ``by`` is ``None`` where the speaker is unnamed. ``due`` as written."""

    by: str | None
    to: str | None
    gist: str
    topic: str | None
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody, or a group, that was there without speaking; a group has only ``office``."""

    name: str | None
    office: str | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What the text says comes back, and how often: ("apel", "tiap bulan")."""

    what: str
    rule: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A matter that is put to a body above, or beside, the government."""

    item: str
    body: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that may be meant, why, and from which words."""

    value: JsonValue
    reason: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one value came from; ``reason`` is an Indonesian sentence for the clerk."""

    spans: tuple[Span, ...]
    reason: str
    candidates: tuple[Candidate, ...] = ()
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something about the whole document that a person should know before confirming."""

    code: str
    message: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a language model proposes beside what was read; no value before a person takes it.

    ``field`` is a part of the draft; of a list, ``value`` is one whole row. ``words`` stand in the
    text at ``spans``. ``source`` says in every place that it comes from a model, ``model`` which.
    """

    field: str
    value: JsonValue
    words: str
    spans: tuple[Span, ...]
    model: str
    source: str = "model_bahasa"


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that was read of one document; ``proposals`` are what a model adds, if asked.

    ``document_kind`` is a name in ``data/papers.toml``: "berita", "notulen", "surat_edaran", …
    """

    is_forum: bool = False
    forum_kind: str | None = None
    date: dt.date | None = None
    region: str | None = None
    region_kind: str | None = None
    speakers: tuple[Speaker, ...] = ()
    on_behalf_of: OnBehalfOf | None = None
    organisations: tuple[str, ...] = ()
    periods: tuple[DraftPeriod, ...] = ()
    directives: tuple[DraftDirective, ...] = ()
    quotes: tuple[Quote, ...] = ()
    topics: tuple[str, ...] = ()
    numbers: tuple[Figure, ...] = ()
    boilerplate_lines: tuple[str, ...] = ()
    attestations: tuple[DraftAttestation, ...] = ()
    commitments: tuple[DraftCommitment, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    place: str | None = None
    time_of_day: str | None = None
    recurrence: tuple[Recurrence, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    document_kind: str | None = None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    warnings: tuple[ReadingWarning, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def to_json(self) -> dict[str, JsonValue]:
        """Return the draft as plain JSON values, every field present."""
        plain: dict[str, JsonValue] = to_plain(self)
        return plain

    @classmethod
    def from_json(cls, data: Mapping[str, JsonValue]) -> "Draft":
        """Build the draft that ``to_json`` wrote; keys that a draft has not are refused.

        Raises:
            DraftFormError: a field is missing its form; the sentence names the field.
        """
        try:
            return from_plain(cls, data)
        except PlainFormError as wrong:
            raise DraftFormError(str(wrong)) from wrong
