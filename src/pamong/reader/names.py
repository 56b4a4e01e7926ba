"""Names of people in running text: titles before, the words of the name, a mark, degrees after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pamong.kernel.person_name import back_titles, front_titles, sort_key
from pamong.reader.draft import Span
from pamong.reader.knowledge import table, words
from pamong.reader.tokens import Token

MADE_UP = "(rekaan)"
_MOST_WORDS = 7
_MOST_PIECES = 4  # of one degree: S.Tr.IP.
_HEADLINE_VERB = re.compile(r"[A-Z][a-z]{3,}kan")  # "Bupati X Serahkan …"
_PARTICLES = frozenset({"bin", "binti", "al", "van", "der", "de"})


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run of words that can be a name: tokens ``first`` up to ``after``, titles included."""

    name: str
    first: int
    after: int
    span: Span
    has_titles: bool

    @property
    def key(self) -> frozenset[str]:
        """Its words in small letters, without titles and the mark of the made-up."""
        return name_words(self.name)


def name_words(name: str) -> frozenset[str]:
    """Return the words by which two spellings of a name are compared."""
    return frozenset(sort_key(name.replace(MADE_UP, "")).split())


def name_at(tokens: Sequence[Token], index: int) -> NameRun | None:
    """Return the name that starts at a token, with the titles around it; ``None`` if none does."""
    first_word = _after_front_titles(tokens, index)
    last = _after_words(tokens, first_word)
    spelled = tokens[first_word:last]
    if not any(len(token.text) > 2 for token in spelled):
        return None
    if first_word == index and _HEADLINE_VERB.fullmatch(spelled[0].text):
        return None
    after, degrees = _after_back_titles(tokens, last)
    is_made_up = _marked_made_up(tokens, after)
    if is_made_up:
        after, more = _after_back_titles(tokens, after + 3)
        degrees = degrees or more
    name = _spell(spelled) + (f" {MADE_UP}" if is_made_up else "")
    span = (spelled[0].start, tokens[after - 1].end)
    return NameRun(name, index, after, span, has_titles=degrees or first_word > index)


def begins_with_title(tokens: Sequence[Token], index: int) -> bool:
    """Tell a title that a name can begin with, also one in small letters: "dr. Contoh"."""
    return _after_front_titles(tokens, index) > index


def is_name_word(token: Token) -> bool:
    """Tell whether a token can be a word of a name: capitalised, and no word of the language."""
    return (
        token.is_capitalised
        and token.lower not in words("words", "never_a_name")
        and token.lower not in _verbs()
        and (not token.is_acronym or len(token.text) > _MOST_PIECES)
    )


def is_small_name(word: Token, verb: Token) -> bool:
    """Tell a last word that a page wrote small, before a verb: "Contoh rekaan buka rapat"."""
    names = table("names")
    return (
        word.text.islower()
        and len(word.text) > 3
        and verb.lower in names["bare_verbs"]
        and not word.text.startswith(tuple(names["affixes"]))
        and word.text not in words("words", "indonesian")
        and word.text not in words("words", "never_a_name")
    )


@cache
def _verbs() -> frozenset[str]:
    """Return the verbs that can open a sentence with a capital before a name."""
    listed = table("saying")
    bare = table("names")["bare_verbs"]
    return frozenset([*listed["active"], *listed["acting"], *listed["passive"], *bare])


def _after_words(tokens: Sequence[Token], index: int) -> int:
    place, limit = index, min(len(tokens), index + 2 * _MOST_WORDS)
    while place < limit:
        token = tokens[place]
        if not _continues(tokens, place, index) or _is_degree(tokens, place, index):
            break
        # A letter, or a short form, takes its stop along: "R. Contoh", "Muh. Contoh".
        is_initial = _is_shortened(token) and place + 1 < limit and tokens[place + 1].text == "."
        place += 2 if is_initial else 1
    while place > index and tokens[place - 1].lower in _PARTICLES:
        place -= 1
    return place


def _is_degree(tokens: Sequence[Token], place: int, index: int) -> bool:
    """Tell a degree that no comma parts from the name: "Contoh S.Pd"."""
    is_stopped = place + 1 < len(tokens) and tokens[place + 1].text == "."
    return place > index and is_stopped and _after_degree(tokens, place) > place + 2


def _is_shortened(token: Token) -> bool:
    return len(token.text) == 1 or token.lower in words("names", "shortened")


def _continues(tokens: Sequence[Token], place: int, index: int) -> bool:
    token = tokens[place]
    if place > index and token.start - tokens[place - 1].end > 1:
        return False
    if token.lower in _PARTICLES and place > index:
        return place + 1 < len(tokens) and tokens[place + 1].is_capitalised
    return is_name_word(token) or _is_also_a_name(tokens, place)


def _is_also_a_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell "Lalu" of "Bupati Lalu Contoh" from the word that opens a sentence."""
    before, behind = tokens[place - 1 : place], tokens[place + 1 : place + 2]
    return (
        tokens[place].is_capitalised
        and tokens[place].lower in words("names", "also_names")
        and bool(before and behind)
        and (
            before[0].is_capitalised
            or (before[0].text in {",", "."} and _ends_title(tokens, place))
        )
        and is_name_word(behind[0])
    )


def _ends_title(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the stop before a token belongs to a title ("H. Lalu Contoh")."""
    is_stop = place > 1 and tokens[place - 1].text == "."
    return is_stop and tokens[place - 2].lower in _front_title_pieces()


def _after_front_titles(tokens: Sequence[Token], index: int) -> int:
    place = index
    while place < len(tokens) and _is_front_title(tokens, place):
        has_stop = place + 1 < len(tokens) and tokens[place + 1].text == "."
        place += 2 if has_stop else 1
    return place


def _is_front_title(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a piece of a title stands there.

    A single K only before "H", as in "K.H."; Haryo is a name except in "Pangeran Haryo".
    """
    piece = tokens[place].lower
    if piece == "k":
        return [token.lower for token in tokens[place + 1 : place + 3]] == [".", "h"]
    if piece in {"haryo", "harya"}:
        return place > 0 and tokens[place - 1].lower == "pangeran"
    has_stop = place + 1 < len(tokens) and tokens[place + 1].text == "."
    return piece in _front_title_pieces() and (tokens[place].is_capitalised or has_stop)


def _after_back_titles(tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    """Return where the degrees end, and whether there were any; commas and stops go with them."""
    place, found = index, False
    while place < len(tokens):
        start = place + 1 if tokens[place].text in {",", "."} else place
        if start > place and not found and tokens[place].text == ".":
            break
        after = _after_degree(tokens, start)
        if after == start:
            break
        place, found = after, True
    return place, found


def _after_degree(tokens: Sequence[Token], index: int) -> int:
    """Return where one degree ends: "M.Hum", "S. AG", "SH"; ``index`` where none stands."""
    letters = ""
    ends: list[tuple[str, int]] = []
    place = index
    while place < len(tokens) and len(ends) < _MOST_PIECES and tokens[place].is_capitalised:
        letters += tokens[place].lower
        has_stop = place + 1 < len(tokens) and tokens[place + 1].text == "."
        place += 2 if has_stop else 1
        ends.append((letters, place))
    return next((end for key, end in reversed(ends) if key in _degree_keys()), index)


def _marked_made_up(tokens: Sequence[Token], index: int) -> bool:
    return [token.lower for token in tokens[index : index + 3]] == ["(", "rekaan", ")"]


def _spell(tokens: Sequence[Token]) -> str:
    """Write the words with single spaces, an initial with its stop."""
    written = [token.text for token in tokens]
    if all(text.isupper() for text in written if text.isalpha()) and any(
        len(text) > _MOST_PIECES for text in written
    ):
        # A signature in capitals is the same name.
        written = [text.capitalize() if len(text) > 1 else text for text in written]
    return " ".join(written).replace(" .", ".")


@cache
def _front_title_pieces() -> frozenset[str]:
    """Every piece of a front title on its own: "k" and "h" of "K.H.", "pol" of "Pol."."""
    pieces = {
        piece.strip("()").lower()
        for title in front_titles()
        for piece in title.split(".")
        if piece
    }
    return frozenset(pieces | set(table("names")["addresses"]))


@cache
def _degree_keys() -> frozenset[str]:
    return frozenset(title.replace(".", "").lower() for title in back_titles())
