"""Who is asked: the groups and bodies that a text addresses, by the names of the data file."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache

from pamong.reader.draft import Span
from pamong.reader.knowledge import alternatives, table, words
from pamong.reader.page import Page

_NEAR = 40  # characters
# So general that a more particular group of the same text is meant rather.
# Groups whose names hold words that elsewhere speak of a topic.
_WITH_TOPIC_WORDS = frozenset(
    {"pejabat yang dilantik", "pejabat eselon", "kepala desa", "guru"}
) | {
    "kepala puskesmas",
    "direktur rumah sakit",
    "pendamping desa",
    "bidan desa",
    "pelaku usaha",
    "pejabat baru",
    "kepala sekolah",
}
# Groups whose words rather name who speaks: they are asked only where the sentence says so.
_SPEAKERS = frozenset({"kepala dinas"})
_GENERAL = frozenset({"masyarakat", "peserta", "pegawai"})


@dataclass(frozen=True, slots=True)
class Addressee:
    """One group that words name."""

    name: str
    span: Span


def groups_in(lower: str, start: int, end: int) -> list[Addressee]:
    """Return the groups of the data file between two places of a text in small letters."""
    return [
        Addressee(_named(" ".join(match[0].split())), match.span())
        for match in _any_word().finditer(lower, start, end)
    ]


def _named(words_of_text: str) -> str:
    """Return the name of a group; one that goes by many names keeps the one that the text uses."""
    name = _name_of()[words_of_text]
    return words_of_text if words_of_text in words("directives", "kept") else name


def addressees_in(page: Page, start: int, end: int) -> list[Addressee]:
    """Return the groups and bodies named between two places of a page; the longer word wins."""
    groups = groups_in(page.lower, start, end)
    first = bisect_left(page.bodies, start, key=lambda body: body.span[0])
    behind = bisect_left(page.bodies, end, key=lambda body: body.span[0])
    bodies = [
        Addressee(_name_of().get(body.asked.lower(), body.asked), body.span)
        for body in page.bodies[first:behind]
        if body.span[1] <= end
    ]
    if not bodies:
        return groups
    kept = [one for one in bodies if not any(_holds(group, one) for group in groups)]
    free = [group for group in groups if not any(_overlaps(group, one) for one in kept)]
    return sorted([*kept, *free], key=lambda one: one.span)


def _holds(group: Addressee, body: Addressee) -> bool:
    return group.span[0] <= body.span[0] and body.span[1] <= group.span[1]


def _overlaps(group: Addressee, body: Addressee) -> bool:
    return group.span[0] < body.span[1] and body.span[0] < group.span[1]


def end_of_listed(page: Page, addressee: Addressee, end: int) -> int:
    """Return where a list of groups ends that begins with one: "BKD, OPD dan Inspektorat"."""
    lower = page.lower
    place = addressee.span[1]
    for following in addressees_in(page, place, end):
        if lower[place : following.span[0]].strip(" ,") not in {"", "dan", "serta", "para"}:
            break
        place = following.span[1]
    return place


def is_subject(page: Page, addressee: Addressee) -> bool:
    """Tell whether the group itself is spoken of, and not something of it ("kontribusi ASN")."""
    lower = page.lower
    start = max(0, addressee.span[0] - _NEAR)
    listed = addressees_in(page, start, addressee.span[0])
    if listed and lower[listed[-1].span[1] : addressee.span[0]].strip() in {",", "dan", "serta"}:
        return is_subject(page, listed[-1])
    before = re.search(r"(\w[\w-]*)\s*$", lower[start : addressee.span[0]])
    if before is None:
        return True
    word = before[1]
    if word not in words("directives", "quantifiers"):
        return False
    outer = Addressee(addressee.name, (addressee.span[0] - len(before[0]), addressee.span[1]))
    return is_subject(page, outer)


def without_addressees(page: Page, start: int, end: int) -> str:
    """Return a clause without the words that only name a group: they set no topic."""
    text = page.lower[start:end]
    bodies = {body.span for body in page.bodies}
    for found in reversed(addressees_in(page, start, end)):
        if found.name in _WITH_TOPIC_WORDS or found.span in bodies:
            first, after = found.span
            text = text[: first - start] + " " * (after - first) + text[after - start :]
    return text


def audience(page: Page, end: int) -> str | None:
    """Return the group that the text names most up to a place, a particular one first."""
    named = (found.name for found in groups_in(page.lower, 0, end))
    counted = Counter(name for name in named if name not in _SPEAKERS | only_named())
    ranked = sorted(counted, key=lambda name: (name in _GENERAL, -counted[name]))
    return ranked[0] if ranked else None


@cache
def only_named() -> frozenset[str]:
    """Return the groups that are asked only where the request itself names them first."""
    return frozenset(
        one["name"] for one in table("directives")["addressee"] if one.get("only_named")
    )


@cache
def _name_of() -> dict[str, str]:
    listed = table("directives")["addressee"]
    return {word: group["name"] for group in reversed(listed) for word in group["words"]}


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_name_of())})(?!\w)")
