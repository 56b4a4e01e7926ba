"""Short forms in brackets behind an office or a unit, by which the text names it from there on."""

from collections.abc import Sequence
from functools import cache

from pamong.kernel.capacity import Capacity
from pamong.reader.tokens import Token


def alias_at(tokens: Sequence[Token], place: int) -> tuple[int, str]:
    """Return where a short form in brackets ends, and the form: "(Pjs)", "(Sekda)", "(A3)"."""
    for count in (3, 5):  # one word, or two with a hyphen: "(PUPR-P)"
        short = tokens[place : place + count]
        is_closed = len(short) == count and (short[0].text, short[-1].text) == ("(", ")")
        is_joined = all(token.text in {"-", "&"} for token in short[2:-1:2])
        is_word = is_closed and is_joined and short[1].is_capitalised
        if is_word and short[1].lower != "rekaan":
            return place + count, "".join(token.text for token in short[1:-1])
    inside = tokens[place : place + 5]
    inner = [token for token in inside if token.text != "."]
    is_closed = len(inner) > 3 and (inner[0].text, inner[3].text) == ("(", ")")
    if is_closed and inner[1].lower in _acting_words():
        return place + 4 + (inside[2].text == "."), inner[2].text  # "(Pj. Sekda)"
    return place, ""


@cache
def _acting_words() -> frozenset[str]:
    return frozenset(one.label.lower() for one in Capacity if one.is_acting)
