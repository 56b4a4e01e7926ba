"""What kind of document a text is, where that changes how it is read: a speech is one voice."""

import re
from functools import cache

from pamong.reader.draft import Span
from pamong.reader.knowledge import alternatives, pattern_of, table
from pamong.reader.page import Page

_HEAD_LINES = 6


def speech_head(page: Page) -> Span | None:
    """Return the head of the text of a speech ("Sambutan Bupati …"); ``None`` for another text.

    It must open the document, and somebody must say "saya" or "kami" outside quotations.
    """
    lines = page.body_lines[:_HEAD_LINES]
    if not lines or _opening().match(page.lower, lines[0].start) is None:
        return None
    first_person = pattern_of(tuple(table("saying")["first_person"]))
    if '"' in lines[0].text or first_person.search(page.lower, lines[0].end) is None:
        return None
    first = next((line for line in lines if line.is_sentence), lines[-1])
    return (lines[0].start, first.start if first.start > lines[0].start else lines[0].end)


@cache
def _opening() -> re.Pattern[str]:
    words = alternatives(table("saying")["speech_heads"])
    return re.compile(rf"(?:naskah\s+|teks\s+|konsep\s+|draf\s+|isi\s+)?(?:{words})(?!\w)")
