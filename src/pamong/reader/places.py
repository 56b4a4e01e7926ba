"""Names of kecamatan, kelurahan and desa, as far as a text itself shows that they are places."""

from collections.abc import Iterator, Sequence

from pamong.reader.knowledge import table
from pamong.reader.office_mentions import heads_by_word
from pamong.reader.tokens import Token

MOST_PLACE_WORDS = 3


def place_names(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the names of places that a text shows to be such, longest first."""
    found = {*_named_places(tokens), *_places_of_offices(tokens)}
    return tuple(sorted(found, key=len, reverse=True))


def _places_of_offices(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the name behind "kantor Camat" or "jabatan Camat", and what stands behind "di"."""
    around: dict[str, list[str]] = table("offices")["around"]
    heads = {word for word, head in heads_by_word().items() if head.of == "place"}
    for index, token in enumerate(tokens):
        before = tokens[index - 1].lower if index else ""
        is_office = token.lower in heads and before in around["offices_of_places"]
        if is_office or token.lower in around["before_places"]:
            after = index + 1
            while after < len(tokens) and _goes_on(tokens, after):
                after += 1
            if 0 < after - index - 1 <= MOST_PLACE_WORDS:
                yield " ".join(word.text for word in tokens[index + 1 : after])


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    is_near = tokens[index].start - tokens[index - 1].end == 1
    return is_near and _is_of_place(tokens[index])


def _named_places(tokens: Sequence[Token]) -> Iterator[str]:
    kinds = frozenset(table("offices")["around"]["place_kinds"])
    for index, token in enumerate(tokens):
        if token.lower not in kinds or not token.is_capitalised:
            continue
        after = index + 1
        while after < len(tokens) and _is_of_place(tokens[after]):
            after += 1
        if after > index + 1:
            yield " ".join(word.text for word in tokens[index + 1 : after])


def is_kind_of_place(token: Token) -> bool:
    """Tell "Kecamatan", "Desa" and their like."""
    return token.is_capitalised and token.lower in table("offices")["around"]["place_kinds"]


def _is_of_place(token: Token) -> bool:
    kinds: dict[str, str] = table("regions")["introducing"]
    return token.is_capitalised and token.lower not in kinds
