"""Bodies that attend or are addressed, and groups that are present without speaking."""

import re
from collections.abc import Iterator
from functools import cache

from pamong.reader.draft import Attendee, Span
from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import alternatives, pattern_of, table, words
from pamong.reader.page import Page
from pamong.reader.people import Cast
from pamong.reader.person import Person
from pamong.reader.regions import Gazetteer, Region

_LEAST_SHORT = 3  # letters


def find_organisations(page: Page, gazetteer: Gazetteer, home: Region | None) -> list[Found[str]]:
    """Return the bodies that the body of the text names, each once, with its government."""
    found: dict[str, list[Span]] = {}
    written = _as_written(page)
    for match in _any_word("body").finditer(page.lower):
        name = _name_of("body")[" ".join(match[0].split())]
        name = written.get(name, name)
        region = _region_behind(page, gazetteer, match.end(), home)
        found.setdefault(f"{name} {region}" if region else name, []).append(match.span())
    for body in page.bodies:
        if body.head or any(_lies_in(body.span, spans) for spans in found.values()):
            continue
        region = _region_behind(page, gazetteer, body.span[1], home)
        known = next((one for one in found if one.split(" ")[0] == body.name), None)
        name = known or (f"{body.name} {region}" if region else body.name)
        found.setdefault(name, []).append(body.span)
    for name, span in _governments(page, gazetteer):
        found.setdefault(name, []).append(span)
    kept = {
        name: spans
        for name, spans in found.items()
        if not _is_covered(name, found) and not _shortens(name, found)
    }
    return [Found(name, distinct(spans), "Disebut di teks.") for name, spans in kept.items()]


def _as_written(page: Page) -> dict[str, str]:
    """Return by listed name how the text writes a body that it never names but in one word."""
    forms: dict[str, set[str]] = {}
    for match in _any_word("body").finditer(page.lower):
        name = _name_of("body")[" ".join(match[0].split())]
        forms.setdefault(name, set()).add(page.body[slice(*match.span())])
    one_word = {name: texts for name, texts in forms.items() if len(texts) == 1}
    told = {name: next(iter(texts)) for name, texts in one_word.items()}
    return {name: text for name, text in told.items() if text[0].isupper() and " " not in text}


def _shortens(name: str, found: dict[str, list[Span]]) -> bool:
    """Tell a short name whose letters stand in a full one of the same text: "DLH"."""
    short = name.split(" ", 1)[0].lower()
    if len(short) < _LEAST_SHORT or " " in name:
        return False
    return any(
        " " in full and full[0].lower() == short[0] and _has_letters(full.lower(), short)
        for full in found
        if full.split(" ", 1)[0] != name
    )


def _has_letters(full: str, short: str) -> bool:
    letters = iter(full)
    return all(letter in letters for letter in short)


def _lies_in(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] < end or span[0] <= start < span[1] for start, end in spans)


def _region_behind(
    page: Page, gazetteer: Gazetteer, place: int, home: Region | None
) -> str | None:
    """Return the government that a body belongs to: "OPD dalam lingkup Pemerintah Provinsi X"."""
    index = page.token_index(place)
    if [token.text for token in page.tokens[index : index + 3 : 2]] == ["(", ")"]:
        index += 3
    while index < len(page.tokens) and page.tokens[index].lower in words(
        "organisations", "linking"
    ):
        index += 1
    mention = gazetteer.at(index)
    if mention is None:
        return None
    region = mention.at_level(home.kind if home else None) or mention.only
    return region.full_name if region else page.body[slice(*mention.span)]


def _governments(page: Page, gazetteer: Gazetteer) -> Iterator[tuple[str, Span]]:
    """Yield governments that are named as such: "Pemprov X", "Pemerintah Kota X"."""
    for index, token in enumerate(page.tokens):
        if token.lower not in words("organisations", "government") or not token.is_capitalised:
            continue
        mention = gazetteer.at(index)
        if mention is not None and mention.only is not None:
            yield f"Pemerintah {mention.only.full_name}", mention.span


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
        if office is None or (mention.person is None and office.is_bare):
            continue
        is_private = mention.person is None or mention.person.is_of_spouses
        name = None if is_private or mention.person is None else mention.person.name
        yield Attendee(name, office.title(home)), mention.span
    told = cast.mentions_in(span)
    offices = [m.span for m in told if m.person or (m.office and not m.office.is_bare)]
    for match in _any_word("group").finditer(page.lower, *span):
        if any(start <= match.start() < end for start, end in offices):
            continue  # "Kepala Dinas Contoh" is one of them, not all
        yield Attendee(None, _name_of("group")[" ".join(match[0].split())]), match.span()


@cache
def _presence() -> re.Pattern[str]:
    return pattern_of(tuple(table("organisations")["presence"]))


@cache
def _name_of(kind: str) -> dict[str, str]:
    return {word: one["name"] for one in table("organisations")[kind] for word in one["words"]}


@cache
def _any_word(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_name_of(kind))})(?!\w)")
