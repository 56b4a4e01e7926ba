"""The forms in which somebody demands: counted, given out to each, in commands, in quotations."""

import re
from functools import cache

from pamong.reader.addressees import (
    Addressee,
    addressees_in,
    end_of_listed,
    is_subject,
    only_named,
)
from pamong.reader.draft import Span
from pamong.reader.knowledge import alternatives, table, words
from pamong.reader.page import Page
from pamong.reader.person import Person
from pamong.reader.quotations import Quotation, verb_behind
from pamong.reader.request import Request

NEXT = 25  # characters between a verb and the one whom it asks


def given_to(page: Page, span: Span) -> Addressee | None:
    """Return whom "Kepada para camat, …" puts in front."""
    if not re.match(r"\s*(?:kemudian\s+)?kepada\s", page.lower[slice(*span)]):
        return None
    named = addressees_in(page, *span)
    return named[0] if named and named[0].span[0] - span[0] < NEXT else None


def given(page: Page, span: Span, speaker: Person | None) -> Request | None:
    """Read a speech's "Kepada Dinas Contoh, siapkan …"."""
    named = given_to(page, span)
    if named is None:
        return None
    begins = re.compile(r"[\s,]*(?P<verb>[\w-]+)").match(page.lower, named.span[1])
    if begins is None or not is_imperative(begins["verb"]):
        return None
    gist = (begins.start("verb"), span[1])
    return Request(speaker, named.name, gist, "Kalimat ini menyuruh.", is_explicit=True)


def counted(page: Page, span: Span, speaker: Person | None) -> Request | None:
    """Read a demand that is counted: "Dua, bidan desa tinggal di desa"."""
    begins = _ordinal().match(page.lower, *span)
    if begins is None:
        return None
    named = addressees_in(page, begins.end(), span[1])
    if not named or not is_subject(page, named[0]):
        return None
    before = page.lower[begins.end() : named[0].span[0]].split()
    if not words("directives", "quantifiers").issuperset(before):
        return None
    gist = (end_of_listed(page, named[0], span[1]), span[1])
    return Request(speaker, named[0].name, gist, "Butir ini meminta.", is_explicit=True)


def attributed(page: Page, span: Span, quote: Quotation, speaker: Person | None) -> Request | None:
    """Read a quotation that "pinta" or "pesan" follows: its words are the request."""
    verb = verb_behind(page.body, quote.outer[1])
    asks = verb and verb["verb"].lower().removesuffix("nya") in words("directives", "attributions")
    reason = f'Kutipan ini diikuti kata "{verb["verb"]}".' if verb else ""
    return Request(speaker, None, span, reason) if asks else None


def imperative(page: Page, span: Span, speaker: Person | None) -> Request | None:
    """Read a clause of a quotation that opens with a command: "Pastikan …"."""
    first = re.compile(r"[\w-]+").search(page.lower, *span)
    if first is None or not is_imperative(first[0]):
        return None
    named = (a.name for a in addressees_in(page, *span))
    to = next((name for name in named if name not in only_named()), None)
    return Request(speaker, None if to == "masyarakat" else to, span, "Kutipan itu menyuruh.")


def is_imperative(word: str) -> bool:
    """Tell whether a sentence that opens with the word commands ("inventarisirlah")."""
    has_form = re.fullmatch(r"(?!(?:di|me|ber|ter|se)\w)\w{4,}(?:kan|kanlah|irlah|ilah)", word)
    return word in words("directives", "imperative") or has_form is not None


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternatives(table('directives')['ordinals'])})\s?[,:]\s+")
