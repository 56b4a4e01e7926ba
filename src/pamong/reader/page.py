"""One document made ready for reading: lines, body, sentences and tokens, offsets unchanged."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from pamong.reader.bodies import Body, find_bodies
from pamong.reader.days import DayMention, find_days
from pamong.reader.draft import Span
from pamong.reader.furniture import DATELINE, read_lines
from pamong.reader.lines import Line, is_field
from pamong.reader.plaintext import to_lower, to_plain_text
from pamong.reader.sentences import split_sentences
from pamong.reader.tokens import Token, tokenise

_MOST_HEADLINE_WORDS = 22
# Whoever wrote or sent a text signs behind its last stop: "… rapat selesai.(red)".
_CLOSING_CREDIT = re.compile(r"(?<=[.!?\"])\s?\([^()\d\n]{2,40}\)(?=\s*$)", re.MULTILINE)

_QUOTED = re.compile(r'"[^"\n]*"')


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body; ``paragraph`` counts the body's lines from 0."""

    start: int
    end: int
    paragraph: int
    is_headline: bool

    @property
    def span(self) -> Span:
        """Its characters in the text."""
        return (self.start, self.end)

    def __contains__(self, place: int) -> bool:
        return self.start <= place < self.end


class Page:
    """The text as given, and what every part of the reader needs of it.

    ``body`` is the text with plain quotes and dashes in which furniture, and the name of whoever
    signed a paragraph, are blanked out by spaces; ``lower`` the same in small letters; ``plain``
    still has all of it. All offsets are those of the text.
    """

    def __init__(self, text: str) -> None:
        self.plain = to_plain_text(text)
        self.lines = read_lines(self.plain)
        self.body = _without_credits(_without_furniture(self.plain, self.lines))
        self.lower = to_lower(self.body)

    @cached_property
    def unquoted(self) -> str:
        """All of the text in small letters, words between quotation marks blanked."""
        return to_lower(_QUOTED.sub(lambda words: " " * len(words[0]), self.plain))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the body."""
        return tokenise(self.body)

    @cached_property
    def _token_starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def body_lines(self) -> tuple[Line, ...]:
        """The lines that are text."""
        return tuple(line for line in self.lines if not line.furniture)

    @cached_property
    def days(self) -> tuple[DayMention, ...]:
        """Every day that the body mentions."""
        return find_days(self.body)

    def days_in(self, span: Span) -> tuple[DayMention, ...]:
        """Return the days whose words lie inside a span."""
        first = bisect_left(self.days, span[0], key=lambda day: day.span[0])
        behind = bisect_left(self.days, span[1], key=lambda day: day.span[0])
        return tuple(day for day in self.days[first:behind] if day.span[1] <= span[1])

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that the text names by what they are."""
        return find_bodies(self.tokens)

    @property
    def furniture_lines(self) -> tuple[Line, ...]:
        """The lines that are page furniture."""
        return tuple(line for line in self.lines if line.furniture)

    @cached_property
    def headline_count(self) -> int:
        """How many lines stand as headlines above the first paragraph."""
        count = 0
        for line in self.body_lines:
            if line.text[-1] in '.!?"' or line.word_count > _MOST_HEADLINE_WORDS:
                break
            if is_field(line):
                return count
            count += 1
        return count if count < len(self.body_lines) else 0

    @cached_property
    def dateline(self) -> Span | None:
        """The place (and name of the page) in front of the first paragraph."""
        for line in self.body_lines[self.headline_count : self.headline_count + 2]:
            if not is_field(line) and (match := DATELINE.match(line.text)):
                return (line.start, line.start + match.end())
        return None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, the dateline left out."""
        return tuple(
            Sentence(start, end, index, is_headline=index < self.headline_count)
            for index, line in enumerate(self.body_lines)
            for start, end in split_sentences(self.body, self._line_start(line), line.end)
        )

    def _line_start(self, line: Line) -> int:
        is_opened = self.dateline is not None and line.start == self.dateline[0]
        return self.dateline[1] if is_opened and self.dateline else line.start

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that holds a character."""
        index = bisect_right(self.sentences, place, key=lambda sentence: sentence.start) - 1
        found = self.sentences[index] if index >= 0 else None
        return found if found is not None and place in found else None

    def in_headline(self, place: int) -> bool:
        """Tell whether a character stands in a headline."""
        sentence = self.sentence_at(place)
        return sentence is not None and sentence.is_headline

    def token_index(self, place: int) -> int:
        """Return the first token that starts at or behind a character."""
        return bisect_left(self._token_starts, place)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that start inside a span."""
        return self.tokens[self.token_index(span[0]) : self.token_index(span[1])]


def _without_credits(body: str) -> str:
    return _CLOSING_CREDIT.sub(lambda credit: " " * len(credit[0]), body)


def _without_furniture(plain: str, lines: tuple[Line, ...]) -> str:
    pieces, place = [], 0
    for line in lines:
        if line.furniture:
            pieces += [plain[place : line.start], " " * (line.end - line.start)]
            place = line.end
    return "".join([*pieces, plain[place:]])
