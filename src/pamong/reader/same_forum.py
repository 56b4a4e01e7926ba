"""Whether two documents tell of one forum: the same government and day, and enough in common.

Only what both drafts say is compared, so that a short piece of news and long minutes can meet.
Leaders hold several forums a day: one kind and one speaker alone do not make two of them one where
topics, places or hours speak against it. Of documents that date it a day apart, much more must
be the same, a quotation or a figure among it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pamong.kernel.language import say
from pamong.kernel.person_name import PersonNameError, parse_person_name
from pamong.reader.draft import Draft
from pamong.reader.kind import kind_entry

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
_A_DAY_APART = 7  # points
_LEAST_FIGURE = 3  # digits: a smaller figure is shared by chance
_LEAST_SHARED = 3  # words of two agendas
_LEAST_WORD = 5  # letters of a word that tells what is asked


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
    present: frozenset[frozenset[str]] = frozenset()
    bodies: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()

    @property
    def all_days(self) -> frozenset[date]:
        """The day, or else those that compete for it."""
        return frozenset({self.day}) if self.day else self.days

    @property
    def near_days(self) -> frozenset[date]:
        """The same days, and those beside them."""
        return frozenset(near for day in self.all_days for near in days_around(day))


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
        present=frozenset(key for guest in draft.attendees if (key := _name_key(guest.name))),
        bodies=frozenset(body.lower() for body in draft.organisations if body != draft.region),
        figures=frozenset(
            f"{figure.value} {figure.unit.lower()}"
            for figure in draft.numbers
            if sum(letter.isdigit() for letter in figure.value) >= _LEAST_FIGURE
        ),
        matters=_matters(draft),
    )


def likeness(one: ForumTrace, other: ForumTrace) -> Likeness | None:
    """Return what makes two documents tell of one forum; ``None`` where they likely do not."""
    is_one_day = bool(one.all_days & other.all_days)
    if one.region != other.region or not (is_one_day or one.near_days & other.all_days):
        return None
    found = list(_compared(one, other))
    points = sum(score for score, _ in found)
    enough = _ENOUGH + (one.day is None or other.day is None)
    if points < (enough if is_one_day else _A_DAY_APART):
        return None
    if not (is_one_day or _quoted_alike(one, other) or one.figures & other.figures):
        return None
    shared = ", ".join(words for _, words in found if words)
    if is_one_day:
        return Likeness(points, say("Pemerintah dan hari sama; juga %(shared)s.", shared=shared))
    apart = say("Pemerintah sama, harinya berselisih sehari; tetapi %(shared)s.", shared=shared)
    return Likeness(points, apart)


def days_around(day: date) -> tuple[date, date, date]:
    """Return the day before, the day and the day after: a forum that is dated a day apart."""
    return (day - timedelta(days=1), day, day + timedelta(days=1))


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
        near = [one for day in sorted(trace.near_days) for one in self._by_day[trace.region, day]]
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
    yield _kinds(one, other)
    yield from ((points, words) for is_so, points, words in _in_common(one, other) if is_so)
    yield from _against(one, other)


def _in_common(one: ForumTrace, other: ForumTrace) -> Iterator[tuple[bool, int, str]]:
    same_speaker = any(a <= b or b <= a for a in one.speakers for b in other.speakers)
    yield same_speaker, 2, say("pembicara yang sama")
    yield _quoted_alike(one, other), 3, say("kutipan yang sama")
    yield bool(one.figures & other.figures), 1, say("angka yang sama")
    yield bool(one.present & other.present), 1, say("hadirin yang sama")
    yield len(one.bodies & other.bodies) > 1, 1, say("lembaga yang sama")
    yield _share_matters(one, other), 1, say("isi arahan yang sama")
    yield bool(one.topics & other.topics), 1, say("topik yang sama")
    yield _is_same_place(one, other), 1, say("tempat yang sama")


def _against(one: ForumTrace, other: ForumTrace) -> Iterator[tuple[int, str]]:
    is_only_one = _is_once_a_day(one) and one.kind == other.kind
    if one.topics and other.topics and not one.topics & other.topics and not is_only_one:
        yield -1, ""
    if one.place and other.place and not _is_same_place(one, other):
        yield -2, ""
    if one.hour and other.hour and one.hour != other.hour:
        yield -2, ""


def _is_same_place(one: ForumTrace, other: ForumTrace) -> bool:
    return bool(one.place) and _overlap(one.place, other.place) >= _NEAR_PLACE


def _kinds(one: ForumTrace, other: ForumTrace) -> tuple[int, str]:
    if one.kind == other.kind:
        return 2 + _is_once_a_day(one), say("jenis acara yang sama")
    if any({one.kind, other.kind} <= alike for alike in _ALIKE_KINDS):
        return 1, say("jenis acara yang berdekatan")
    return -2, ""


def _is_once_a_day(trace: ForumTrace) -> bool:
    return bool(kind_entry(trace.kind).get("once_a_day"))


def _quoted_alike(one: ForumTrace, other: ForumTrace) -> bool:
    return any(_is_same_quote(a, b) for a in one.quotes for b in other.quotes)


def _share_matters(one: ForumTrace, other: ForumTrace) -> bool:
    is_told = min(len(one.matters), len(other.matters)) >= _LEAST_SHARED
    return is_told and _overlap(one.matters, other.matters) >= _SHARED_WORDS


def _matters(draft: Draft) -> frozenset[str]:
    """Return the longer words of what was discussed, asked and promised."""
    told = [item.item for item in draft.agenda] + [one.gist for one in draft.directives]
    told += [one.gist for one in draft.commitments]
    return frozenset(word for word in _words(" ".join(told)) if len(word) >= _LEAST_WORD)


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
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return None
