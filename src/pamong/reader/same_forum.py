"""Whether two documents tell of one forum: the same government and day, and enough in common.

Only what both drafts say is compared, so that a short piece of news and long minutes can meet.
Leaders hold several forums a day: one kind and one speaker alone do not make two of them one where
topics, places or hours speak against it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pamong.kernel.language import say
from pamong.kernel.person_name import PersonNameError, parse_person_name
from pamong.reader.draft import Draft

_ALIKE_KINDS = (
    {"apel", "upacara", "pengarahan"},
    {"silaturahmi", "serah_terima", "pelantikan"},
    {"rakor", "pengarahan", "musrenbang"},
)
_WORD = re.compile(r"\w+")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_SHARED_WORDS = 0.6  # of the shorter of two quotations
_LEAST_QUOTED = 4
_NEAR_PLACE = 0.5
_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class ForumTrace:
    """What of a draft tells which forum it is about."""

    region: str
    day: date | None
    days: frozenset[date]
    kind: str
    speakers: frozenset[frozenset[str]]
    topics: frozenset[str]
    quotes: tuple[frozenset[str], ...]
    place: frozenset[str]
    hour: str

    @property
    def all_days(self) -> frozenset[date]:
        """The day, or else those that compete for it."""
        return frozenset({self.day}) if self.day else self.days


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two documents are likely about one forum; ``reason`` is an Indonesian sentence."""

    points: int
    reason: str


def trace_of(draft: Draft) -> ForumTrace | None:
    """Return what tells which forum a draft is about; ``None`` where that cannot be compared."""
    evidence = draft.evidence.get("/date")
    rivals = [one.value for one in evidence.candidates] if evidence else []
    days = frozenset(day for value in rivals if (day := _day(value)))
    if not draft.is_forum or not draft.region or not draft.forum_kind or not (draft.date or days):
        return None
    clock = _CLOCK.search(draft.time_of_day or "")
    return ForumTrace(
        region=draft.region,
        day=draft.date,
        days=days,
        kind=draft.forum_kind,
        speakers=frozenset(key for one in draft.speakers if (key := _name_key(one.name))),
        topics=frozenset(draft.topics),
        quotes=tuple(_words(quote.text) for quote in draft.quotes),
        place=_words(draft.place or ""),
        hour=clock[0].replace(":", ".") if clock else "",
    )


def likeness(one: ForumTrace, other: ForumTrace) -> Likeness | None:
    """Return what makes two documents tell of one forum; ``None`` where they likely do not."""
    if one.region != other.region or not one.all_days & other.all_days:
        return None
    found = list(_compared(one, other))
    points = sum(score for score, _ in found)
    if points < _ENOUGH + (one.day is None or other.day is None):
        return None
    shared = [words for _, words in found if words]
    reason = say("Pemerintah dan hari sama; juga %(shared)s.", shared=", ".join(shared))
    return Likeness(points, reason)


def same_forum(trace: ForumTrace, others: Sequence[ForumTrace]) -> tuple[int, Likeness] | None:
    """Return which of the others is most likely about the same forum."""
    found = [(index, alike) for index, one in enumerate(others) if (alike := likeness(trace, one))]
    return max(found, key=lambda pair: (pair[1].points, -pair[0]), default=None)


class ForumGroups:
    """Numbers the forums of many documents; each document joins the first that it is like."""

    def __init__(self) -> None:
        self._by_day: defaultdict[tuple[str, date], list[tuple[ForumTrace, int]]]
        self._by_day = defaultdict(list)
        self._last = 0

    def add(self, draft: Draft) -> tuple[int | None, str | None]:
        """Return the number of its forum, and why that is an earlier one; nothing without one."""
        trace = trace_of(draft)
        if trace is None:
            return None, None
        near = [one for day in sorted(trace.all_days) for one in self._by_day[trace.region, day]]
        found = same_forum(trace, [one for one, _ in near])
        number = self._last + 1 if found is None else near[found[0]][1]
        self._keep(trace, number)
        return number, found[1].reason if found else None

    def restore(self, draft: Draft, number: int | None) -> None:
        """Take up a document that got its number in an earlier run."""
        trace = trace_of(draft)
        if trace is not None and number is not None:
            self._keep(trace, number)

    def _keep(self, trace: ForumTrace, number: int) -> None:
        self._last = max(self._last, number)
        for day in trace.all_days:
            self._by_day[trace.region, day].append((trace, number))


def _compared(one: ForumTrace, other: ForumTrace) -> Iterator[tuple[int, str]]:
    """Yield what speaks for and against with its weight; what speaks against has no words."""
    yield _kinds(one.kind, other.kind)
    if any(a <= b or b <= a for a in one.speakers for b in other.speakers):
        yield 2, say("pembicara yang sama")
    if any(_is_same_quote(a, b) for a in one.quotes for b in other.quotes):
        yield 3, say("kutipan yang sama")
    if one.topics & other.topics:
        yield 1, say("topik yang sama")
    elif one.topics and other.topics:
        yield -1, ""
    if one.place and other.place:
        near = _overlap(one.place, other.place) >= _NEAR_PLACE
        yield (1, say("tempat yang sama")) if near else (-2, "")
    if one.hour and other.hour and one.hour != other.hour:
        yield -2, ""


def _kinds(one: str, other: str) -> tuple[int, str]:
    if one == other:
        return 2, say("jenis acara yang sama")
    if any({one, other} <= alike for alike in _ALIKE_KINDS):
        return 1, say("jenis acara yang berdekatan")
    return -2, ""


def _is_same_quote(one: frozenset[str], other: frozenset[str]) -> bool:
    return min(len(one), len(other)) >= _LEAST_QUOTED and _overlap(one, other) >= _SHARED_WORDS


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(min(len(one), len(other)), 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _name_key(name: str | None) -> frozenset[str]:
    """Return the words of a name without titles: a surname alone is a part of them."""
    try:
        return _words(parse_person_name(name or "").nama)
    except PersonNameError:
        return frozenset()


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
