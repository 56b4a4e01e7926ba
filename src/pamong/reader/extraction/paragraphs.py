"""Lines of a block become paragraphs, by white, by what would still have fitted, and by words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import quantiles

from pamong.reader.extraction.composing import Paragraph, clean, ends_inside_word, join
from pamong.reader.extraction.lines import Block, Line

_MORE_WHITE = 1.35  # times the usual distance of two lines
_OTHER_SIZE = 0.12  # share by which letters differ that are no longer of one paragraph
_INDENT = 0.8  # heights
_SPACE = 0.3  # heights: the white between two words
_LEAST_LINES = 3  # of a block whose right edge says something
_MARKER = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[-•●▪◦–*\uf0b7\uf0a7])\s+\S")
_LABEL = re.compile(r"[A-Z][\w /.]{1,24} : ")  # as forms are filled in: "Hari/Tanggal : Senin"
_ENDED = re.compile(r"[.!?:;][\"'”’)]*$")


def usual_pitch(blocks: Sequence[Block]) -> float:
    """Return the distance of two lines of a paragraph, in heights of their letters.

    Paragraphs and headings stand further apart, so it is the lower quartile of all distances.
    """
    pitches = sorted(
        (below.top - above.top) / below.height
        for block in blocks
        for above, below in pairwise(block)
        if below.top > above.top and below.height > 0
    )
    return quantiles(pitches, n=4, method="inclusive")[0] if len(pitches) > 1 else 1.2


def paragraphs_of(block: Block, page: int, pitch: float) -> list[Paragraph]:
    """Return the paragraphs of one block."""
    left, right = min(line.x0 for line in block), max(line.x1 for line in block)
    texts: list[str] = []
    for place, line in enumerate(block):
        if place and not _begins(block[place - 1], line, left, right, pitch):
            texts[-1] = join(texts[-1], line.text)
        else:
            texts.append(line.text)
    found = [Paragraph(text, page=page) for text in map(clean, texts) if text]
    if found:
        found[0] = replace(found[0], needs=_needs(block[0]))
        if len(block) >= _LEAST_LINES:
            found[-1] = replace(found[-1], room=right - block[-1].x1)
    return found


def _begins(above: Line, line: Line, left: float, right: float, pitch: float) -> bool:
    """Tell whether ``line`` begins a paragraph below ``above``."""
    if _is_apart(above, line, pitch) or _opens_by_itself(line.text):
        return True
    if ends_inside_word(above.text) or not _may_begin(above, line):
        return False
    is_indented = line.x0 - left > _INDENT * line.height and above.x0 - left < line.height / 2
    would_have_fitted = above.x1 + _needs(line) < right
    return is_indented or would_have_fitted


def _opens_by_itself(text: str) -> bool:
    return _MARKER.match(text) is not None or _LABEL.match(text) is not None


def _needs(line: Line) -> float:
    """Return the white that the first word would have needed on the line before."""
    return line.first_word_width + _SPACE * line.height


def _is_apart(above: Line, line: Line, pitch: float) -> bool:
    """Tell lines that stand apart, beside one another, or in letters of another size."""
    distance = line.top - above.top
    if distance <= 0 or distance > _MORE_WHITE * pitch * line.height:
        return True
    return abs(line.height - above.height) > _OTHER_SIZE * line.height


def _may_begin(above: Line, line: Line) -> bool:
    """Tell whether it may: a small letter behind a line without a stop goes on."""
    return _ENDED.search(above.text) is not None or not line.text[0].islower()
