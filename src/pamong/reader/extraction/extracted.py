"""What comes back from the process that reads: the text and where its pages begin, or why not."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from pamong.kernel.language import say
from pamong.reader import unreadable
from pamong.reader.draft import ReadingWarning

Refused: TypeAlias = Literal[
    "EmptyDocumentError",
    "TooLargeDocumentError",
    "OtherFormatError",
    "UnknownFontError",
    "BrokenDocumentError",
    "PasswordDocumentError",
    "ScannedDocumentError",
    "MacroDocumentError",
    "OutsideReferenceError",
    "SwollenDocumentError",
]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a PDF or DOCX.

    ``page_starts`` are the characters at which the pages begin, where the file has pages.
    ``margins`` are the running heads, page numbers and footers that were left out of the text,
    each once.
    """

    kind: Literal["pdf", "docx"]
    text: str
    pages: int | None = None
    page_starts: tuple[int, ...] = ()
    margins: tuple[str, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()


class RefusalError(Exception):
    """The file is not read; ``error`` names the error that the person will see."""

    def __init__(self, error: Refused, *details: str) -> None:
        self.error, self.details = error, details
        super().__init__(error)


def refusal(filename: str, error: str, details: list[str]) -> unreadable.UnreadableDocumentError:
    """Return the error that a name and its details stand for.

    The process that reads knows no language but Indonesian; its details are told here.
    """
    kind: type[unreadable.UnreadableDocumentError] = getattr(unreadable, error)
    return kind(filename, *map(_told, details))


def _told(detail: str) -> str:
    """Tell the words of a detail; the figure before them stays."""
    if not detail:
        return ""
    figure, gap, words = detail.partition(" ")
    return f"{figure}{gap}{say(words)}" if figure.isdecimal() else say(detail)
