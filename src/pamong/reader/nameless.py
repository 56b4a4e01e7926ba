"""A passage without the names of people, and without what else leads to one.

A case that is kept to test the reader may tell nobody who somebody was. So a word is replaced
unless it is known to be no name: the words of fields that hold names wherever they stand, and
every capitalised word that is neither a word of the administration nor a place. Too much is
replaced rather than too little. One word becomes the same placeholder throughout, so that a
surname still leads back to the whole name; the placeholders look like names to the reader.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from pamong.kernel.day import find_month, find_weekday
from pamong.kernel.glossary import terms
from pamong.kernel.package_data import read_toml
from pamong.kernel.person_name import PersonNameError, back_titles, front_titles
from pamong.reader.knowledge import table, words
from pamong.reader.names import MADE_UP, name_words
from pamong.reader.plaintext import to_plain_text
from pamong.reader.regions import Gazetteer
from pamong.reader.tokens import Token, tokenise
from pamong.reader.unreachable import NUMBER, without_numbers

_FILES = (
    "behalf", "circumstances", "directives", "forums", "furniture", "names", "numbers", "offices",
    "organisations", "periods", "regions", "saying", "terms", "topics", "words",
)  # fmt: skip
_PARTICLES = frozenset({"bin", "binti", "al", "van", "der", "de"})
_STEM = "Fulan"
_ENDS_SENTENCE = frozenset('.!?:"') | {"'", "-", "("}
_SHORTEST = 2
_SPACED = re.compile(r"(?<!\w)[A-Z](?: [A-Z]){2,}(?!\w)")  # "S I T I"


class Nameless:
    """Replaces what leads to people, the same way in all texts that belong to one document.

    What ``whole``, the document, shows to be a place or an ordinary word is so in its parts too.
    """

    def __init__(self, names: Iterable[str] = (), whole: str = "") -> None:
        self._stands_in: dict[str, str] = {}
        self._known = frozenset(word for name in names for word in _words_of(name))
        tokens = tokenise(to_plain_text(without_numbers(whole)))
        self._small = {token.text for token in tokens if token.text.islower()}
        self._of_places = {tokens[index].text for index in _places(tokens)}

    def __call__(self, text: str) -> str:
        """Return ``text`` without names, numbers and addresses of people."""
        plain = to_plain_text(without_numbers(text))
        plain = _SPACED.sub(lambda letters: letters[0].replace(" ", ""), plain)
        tokens = tokenise(plain)
        pieces, place = [], 0
        for index in sorted(self._names_in(tokens)):
            token = tokens[index]
            pieces += [plain[place : token.start], self._placeholder(token)]
            place = token.end
        return "".join([*pieces, plain[place:]])

    def value(self, value: Any) -> Any:
        """Return a value of a draft, or a row of them, without names; other values unchanged."""
        if isinstance(value, str):
            return self(value)
        if isinstance(value, dict):
            return {key: self.value(part) for key, part in value.items()}
        return [self.value(part) for part in value] if isinstance(value, list) else value

    def _placeholder(self, token: Token) -> str:
        word = _key(token.text)
        if word not in self._stands_in:
            self._stands_in[word] = _STEM + _syllables(len(self._stands_in))
        name = self._stands_in[word]
        return name.upper() if token.is_acronym else name

    def _names_in(self, tokens: Sequence[Token]) -> set[int]:
        """Return the places of the tokens that are, or may be, words of a name."""
        places = _places(tokens) | {
            index for index, token in enumerate(tokens) if token.text in self._of_places
        }
        small = self._small | {token.text for token in tokens if token.text.islower()}
        found = {
            index
            for index, token in enumerate(tokens)
            if token.text[0].isalpha()
            and not _is_mark(tokens, index)
            and (self._is_known(token) or _may_be_name(tokens, index, places, small))
        }
        while beside := set(_beside(tokens, found, places)):
            found |= beside
        return found

    def _is_known(self, token: Token) -> bool:
        """Tell whether it is a word of a known name; an ordinary word only where capitalised."""
        word = _key(token.text)
        return word in self._known and (word not in _vocabulary() or token.is_capitalised)


def names_of(content: Any) -> list[str]:
    """Return every name that the fields of a draft's content hold."""
    rows = [("speakers", "name"), ("attestations", "name"), ("periods", "name")]
    rows += [("attendees", "name"), ("quotes", "speaker"), ("quotes", "relayed_by")]
    rows += [("directives", "by"), ("directives", "relayed_by"), ("commitments", "by")]
    found = [row[name] for part, name in rows for row in content[part]]
    behalf = content["on_behalf_of"] or {}
    return [name for name in (*found, behalf.get("reader")) if name]


def _words_of(name: str) -> Iterator[str]:
    try:
        bare = name_words(name)
    except PersonNameError:
        return
    for word in bare:
        yield from (_key(part) for part in word.split() if part not in _PARTICLES)


def _key(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def _is_mark(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether it is the mark of the made-up, or a placeholder of ours in brackets."""
    word = tokens[index].lower
    marks = {MADE_UP.strip("()"), NUMBER.strip("[]"), "surel", "alamat", "akun", "tagar"}
    return word in marks and index > 0 and tokens[index - 1].text in {"(", "["}


def _may_be_name(
    tokens: Sequence[Token], index: int, places: frozenset[int], small: set[str]
) -> bool:
    """Tell whether nothing says that a word is no name."""
    token = tokens[index]
    if token.lower.rstrip("0123456789") in _vocabulary() or index in places:
        return False
    if not token.is_capitalised:
        return _is_addressed(tokens, index)
    if len(token.text) < _SHORTEST:
        return False
    return not (_opens_sentence(tokens, index) and token.lower in small)


def _is_addressed(tokens: Sequence[Token], index: int) -> bool:
    if index and tokens[index - 1].text == ".":
        index -= 1
    return index > 0 and tokens[index - 1].lower in words("nameless", "addresses")


def _opens_sentence(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].text in _ENDS_SENTENCE


def _places(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the tokens of names of governments."""
    gazetteer, found = Gazetteer(tokens), set()
    for index in range(len(tokens)):
        if mention := gazetteer.at(index):
            found |= set(range(mention.first, mention.after))
    return frozenset(found)


def _beside(tokens: Sequence[Token], found: set[int], places: frozenset[int]) -> Iterator[int]:
    """Yield what belongs to a name beside it: an initial, a word or place that is a name too."""
    for index, token in enumerate(tokens):
        if index in found or not token.is_capitalised:
            continue
        is_letter = len(token.text) < _SHORTEST
        is_both = token.lower in words("nameless", "also_names")
        is_place = index in places and not _is_named_place(tokens, index, places)
        if is_letter or is_both or is_place:
            is_beside = any(other in found for other in _neighbours(tokens, index))
            if is_beside or (is_both and _stands_alone(tokens, index)):
                yield index


def _stands_alone(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word that is no day or month is a name although nothing stands beside it."""
    word = tokens[index].text
    is_of_calendar = find_month(word) is not None or find_weekday(word) is not None
    beside = tokens[max(index - 1, 0) : index + 2]
    return not (
        _opens_sentence(tokens, index)
        or is_of_calendar
        or sum(token.is_capitalised for token in beside) > 1
    )


def _is_named_place(tokens: Sequence[Token], index: int, places: frozenset[int]) -> bool:
    """Tell whether a word of government stands before the name of a place."""
    kinds = words("nameless", "kinds_of_place")
    first = index
    while first - 1 in places:
        first -= 1
    return any(token.lower in kinds for token in tokens[max(first - 1, 0) : index])


def _neighbours(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Yield the words right before and right behind, over the stop of an initial."""
    behind = index + 1
    if behind < len(tokens) and tokens[behind].text == ".":
        behind += 1
    before = index - 1
    if before >= 0 and tokens[before].text == "." and len(tokens[before - 1].text) < _SHORTEST:
        before -= 1
    yield from (before, behind)


def _syllables(number: int) -> str:
    """Return the ending of a placeholder: "ba", "be", … then two syllables."""
    consonants, vowels = "bcdfghjklmnpqrst", "aeiou"
    whole, one = divmod(number, len(consonants) * len(vowels))
    consonant, vowel = divmod(one, len(vowels))
    ending = consonants[consonant] + vowels[vowel]
    return (_syllables(whole - 1) if whole else "") + ending


@cache
def _vocabulary() -> frozenset[str]:
    """Return the words that are no names: those of the reader's lists, of the law, of titles."""
    told: list[Any] = [table(name) for name in _FILES]
    told += [[term.term, list(term.also), term.meaning_id] for term in terms()]
    told += [read_toml("ejaan.toml")["awalan"], list(front_titles()), list(back_titles())]
    told += [table("nameless")["reaches_a_person"], ["rp"]]
    return frozenset(word for part in told for word in _words_in(part)) - {
        word for word in _words_in(table("nameless")["addresses"]) if len(word) < _SHORTEST
    }


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (token.lower for token in tokenise(value) if token.text[0].isalpha())
    elif isinstance(value, dict):
        for part in value.values():
            yield from _words_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _words_in(part)
