"""The lines of a text, and what may be said of one without looking at its neighbours."""

import re
from dataclasses import dataclass
from functools import cache

from pamong.reader.draft import Span
from pamong.reader.knowledge import alternatives, table

# A stop, perhaps behind a quotation, perhaps before the sign of whoever wrote it: ".(red)", ".[]".
_SENTENCE_END = re.compile(r"""[.!?]["')]*\s*(?:[(\[][^()\[\]]{0,40}[)\]]|\*+)?\W*$|",?$""")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its outer spaces; ``furniture`` says why it is none of the text, or ""."""

    start: int
    end: int
    text: str
    furniture: str = ""

    @property
    def span(self) -> Span:
        """Its characters in the text."""
        return (self.start, self.end)

    @property
    def word_count(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def is_title(self) -> bool:
        """Whether most of its words are capitalised, as in a headline."""
        return sum(word[0].isupper() for word in self.text.split()) * 3 > self.word_count * 2


def bare_lines(plain: str) -> tuple[Line, ...]:
    """Return the lines that are not empty."""
    return tuple(
        Line(match.start(), match.end(), match[0]) for match in re.finditer(r"\S(?:.*\S)?", plain)
    )


def is_field(line: Line) -> bool:
    """Tell a field of minutes, an invitation or a letter: "Hari/Tanggal : Senin, 6 Mei 2024"."""
    return _field().match(line.text) is not None


@cache
def _field() -> re.Pattern[str]:
    fields = alternatives(table("furniture")["official_fields"])
    return re.compile(rf"(?:{fields})\s*(?::|\s-\s)", re.IGNORECASE)
