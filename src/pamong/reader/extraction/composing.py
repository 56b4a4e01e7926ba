"""Paragraphs become one text: letters cleaned, words mended at line ends, pages remembered."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pamong.reader.extraction.extracted import RefusalError
from pamong.reader.extraction.limits import MAX_CHARACTERS, THOUSANDS

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_NO_LETTERS = dict.fromkeys([*range(32), *range(127, 160), 0xAD, 0xFEFF, *range(0xD800, 0xE000)])
_CLEANED = str.maketrans(
    {**{chr(code): None for code in _NO_LETTERS if chr(code) not in "\t\n"}, **_LIGATURES}
)
_BROKEN_WORD = re.compile(r"(\w+)-$")
_NEXT_WORD = re.compile(r"[a-z]\w*")
_ENDED = re.compile(r"[.!?:;][\"'”’)]*$")
_LEAST_DOUBLED, _STEM = 3, 4  # letters: "ibu-ibu"; the last ones of "tolong" in "menolong"
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some words of the text, the page that they begin on, and where in them later pages begin.

    ``room`` is the white behind its last line, ``needs`` the white that its first word would have
    needed on the line before: a line that had no room for the next word may go on below.
    """

    text: str
    kind: Literal["paragraph", "row", "item"] = "paragraph"
    page: int = 0
    page_breaks: tuple[tuple[int, int], ...] = ()
    room: float = math.inf
    needs: float = 0.0


def clean(text: str) -> str:
    """Return ``text`` without control characters and ligatures, each run of spaces as one."""
    lines = (" ".join(line.split()) for line in text.translate(_CLEANED).split("\n"))
    return "\n".join(line for line in lines if line)


def join(before: str, after: str) -> str:
    """Put two lines of one paragraph together and mend a word that was cut between them.

    >>> join("Bupati memim-", "pin apel")
    'Bupati memimpin apel'
    >>> join("undang-", "undang tentang camat se-")
    'undang-undang tentang camat se-'
    """
    if before.endswith(_SOFT_HYPHEN):
        return before[:-1] + after
    cut, rest = _BROKEN_WORD.search(before), _NEXT_WORD.match(after)
    if cut is None:
        return f"{before} {after}"
    if rest is None or _is_doubled(cut[1].lower(), rest[0]):
        return before + after
    return before[:-1] + after


def _is_doubled(first: str, second: str) -> bool:
    """Tell a doubled word, "undang-undang" or "tolong-menolong", which keeps its hyphen."""
    return len(first) >= _LEAST_DOUBLED and first[-_STEM:] in second


def ends_inside_word(line: str) -> bool:
    """Tell whether a line ends with a hyphen behind a letter, not with a dash."""
    return line.endswith(_SOFT_HYPHEN) or _BROKEN_WORD.search(line) is not None


def merged(blocks: Iterable[Sequence[Paragraph]]) -> list[Paragraph]:
    """Put paragraphs together that only the end of a page or of a column interrupts."""
    whole: list[Paragraph] = []
    for block in blocks:
        if whole and block and _goes_on(whole[-1], block[0]):
            whole[-1] = _whole(whole[-1], block[0])
            whole += block[1:]
        else:
            whole += block
    return whole


def _goes_on(last: Paragraph, first: Paragraph) -> bool:
    if "row" in (last.kind, first.kind):
        return False
    if ends_inside_word(last.text):
        return True
    is_open = _ENDED.search(last.text) is None
    return is_open and (first.text[:1].islower() or last.room < first.needs)


def _whole(last: Paragraph, first: Paragraph) -> Paragraph:
    text = join(last.text, first.text)
    # Breaks inside the second move with it.
    moved = len(text) - len(first.text)
    breaks = [(place + moved, page) for place, page in first.page_breaks]
    if first.page != last.page:
        breaks.insert(0, (moved, first.page))
    return Paragraph(
        text, last.kind, last.page, (*last.page_breaks, *breaks), first.room, last.needs
    )


def compose(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[int, ...]]:
    """Return the text and the character at which each page begins.

    Rows of a table and items of a list stand line by line, paragraphs a line apart.

    Raises:
        RefusalError: it is longer than is read.
    """
    pieces: list[str] = []
    length = 0
    starts: dict[int, int] = {}
    for before, one in zip([None, *paragraphs], paragraphs, strict=False):
        if before is not None:
            is_close = before.kind == one.kind != "paragraph"
            pieces.append("\n" if is_close else "\n\n")
            length += len(pieces[-1])
        starts.setdefault(one.page, length)
        for place, page in one.page_breaks:
            starts.setdefault(page, length + place)
        pieces.append(one.text)
        length += len(one.text)
        refuse_too_long(length)
    return "".join(pieces), _each_page(starts, length)


def refuse_too_long(length: int) -> None:
    """Stop as soon as there is more text than is read.

    Raises:
        RefusalError: there is.
    """
    if length > MAX_CHARACTERS:
        raise RefusalError("TooLargeDocumentError", f"{MAX_CHARACTERS // 1000} {THOUSANDS}")


def _each_page(starts: dict[int, int], length: int) -> tuple[int, ...]:
    """Give a page without words the place at which the next one begins."""
    places: list[int] = []
    following = length
    for page in range(max(starts, default=-1), -1, -1):
        following = starts.get(page, following)
        places.append(following)
    return tuple(reversed(places))


def row_text(cells: Iterable[str]) -> str:
    """Return one row of a table as a line: cells parted by semicolons, a label by its colon.

    >>> row_text(["Hari", ":", "Senin"]), row_text(["1", "Wiranti", "Bupati"])
    ('Hari : Senin', '1; Wiranti; Bupati')
    """
    text = ""
    for cell in cells:
        if not cell:
            continue
        is_parted = not text or text[-1] in ":;,.!?" or cell[0] in ":;,"
        text += ("" if not text else " " if is_parted else "; ") + cell
    return text
