"""Reads a text into a draft: every part in its turn, every value with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from pamong.reader.behalf import Behalf, find_behalf
from pamong.reader.circumstances import find_agenda, find_hour, find_place, find_recurrences
from pamong.reader.clues import Clues
from pamong.reader.commitments import find_commitments
from pamong.reader.directives import DirectiveReader
from pamong.reader.draft import Draft, Evidence, OnBehalfOf, ReadingWarning, Speaker
from pamong.reader.form_directives import chair_of, form_directives, with_lines
from pamong.reader.forum_day import find_forum_day, written_day
from pamong.reader.found import Found
from pamong.reader.home import find_home
from pamong.reader.home_fields import kind_of, named
from pamong.reader.kind import find_forum_kind, kind_entry
from pamong.reader.known import Known
from pamong.reader.language import (
    ABOUT_SOMETHING_ELSE,
    NO_BODY,
    NO_FORUM,
    NOT_INDONESIAN,
    is_indonesian,
)
from pamong.reader.numbers import find_numbers
from pamong.reader.office_mentions import OfficeMention
from pamong.reader.offices import OfficeScanner
from pamong.reader.organisations import find_attendees, find_organisations
from pamong.reader.page import Page
from pamong.reader.papers import find_document_kind, paper_entry
from pamong.reader.people import Cast
from pamong.reader.periods import find_periods
from pamong.reader.person import Person
from pamong.reader.quotes import find_quotes
from pamong.reader.recognising import Registry
from pamong.reader.regions import Gazetteer, Region
from pamong.reader.speakers import (
    attest,
    known_holder,
    known_tenures,
    present_speaker,
    speakers_of,
)
from pamong.reader.speaking import Speech
from pamong.reader.topics import find_topics

Value = TypeVar("Value")

_FIRST_WORDS = 6  # of a line of furniture


def read(
    text: str,
    *,
    title: str | None = None,
    published_on: date | None = None,
    known: Known | None = None,
    not_after: date | None = None,
    noticed: Sequence[ReadingWarning] = (),
) -> Draft:
    """Return the draft of one document; spans are characters of ``text``.

    ``title`` stands apart from the text; ``published_on`` is the day of the page, ``not_after``
    the last day that can be meant, such as today: both bound the years of a day that has none.
    ``noticed`` is what the file that the text came from gave reason to warn of.
    A text that cannot be read gives a draft with a warning and no values.
    """
    page = Page(text)
    kept = _Kept()
    lines = kept.many("/boilerplate_lines", _furniture(page))
    paper = find_document_kind(page)
    refusal = _refusal(page, paper)
    if refusal is not None:
        draft = Draft(boilerplate_lines=lines, evidence=kept.evidence, warnings=(refusal,))
    else:
        clues = Clues(published_on, not_after)
        draft = _Reading(page, title, known or Known(), clues, kept, paper).draft(lines)
    return replace(draft, warnings=(*noticed, *draft.warnings))


def _refusal(page: Page, paper: Found[str] | None) -> ReadingWarning | None:
    if not page.body_lines:
        return NO_BODY
    if paper is not None and paper_entry(paper.value).get("in_short_lines"):
        return None
    return None if is_indonesian(page) else NOT_INDONESIAN


def _furniture(page: Page) -> list[Found[str]]:
    return [
        Found(" ".join(line.text.split()[:_FIRST_WORDS]), (line.span,), "Perabot halaman.")
        for line in page.furniture_lines
    ]


@dataclass(slots=True)
class _Kept:
    """The evidence that gathers while fields are filled."""

    evidence: dict[str, Evidence] = field(default_factory=dict)

    def one(self, pointer: str, found: Found[Value] | None) -> Value | None:
        """Keep the evidence of one field and return its value."""
        if found is None:
            return None
        self.evidence[pointer] = found.evidence
        self.evidence |= {f"{pointer}/{part}": read for part, read in found.parts.items()}
        return found.value

    def many(self, pointer: str, found: Sequence[Found[Value]]) -> tuple[Value, ...]:
        """Keep the evidence of each item of a list and return the values."""
        return tuple(
            value
            for index, one in enumerate(found)
            if (value := self.one(f"{pointer}/{index}", one)) is not None
        )


class _Reading:
    """One reading of one page: what the parts share, and the fields in their order."""

    def __init__(
        self,
        page: Page,
        title: str | None,
        known: Known,
        clues: Clues,
        kept: _Kept,
        paper: Found[str] | None,
    ) -> None:
        self.page, self.clues, self.kept = page, clues, kept
        self.gazetteer = Gazetteer(page.tokens)
        offices = OfficeScanner(page.tokens, self.gazetteer).scan()
        self.offices = tuple(office for office in offices if not office.is_of_many)
        self.cast = Cast(page, offices, self.gazetteer)
        self.home = find_home(page, self.offices, self.cast, self.gazetteer)
        self.region: Region | None = self.home.value if self.home else None
        self.registry = Registry(known, self.region, written_day(page))
        self.cast.meet(self._known_name)
        self.cast.call_by_full_names(self._full_name)
        self.speech = Speech(page, self.cast)
        self.behalf = find_behalf(page, self.cast)
        self.paper = paper
        about = paper_entry(self.paper.value if self.paper else None)
        self.reports: bool = about["reports"]
        self.kind = find_forum_kind(page, title) if about["holds_forum"] else None

    def _known_name(self, office: OfficeMention) -> str | None:
        holder = self.registry.holder_of(office)
        return holder.name if holder else None

    def _is_in_office(self, person: Person) -> bool:
        """Tell whether somebody speaks in an office: a guest's name is no business of a draft."""
        return person.office is not None or known_holder(person, self.registry) is not None

    def _full_name(self, person: Person) -> str | None:
        holder = known_holder(person, self.registry)
        return holder.name if holder else None

    def draft(self, lines: tuple[str, ...]) -> Draft:
        """Fill every field."""
        kept, page, region = self.kept, self.page, self.region
        cast, speech = self.cast, self.speech
        behalf = self.behalf.value if self.behalf else None
        kind = self.kind.value if self.kind else None
        is_minutes = self.paper is not None and self.paper.value == "notulen"
        chair = chair_of(page, cast) if is_minutes else None
        spoke = speakers_of(speech, cast, behalf, kind, chair)
        people = tuple(person for person in spoke if self._is_in_office(person))
        read_for = behalf.principal.person if behalf and behalf.is_read else None
        day = self._day(people)
        read_by = behalf.reader.person if behalf and behalf.is_read else None
        told = DirectiveReader(page, cast, speech, read_for, read_by).read()
        points = form_directives(page, cast, self.paper.value if self.paper else None)
        directives = with_lines(told, points)
        asked = [found.value.topic for found in directives if found.value.topic]
        return Draft(
            is_forum=kept.one("/is_forum", self.kind) is not None,
            forum_kind=kept.one("/forum_kind", self.kind),
            date=day,
            region=kept.one("/region", named(self.home)),
            region_kind=kept.one("/region_kind", kind_of(self.home)),
            speakers=self._speakers(people),
            on_behalf_of=self._on_behalf_of(behalf),
            organisations=kept.many(
                "/organisations", find_organisations(page, self.gazetteer, region)
            ),
            periods=kept.many("/periods", find_periods(page, cast, speech, region, day)),
            directives=kept.many("/directives", directives),
            quotes=kept.many("/quotes", find_quotes(speech, behalf)),
            topics=kept.many("/topics", find_topics(page, asked)),
            numbers=kept.many("/numbers", find_numbers(page)),
            boilerplate_lines=lines,
            attestations=kept.many("/attestations", attest(cast, region, day)),
            commitments=kept.many("/commitments", find_commitments(page, cast, speech)),
            attendees=kept.many("/attendees", find_attendees(page, cast, people, region)),
            place=kept.one("/place", find_place(page, self._day_span())),
            time_of_day=kept.one("/time_of_day", find_hour(page)),
            recurrence=kept.many("/recurrence", find_recurrences(page)),
            agenda=kept.many("/agenda", find_agenda(page)),
            document_kind=kept.one("/document_kind", self.paper),
            evidence=kept.evidence,
            warnings=self._warnings(),
        )

    def _day(self, people: Sequence[Person]) -> date | None:
        clues = Clues(
            self.clues.published_on if self.reports else None,
            self.clues.not_after if self.reports else None,
            known_tenures(people, self.registry),
            falls_on_days_off=bool(
                kind_entry(self.kind.value if self.kind else None).get("on_days_off")
            ),
        )
        return self.kept.one("/date", find_forum_day(self.page, clues))

    def _day_span(self) -> tuple[int, int] | None:
        found = self.kept.evidence.get("/date")
        return found.spans[0] if found else None

    def _speakers(self, people: Sequence[Person]) -> tuple[Speaker, ...]:
        speakers = []
        for index, person in enumerate(people):
            speaker, evidence = present_speaker(person, self.registry)
            speakers.append(speaker)
            for part, one in evidence.items():
                self.kept.evidence[f"/speakers/{index}{part}"] = one
        return tuple(speakers)

    def _on_behalf_of(self, behalf: Behalf | None) -> OnBehalfOf | None:
        if behalf is None or self.behalf is None:
            return None
        reason = self.behalf.reason
        self.kept.evidence["/on_behalf_of"] = self.behalf.evidence
        self.kept.evidence["/on_behalf_of/reader"] = Evidence((behalf.reader.span,), reason)
        self.kept.evidence["/on_behalf_of/principal"] = Evidence((behalf.principal.span,), reason)
        reader = behalf.reader.person
        return OnBehalfOf(reader.name if reader else None, behalf.principal_title(self.region))

    def _warnings(self) -> tuple[ReadingWarning, ...]:
        if self.kind is not None:
            return ()
        is_of_government = bool(self.offices) or self.home is not None
        return (NO_FORUM,) if is_of_government else (ABOUT_SOMETHING_ELSE, NO_FORUM)
