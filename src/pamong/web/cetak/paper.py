"""Paper: the two sizes that offices use, and the rules of a sheet as a stylesheet.

What stands in the margin of every sheet (the day shown, who printed it and when, page x of y) can
only be said by ``@page``, and the policy of the site allows no style inside a page. So the sheet
has a stylesheet of its own, made for whoever prints.
"""

from enum import Enum

PAPER_PARAMETER = "kertas"


class Paper(Enum):
    """A size of paper, in millimetres; F4 is the folio of Indonesian offices."""

    A4 = ("a4", 210, 297)
    F4 = ("f4", 215, 330)

    def __init__(self, key: str, width: int, height: int) -> None:
        self.key = key
        self.width = width
        self.height = height

    @classmethod
    def of(cls, key: str) -> "Paper | None":
        """Return the paper that an address names, if it names one."""
        return next((paper for paper in cls if paper.key == key), None)


def stylesheet(paper: Paper, *, margin: str, page_of: tuple[str, str]) -> str:
    """Return the rules of a sheet; ``page_of`` are the words before the two numbers."""
    before, between = page_of
    number = f"{_quoted(before)} counter(page) {_quoted(between)} counter(pages)"
    return (
        f"@page {{ size: {paper.width}mm {paper.height}mm; margin: 16mm 16mm 18mm;\n"
        f"  @bottom-left {{ content: {_quoted(margin)}; font-size: 8pt; }}\n"
        f"  @bottom-right {{ content: {number}; font-size: 8pt; }} }}\n"
    )


def _quoted(words: str) -> str:
    """Write words as a string of CSS; nothing in them can end it."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):06x}" for c in words) + '"'
