"""One forum as its page tells it, and one series with what its forums asked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from pamong.apps.forums.asked import Asked, named_with_office
from pamong.apps.forums.directive_list import directives_at
from pamong.apps.forums.forum_list import called_off_on, known_forums, with_counts
from pamong.apps.forums.models import (
    CallingOff,
    Commitment,
    Forum,
    ForumSeries,
    Invitation,
    RollCallEntry,
    SeriesRule,
    Statement,
)
from pamong.apps.forums.recurrence import Rule, next_day
from pamong.apps.forums.series_acts import rule_of
from pamong.kernel.capacity import Capacity


@dataclass(frozen=True, slots=True)
class Said:
    """Words with their speaker, by office and capacity on that day."""

    speaker: str
    setting: str
    words: str


@dataclass(frozen=True, slots=True)
class CallTaken:
    """Who took the roll call, when, and how often it was corrected."""

    by: str
    at: datetime
    corrections: int


@dataclass(frozen=True, slots=True)
class Invited:
    """One invitation, and what the roll call says of it."""

    invitation: Invitation
    presence: str
    label: str
    represented_by: str
    note: str


@dataclass(frozen=True, slots=True)
class Matter:
    """A point of the agenda; ``directive_id`` is the directive upwards that it became."""

    public_id: str
    item: str
    body: str
    directive_id: str | None


@dataclass(frozen=True, slots=True)
class ForumStory:
    """Everything that is told of a forum.

    ``confidential`` are words without a name, for the eyes that the policy names. ``called_off``
    is how the day knows it, ``is_called_off_now`` whether that still stands.
    """

    forum: Forum
    chair: str
    on_behalf_of: str
    guests: tuple[str, ...]
    invited: tuple[Invited, ...]
    call: CallTaken | None
    agenda: tuple[Matter, ...]
    asked: tuple[Asked, ...]
    statements: tuple[Said, ...]
    commitments: tuple[Commitment, ...]
    confidential: tuple[str, ...]
    called_off: CallingOff | None
    is_called_off_now: bool

    @property
    def is_told(self) -> bool:
        """Whether anything is on record of what happened there."""
        return any((self.call, self.asked, self.statements, self.commitments, self.confidential))

    @property
    def came(self) -> int:
        """How many of the invited came, or sent somebody."""
        return sum(row.presence in {"hadir", "diwakili"} for row in self.invited)


@dataclass(frozen=True, slots=True)
class ToldRule:
    """A rule of a series in words, and since when it is known."""

    row: SeriesRule
    told: str


@dataclass(frozen=True, slots=True)
class HeldForum:
    """One forum of a series with what was asked there."""

    forum: Forum
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class SeriesStory:
    """A series over time; ``following`` is the next day by its rule, where that names one."""

    series: ForumSeries
    rules: tuple[ToldRule, ...]
    following: date | None
    forums: tuple[HeldForum, ...]
    total: int
    called_off: int

    @property
    def rotates_host(self) -> bool:
        """Whether another government is host each time."""
        return any(rule.row.rotates_host for rule in self.rules)


SHOWN_FORUMS = 30
STALE = timedelta(days=366)
"""A rhythm of which nothing was heard for a year is history; no next day is reckoned from it."""


def forum_story(forum: Forum, *, day: date, sees_roll_call: bool) -> ForumStory:
    """Tell a forum as ``day`` knows it.

    Without ``sees_roll_call`` only what a document claims of who came.
    """
    pemda = forum.pemda
    offs = _callings_off(forum)
    rows = _invitations(forum) if sees_roll_call else []
    return ForumStory(
        forum=forum,
        chair=named_with_office(
            forum.chair.shown_name, forum.chair_office, forum.chair_capacity, pemda
        )
        if forum.chair
        else "",
        on_behalf_of=forum.principal.nama if forum.principal and forum.reader else "",
        guests=tuple(forum.guest_texts),  # type: ignore[attr-defined]  # get_forum brings these
        invited=tuple(_invited(row) for row in rows),
        call=_call(rows),
        agenda=tuple(Matter(**told) for told in forum.agenda_told),  # type: ignore[attr-defined]
        asked=tuple(directives_at(pemda, [forum.pk]).get(forum.pk, ())),
        statements=tuple(
            _said(row) for row in forum.statements.select_related("speaker").order_by("id")
        ),
        commitments=tuple(forum.commitments.select_related("person").order_by("id")),
        confidential=tuple(forum.confidential_words),  # type: ignore[attr-defined]
        called_off=next((row for row in offs if row.stood_on(day)), None),
        is_called_off_now=any(row.taken_back_on is None for row in offs),
    )


def _callings_off(forum: Forum) -> list[CallingOff]:
    """Return the callings off that :func:`get_forum` brought, the latest first."""
    return [
        CallingOff(
            forum=forum,
            called_off_on=date.fromisoformat(told["called_off_on"]),
            why=told["why"],
            taken_back_on=date.fromisoformat(told["taken_back_on"])
            if told["taken_back_on"]
            else None,
        )
        for told in forum.callings_off_told  # type: ignore[attr-defined]  # get_forum brings these
    ]


def invitations_of(forum: Forum) -> list[Invitation]:
    """Return the invitations of a forum, OPDs by name before the others."""
    return _invitations(forum)


def series_story(series: ForumSeries, *, day: date) -> SeriesStory:
    """Tell a series as ``day`` knows it, its newest forums with what was asked there."""
    rules = list(series.rules.filter(starts_on__lte=day).select_related("document"))
    known = known_forums(series.pemda, day=day).filter(series=series)
    forums = list(with_counts(known, day=day).order_by("-day", "id")[:SHOWN_FORUMS])
    asked = directives_at(series.pemda, [forum.pk for forum in forums if forum.day <= day])
    heard_of = max([row.starts_on for row in rules] + [forum.day for forum in forums], default=day)
    now = [rule_of(row) for row in rules if row.ends_before is None or row.ends_before > day]
    if day - heard_of > STALE:
        now = []
    counted = known.aggregate(
        total=Count("pk"), called_off=Count("pk", filter=Q(called_off_on(day)))
    )
    return SeriesStory(
        series=series,
        rules=tuple(ToldRule(row, rule_of(row).told()) for row in rules),
        following=_following(now, forums, day),
        forums=tuple(HeldForum(row, tuple(asked.get(row.pk, ()))) for row in forums),
        total=counted["total"],
        called_off=counted["called_off"],
    )


def _following(rules: list[Rule], forums: list[Forum], day: date) -> date | None:
    """Return the day that is announced, or else the next one by the rule; none called off."""
    ahead = [forum for forum in forums if forum.day > day]
    announced = [forum.day for forum in ahead if not _is_called_off(forum)]
    off = {forum.day for forum in ahead if _is_called_off(forum)} - {*announced}
    reckoned = [found for rule in rules if (found := _next_but(off, rule, day))]
    return min([*announced, *reckoned], default=None)


def _next_but(off: Collection[date], rule: Rule, day: date) -> date | None:
    """Return the next day by a rule on which its forum is not called off."""
    found = next_day(rule, after=day)
    while found is not None and found in off:
        found = next_day(rule, after=found)
    return found


def _is_called_off(forum: Forum) -> bool:
    return bool(forum.is_called_off)  # type: ignore[attr-defined]  # with_counts brings it


def _invitations(forum: Forum) -> list[Invitation]:
    corrected = (
        RollCallEntry.pgh_event_model.objects.filter(  # type: ignore[attr-defined]  # pghistory's
            pgh_obj_id=OuterRef("roll_call__pk"), pgh_label="update"
        )
        .order_by()
        .values("pgh_obj_id")
        .annotate(number=Count("pk"))
        .values("number")
    )
    rows = (
        forum.invitations.select_related("roll_call", "opd")
        .annotate(corrections=Coalesce(Subquery(corrected), 0))
        .order_by("id")
    )
    return sorted(rows, key=lambda row: (row.kind != "opd", row.text.casefold()))


def _invited(row: Invitation) -> Invited:
    entry = getattr(row, "roll_call", None)
    return Invited(
        invitation=row,
        presence=entry.presence if entry else "",
        label=str(entry.get_presence_display()) if entry else "",
        represented_by=entry.represented_by if entry else "",
        note=entry.note if entry else "",
    )


def _call(rows: Iterable[Invitation]) -> CallTaken | None:
    called = [row for row in rows if hasattr(row, "roll_call")]
    if not called:
        return None
    last = max((row.roll_call for row in called), key=lambda entry: entry.taken_at)
    corrections = sum(row.corrections for row in called)  # type: ignore[attr-defined]  # annotated
    return CallTaken(last.taken_by, last.taken_at, corrections)


def _said(row: Statement) -> Said:
    name = row.speaker.shown_name
    is_acting = bool(row.capacity) and Capacity(row.capacity).is_acting
    title = f"{Capacity(row.capacity).label} {row.office}" if is_acting else row.office
    return Said(
        speaker=f"{name}, {title}" if row.office else name,
        setting=str(row.get_setting_display()) if row.setting else "",
        words=row.words,
    )
