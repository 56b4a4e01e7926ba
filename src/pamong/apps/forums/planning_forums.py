"""What confirming a draft would record of the forum itself: its chair, series, matters, terms."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time

from django.utils.translation import gettext as _

from pamong.apps.core.models import Document
from pamong.apps.forums.bodies import KnownBody, find_known_body
from pamong.apps.forums.confidential import betrayals, tidy
from pamong.apps.forums.models import ForumKind, ForumSeries
from pamong.apps.forums.recurrence import Rule, fits, kind_of, name_for, read_rule
from pamong.apps.organisasi.models import Pemda
from pamong.reader.draft import Draft

_CLOCK = re.compile(r"\b(?:pukul|jam)\s+(?P<hour>\d{1,2})[.:](?P<minute>\d{2})\b", re.IGNORECASE)
_PROTOCOL = re.compile(
    r"\b(?:menerapkan|mematuhi|menaati|mengikuti|memperhatikan)\s+protokol\b[^.,;\n]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlannedSeries:
    """A series that the text tells of; ``series`` where it is on record already."""

    kind: ForumKind
    rule: Rule
    nama: str
    series: ForumSeries | None
    is_of_this_forum: bool
    pointer: str

    @property
    def told(self) -> str:
        """How often it comes back."""
        return self.rule.told()


@dataclass(frozen=True, slots=True)
class PlannedMatter:
    """A point of the agenda; with a known body it becomes a directive upwards."""

    item: str
    body_text: str
    body: KnownBody | None
    pointer: str


@dataclass(slots=True)
class ForumPlan:
    """All of a forum that is more than a copy of the draft."""

    chair: str | None
    hour: time | None
    protocol: str
    series: list[PlannedSeries] = field(default_factory=list)
    matters: list[PlannedMatter] = field(default_factory=list)
    confidential: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def upward(self) -> list[PlannedMatter]:
        """The matters that become directives upwards."""
        return [matter for matter in self.matters if matter.body]

    @property
    def left_on_the_agenda(self) -> list[PlannedMatter]:
        """The matters of which the text names no body that is known."""
        return [matter for matter in self.matters if not matter.body]


def plan_forum(content: Draft, document: Document, pemda: Pemda) -> ForumPlan:
    """Work out what confirming would record of the forum of a draft."""
    plan = ForumPlan(
        chair=chair_of(content),
        hour=hour_in(content.time_of_day or ""),
        protocol=protocol_in(document.text),
        confidential=unnamed_words(content),
    )
    _plan_series(plan, content, document.text, pemda)
    plan.matters = [
        PlannedMatter(
            row.item, row.body or "", find_known_body(row.body or ""), f"/agenda/{index}"
        )
        for index, row in enumerate(content.agenda)
    ]
    for words in plan.confidential:
        plan.problems += [
            _("Kutipan tanpa nama pembicara: %s Ubah atau hapus kutipan itu.") % problem
            for problem in betrayals(words, pemda)
        ]
    return plan


def chair_of(content: Draft) -> str | None:
    """Return who led or opened it: whoever read another's words, or else who spoke first."""
    if content.on_behalf_of and content.on_behalf_of.reader:
        return content.on_behalf_of.reader
    return next((speaker.name for speaker in content.speakers if speaker.name), None)


def hour_in(text: str) -> time | None:
    """Return the hour that a text states.

    >>> hour_in("pukul 09.00 WIB"), hour_in("pagi")
    (datetime.time(9, 0), None)
    """
    match = _CLOCK.search(text)
    if match is None or int(match["hour"]) > 23 or int(match["minute"]) > 59:
        return None
    return time(int(match["hour"]), int(match["minute"]))


def protocol_in(text: str) -> str:
    """Return the words of a text that say by which protocol people met."""
    match = _PROTOCOL.search(text)
    return " ".join(match[0].split()) if match else ""


def unnamed_words(content: Draft) -> list[str]:
    """Return what unnamed speakers said or promised, each once; a promise may stand in a quote."""
    said = [tidy(quote.text).rstrip(" ,") for quote in content.quotes if not quote.speaker]
    promised = [tidy(row.gist) for row in content.commitments if not row.by]
    alone = [
        words for words in promised if not any(_bare(words) in _bare(quote) for quote in said)
    ]
    return list(dict.fromkeys([*said, *alone]))


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _plan_series(plan: ForumPlan, content: Draft, text: str, pemda: Pemda) -> None:
    for index, row in enumerate(content.recurrence):
        pointer = f"/recurrence/{index}"
        kind, rule = kind_of(row.what), read_rule(row.rule, around=_around(content, text, pointer))
        if kind is None or rule is None:
            plan.notes.append(
                _('"%(what)s %(rule)s" tidak dicatat sebagai seri: bukan forum yang berulang.')
                % {"what": row.what, "rule": row.rule}
            )
            continue
        nama = name_for(kind, rule)
        if nama not in {planned.nama for planned in plan.series}:
            here = ForumSeries.objects.filter(pemda=pemda, nama=nama).first()
            is_its_own = _is_its_own(kind, rule, content.forum_kind, content.date, plan.series)
            plan.series.append(PlannedSeries(kind, rule, nama, here, is_its_own, pointer))


def _is_its_own(
    kind: ForumKind,
    rule: Rule,
    forum_kind: str | None,
    day: date | None,
    others: Iterable[PlannedSeries],
) -> bool:
    """Tell whether this forum is one of the series: of its kind and day, and of no other yet."""
    is_taken = any(planned.is_of_this_forum for planned in others)
    return not is_taken and kind == forum_kind and day is not None and fits(rule, day)


def _around(content: Draft, text: str, pointer: str) -> str:
    """Return the sentence in which a recurrence stands."""
    evidence = content.evidence.get(pointer)
    if evidence is None or not evidence.spans:
        return ""
    start, end = evidence.spans[0]
    begin = max(text.rfind(mark, 0, start) for mark in ".\n") + 1
    stops = [place for mark in ".\n" if (place := text.find(mark, end)) >= 0]
    return text[begin : min(stops, default=len(text))]
