"""Bodies that attend or are addressed, and groups that are present without speaking."""

import re
from collections.abc import Iterator
from functools import cache

from pamong.reader.draft import Attendee, Span
from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import alternatives, pattern_of, table
from pamong.reader.page import Page
from pamong.reader.people import Cast, Person
from pamong.reader.regions import Gazetteer, Region


def find_organisations(page: Page, gazetteer: Gazetteer, home: Region | None) -> list[Found[str]]:
    """Return the bodies that the body of the text names, each once, with its government."""
    found: dict[str, list[Span]] = {}
    for match in _any_body().finditer(page.lower):
        written = " ".join(match[0].split())
        name = _name_of()[written]
        after = page.token_index(match.end())
        region = gazetteer.at(after)
        if region and region.span[0] - match.end() < 3:
            chosen = region.at_level(home.kind if home else None) or region.only
            label = chosen.full_name if chosen else page.body[slice(*region.span)]
            name = f"{name} {label}"
        found.setdefault(name, []).append(match.span())
    kept = {name: spans for name, spans in found.items() if not _is_covered(name, found)}
    return [Found(name, distinct(spans), "Disebut di teks.") for name, spans in kept.items()]


def _is_covered(name: str, found: dict[str, list[Span]]) -> bool:
    """Tell whether the same body stands there with its government as well."""
    return any(other != name and other.startswith(f"{name} ") for other in found)


def find_attendees(
    page: Page, cast: Cast, speaking: tuple[Person, ...], home: Region | None
) -> list[Found[Attendee]]:
    """Return who is said to be present and does not speak.

    Chairs of bodies that go to officials' spouses are kept by their function alone.
    """
    found: dict[Attendee, list[Span]] = {}
    for sentence in page.sentences:
        if sentence.is_headline or not _presence().search(
            page.lower, sentence.start, sentence.end
        ):
            continue
        for attendee, span in _present(page, cast, sentence.span, home):
            if not any(attendee.name == person.name for person in speaking):
                found.setdefault(attendee, []).append(span)
    return [
        Found(one, distinct(spans), "Teks menyebut kehadirannya.") for one, spans in found.items()
    ]


def _present(
    page: Page, cast: Cast, span: Span, home: Region | None
) -> Iterator[tuple[Attendee, Span]]:
    for mention in cast.mentions_in(span):
        office = mention.office or (mention.person.office if mention.person else None)
        if office is None:
            continue
        is_private = mention.person is None or mention.person.is_of_spouses
        name = None if is_private or mention.person is None else mention.person.name
        yield Attendee(name, office.title(home)), mention.span
    for match in _any_group().finditer(page.lower, *span):
        yield Attendee(None, page.body[slice(*match.span())]), match.span()


@cache
def _presence() -> re.Pattern[str]:
    return pattern_of(tuple(table("organisations")["presence"]))


@cache
def _any_group() -> re.Pattern[str]:
    groups = alternatives(table("organisations")["groups"])
    return re.compile(rf"(?<!\w)(?:(?:seluruh|semua|para|unsur)\s+)?(?:{groups})(?!\w)")


@cache
def _name_of() -> dict[str, str]:
    return {
        word: body["name"] for body in table("organisations")["body"] for word in body["words"]
    }


@cache
def _any_body() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_name_of())})(?!\w)")
