"""Words between quotation marks in the body, each with the sentence that it stands in."""

import re
from dataclasses import dataclass

from pamong.reader.draft import Span
from pamong.reader.knowledge import words
from pamong.reader.page import Page, Sentence

_LEAST_WORDS = 4
# A mark opens at a border and before a word; it closes behind one, so that a lone mark pairs with
# nothing. A quotation may hold several sentences, but no line end.
_QUOTATION = re.compile(r'(?<![\w.,])"\s?(?=[^\s"])(?P<words>[^"\n]+)"')
_VERB_BEHIND = re.compile(r"[\s.,]*(?P<verb>\w+)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation; ``span`` holds the words, ``outer`` the marks as well."""

    text: str
    span: Span
    outer: Span
    sentence: Sentence


def find_quotations(page: Page) -> tuple[Quotation, ...]:
    """Return the quotations that report speech; a few words set off by marks are none."""
    found = []
    for match in _QUOTATION.finditer(page.body):
        sentence = page.sentence_at(match.start())
        if sentence is None or sentence.is_headline:
            continue
        if len(match["words"].split()) >= _LEAST_WORDS or verb_behind(page.body, match.end()):
            found.append(
                Quotation(match["words"].strip(), match.span("words"), match.span(), sentence)
            )
    return tuple(found)


def verb_behind(body: str, place: int) -> re.Match[str] | None:
    """Return the verb of saying that directly follows a quotation ("kata", "ujarnya")."""
    match = _VERB_BEHIND.match(body, place)
    if match is None:
        return None
    verb = match["verb"].lower()
    listed = words("saying", "after_quotation")
    return match if verb in listed or verb.removesuffix("nya") in listed else None
