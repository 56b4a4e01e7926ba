"""The numbers and bullets of lists, which Word computes and does not write into the text."""

import re
from collections import defaultdict
from collections.abc import Callable

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

_OWN_LIST = f"{qn('w:pPr')}/{qn('w:numPr')}"
_OWN_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_VALUE = qn("w:val")
_BULLET = "-"
_DEEPEST = 9  # levels that Word knows
_ROMAN = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
    ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip


class Numbers:
    """Counts the items of every list of one document, in the order in which they are asked for."""

    def __init__(self, document: Document) -> None:
        self._levels = _levels(document)
        self._of_styles = _lists_of_styles(document)
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _DEEPEST)

    def of(self, paragraph: etree._Element) -> str:
        """Return what stands in front of a paragraph: "1.", "a)", "-" or nothing."""
        number, depth = self._place(paragraph)
        if number is None or number == "0" or depth >= _DEEPEST:
            return ""
        level = self._levels.get((number, depth))
        if level is None:
            return _BULLET
        counts = self._counts[number]
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        form, pattern, _ = level
        if form in {"bullet", "none"}:
            return _BULLET if form == "bullet" else ""
        return re.sub(r"%(\d)", lambda match: self._written(number, int(match[1]) - 1), pattern)

    def _written(self, number: str, depth: int) -> str:
        form, _, start = self._levels.get((number, depth), ("decimal", "", 1))
        count = max(self._counts[number][depth], 1) + start - 1
        return _FORMS.get(form, str)(count)

    def _place(self, paragraph: etree._Element) -> tuple[str | None, int]:
        """Return the list of a paragraph and its level, its own or that of its style."""
        own, style = paragraph.find(_OWN_LIST), paragraph.find(_OWN_STYLE)
        inherited = self._of_styles.get(style.get(_VALUE, "") if style is not None else "")
        number, depth = inherited or (None, 0)
        if own is not None:
            number = _value(own, "w:numId") or number
            depth = int(_value(own, "w:ilvl") or depth)
        return number, depth


def _value(parent: etree._Element, tag: str) -> str | None:
    child = parent.find(qn(tag))
    return None if child is None else child.get(_VALUE)


def _levels(document: Document) -> dict[tuple[str, int], tuple[str, str, int]]:
    """Return form, pattern and first number of each level of each list."""
    root = _part(document, "numbering")
    if root is None:
        return {}
    shapes = {shape.get(qn("w:abstractNumId")): shape for shape in root.iter(qn("w:abstractNum"))}
    levels = {}
    for one in root.iter(qn("w:num")):
        shape = shapes.get(_value(one, "w:abstractNumId"))
        for level in shape.iter(qn("w:lvl")) if shape is not None else ():
            key = (one.get(qn("w:numId")) or "", int(level.get(qn("w:ilvl")) or 0))
            levels[key] = (
                _value(level, "w:numFmt") or "decimal",
                _value(level, "w:lvlText") or "",
                int(_value(level, "w:start") or 1),
            )
    return levels


def _lists_of_styles(document: Document) -> dict[str, tuple[str, int]]:
    found = {}
    for style in document.styles.element.iter(qn("w:style")):
        numbered = style.find(_OWN_LIST)
        if numbered is not None and (number := _value(numbered, "w:numId")):
            depth = int(_value(numbered, "w:ilvl") or 0)
            found[style.get(qn("w:styleId")) or ""] = (number, depth)
    return found


def _part(document: Document, name: str) -> etree._Element | None:
    """Return a part that only some documents have; asking python-docx for it would make one."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{name}"):
            element: etree._Element | None = getattr(relation.target_part, "element", None)
            return element
    return None


def _letter(count: int) -> str:
    """Return a … z, then aa, bb …, as Word does."""
    turns, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def _roman(count: int) -> str:
    written = ""
    for sign, value in _ROMAN:
        turns, count = divmod(count, value)
        written += sign * turns
    return written


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
