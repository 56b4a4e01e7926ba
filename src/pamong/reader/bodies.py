"""Bodies that a text names by what they are: "Dinas Contoh", "Bagian Umum", "BPBD", "RSUD".

A kind of unit in capitals and the words of units behind it make a body, whether or not anybody
listed it; a short name is one of the data file. Where its head is named, the head is meant.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pamong.reader.draft import Span
from pamong.reader.knowledge import table, words
from pamong.reader.tokens import Token

_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII"})
_MOST_WORDS = 12
_MOST_NAME_WORDS = 3  # "Puskesmas Contoh Jaya"


@dataclass(frozen=True, slots=True)
class Body:
    """A body by the words of the text; ``head`` is whoever is said to lead it, or ""."""

    name: str
    span: Span
    head: str = ""
    is_short: bool = False

    @property
    def asked(self) -> str:
        """The one who is asked: the body, or its head."""
        return f"{self.head} {self.name}".strip()


def find_bodies(tokens: Sequence[Token]) -> tuple[Body, ...]:
    """Return the bodies in the order of the text."""
    return tuple(_bodies(tokens))


def _bodies(tokens: Sequence[Token]) -> Iterator[Body]:
    place = 0
    while place < len(tokens):
        after = _end(tokens, place)
        if after is None:
            place += 1
            continue
        head = tokens[place - 1] if place else None
        leads = head is not None and head.lower in _listed()["heads"]
        start = head.start if leads and head else tokens[place].start
        name = _spell(tokens[place:after])
        is_short = after == place + 1
        yield Body(
            name, (start, tokens[after - 1].end), head.text if leads and head else "", is_short
        )
        place = after


def _end(tokens: Sequence[Token], place: int) -> int | None:
    """Return the token behind a body that begins here; ``None`` where none does."""
    token = tokens[place]
    if not token.is_capitalised:
        return None
    if token.lower in _listed()["named"]:
        return _behind_name(tokens, place)
    if token.lower in _listed()["kinds"]:
        if token.is_acronym:
            return None  # a letterhead
        after = _behind_words(tokens, place + 1)
        return after if after > place + 1 else None
    pair = [one.lower for one in tokens[place : place + 2]]
    if len(pair) > 1 and " ".join(pair) in _listed()["short"]:
        return place + 2
    return place + 1 if token.lower in _listed()["short"] else None


def _behind_words(tokens: Sequence[Token], place: int) -> int:
    after = place
    while after < min(place + _MOST_WORDS, len(tokens)):
        if _is_unit_word(tokens[after]) and _is_near(tokens, after):
            after += 1
        elif _is_joint(tokens, after):
            after += 2
        else:
            break
    return after


def _behind_name(tokens: Sequence[Token], place: int) -> int | None:
    """Return where "Puskesmas Contoh" ends: a word in capitals belongs to it, on the same line."""
    token, after = tokens[place], place + 1
    if token.lower in {"kecamatan", "kelurahan"}:
        before = tokens[place - 1].lower if place else ""
        if before in _listed()["before_places"]:
            return None
    while after < min(place + _MOST_NAME_WORDS, len(tokens)) and _may_be_named(tokens, after):
        after += 1
    return after if after > place + 1 or token.is_acronym else None


def _may_be_named(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    is_word = token.lower in words("words", "never_a_name") or token.lower in _listed()["kinds"]
    return _is_near(tokens, place) and token.is_capitalised and not is_word


def _is_near(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].start - tokens[place - 1].end == 1


def _is_unit_word(token: Token) -> bool:
    if token.text in _NUMERALS or (token.is_acronym and len(token.text) > 1):
        return True
    return token.is_capitalised and token.lower in _listed()["words"]


def _is_joint(tokens: Sequence[Token], place: int) -> bool:
    """Tell "dan", or a comma of a list that "dan" closes, before another word of a unit."""
    if place + 1 >= len(tokens) or not _is_unit_word(tokens[place + 1]):
        return False
    if tokens[place + 1].lower in _listed()["kinds"]:
        return False
    if tokens[place].lower in {"dan", "serta", "&"}:
        return not _is_short(tokens[place + 1])
    near = tokens[place + 2 : place + 5]
    closes = any(token.lower in {"dan", "serta"} for token in near)
    return tokens[place].text == "," and (closes or "," in {token.text for token in near[:1]})


def _is_short(token: Token) -> bool:
    return token.lower in _listed()["short"]


def _spell(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens).replace(" ,", ",")


@cache
def _listed() -> dict[str, frozenset[str]]:
    shapes: dict[str, Any] = table("organisations")["shapes"]
    listed = {key: frozenset(each) for key, each in shapes.items()}
    return listed | {"words": frozenset(table("offices")["unit"]["words"]) | listed["more_words"]}
