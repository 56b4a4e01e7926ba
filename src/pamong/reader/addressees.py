"""Who is asked: the groups and bodies that a text addresses, by the names of the data file."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from pamong.reader.draft import Span
from pamong.reader.knowledge import alternatives, table, words

_NEAR = 40  # characters
# So general that a more particular group of the same text is meant rather.
# Groups whose names hold words that elsewhere speak of a topic.
_WITH_TOPIC_WORDS = frozenset({"pejabat yang dilantik", "pejabat eselon", "kepala desa", "guru"})
# Groups whose words rather name who speaks: they are asked only where the sentence says so.
_SPEAKERS = frozenset({"kepala dinas"})
_GENERAL = frozenset({"masyarakat", "peserta", "pegawai"})


@dataclass(frozen=True, slots=True)
class Addressee:
    """One group that words name."""

    name: str
    span: Span


def addressees_in(lower: str, start: int, end: int) -> list[Addressee]:
    """Return the groups named between two places of the text in small letters."""
    return [
        Addressee(_name_of()[" ".join(match[0].split())], match.span())
        for match in _any_word().finditer(lower, start, end)
    ]


def end_of_listed(lower: str, addressee: Addressee, end: int) -> int:
    """Return where a list of groups ends that begins with one: "BKD, OPD dan Inspektorat"."""
    place = addressee.span[1]
    for following in addressees_in(lower, place, end):
        if lower[place : following.span[0]].strip(" ,") not in {"", "dan", "serta", "para"}:
            break
        place = following.span[1]
    return place


def is_subject(lower: str, addressee: Addressee) -> bool:
    """Tell whether the group itself is spoken of, and not something of it ("kontribusi ASN")."""
    start = max(0, addressee.span[0] - _NEAR)
    listed = addressees_in(lower, start, addressee.span[0])
    if listed and lower[listed[-1].span[1] : addressee.span[0]].strip() == ",":
        return is_subject(lower, listed[-1])
    before = re.search(r"(\w[\w-]*)\s*$", lower[start : addressee.span[0]])
    if before is None:
        return True
    word = before[1]
    if word not in words("directives", "quantifiers"):
        return False
    outer = Addressee(addressee.name, (addressee.span[0] - len(before[0]), addressee.span[1]))
    return is_subject(lower, outer)


def without_addressees(lower: str, start: int, end: int) -> str:
    """Return a clause without the words that only name a group: they set no topic."""
    text = lower[start:end]
    for found in reversed(addressees_in(lower, start, end)):
        if found.name in _WITH_TOPIC_WORDS:
            first, after = found.span
            text = text[: first - start] + " " * (after - first) + text[after - start :]
    return text


def audience(lower: str, end: int) -> str | None:
    """Return the group that the text names most up to a place, a particular one first."""
    named = (found.name for found in addressees_in(lower, 0, end))
    counted = Counter(name for name in named if name not in _SPEAKERS)
    ranked = sorted(counted, key=lambda name: (name in _GENERAL, -counted[name]))
    return ranked[0] if ranked else None


@cache
def _name_of() -> dict[str, str]:
    listed = table("directives")["addressee"]
    return {word: group["name"] for group in reversed(listed) for word in group["words"]}


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_name_of())})(?!\w)")
