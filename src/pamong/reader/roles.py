"""Roles of a day: who is said to be "inspektur upacara" comes back by the role."""

from collections.abc import Callable, Iterator

from pamong.reader.knowledge import table
from pamong.reader.page import Page
from pamong.reader.person import Mention, Person

PersonAt = Callable[[int], Person | None]
_IS = frozenset({"adalah", "ialah", "yaitu", "yakni", "dijabat", "oleh", ",", ":"})
_AS = frozenset({"sebagai", "selaku"})


def role_mentions(page: Page, person_from: PersonAt, person_until: PersonAt) -> Iterator[Mention]:
    """Yield every place of a role whose holder the text tells.

    ``person_from`` gives who is named at a token, ``person_until`` who was named before one.
    """
    tokens = page.tokens
    for role in (r for r in table("offices")["around"]["roles"] if r in page.lower):
        phrase = role.split()
        places = [
            (place, place + len(phrase))
            for place in range(len(tokens) - len(phrase) + 1)
            if [token.lower for token in tokens[place : place + len(phrase)]] == phrase
        ]
        said = (_said_of(page, place, person_from, person_until) for place in places)
        holder = next((person for person in said if person), None)
        for first, after in places if holder else ():
            yield Mention(first, after, (tokens[first].start, tokens[after - 1].end), holder, None)


def _said_of(
    page: Page, place: tuple[int, int], person_from: PersonAt, person_until: PersonAt
) -> Person | None:
    """Return who has the role by "… adalah X", "selaku … X" or "X … sebagai …"."""
    first, after = place
    behind = after
    while behind < len(page.tokens) and page.tokens[behind].lower in _IS:
        behind += 1
    is_told_behind = behind > after or (first and page.tokens[first - 1].lower in _AS)
    if is_told_behind and (person := person_from(behind)):
        return person
    if first and page.tokens[first - 1].lower in _AS:
        return person_until(first)
    return None
