"""Lists of forums: searched, filtered, cut into pages; planned ones stand among them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from pamong.apps.forums.models import (
    CallingOff,
    Directive,
    Forum,
    ForumKind,
    ForumSeries,
    Topic,
)
from pamong.apps.forums.pages import Cut, cut
from pamong.apps.forums.typing_mistakes import nearest
from pamong.apps.organisasi.models import Pemda

ROWS = 25
SEARCHED_FOR_MISTAKES = 2000


class ForumState(StrEnum):
    """How a forum can stand on a day, as the filter of the list names it."""

    PLANNED = "direncanakan"
    HELD = "berlangsung"
    CALLED_OFF = "dibatalkan"


STATES = (
    (ForumState.PLANNED.value, _("direncanakan")),
    (ForumState.HELD.value, _("sudah berlangsung")),
    (ForumState.CALLED_OFF.value, _("dibatalkan")),
)


@dataclass(frozen=True, slots=True)
class ForumQuery:
    """What is asked for; whatever is empty does not narrow. ``series`` is its name."""

    words: str = ""
    kind: str = ""
    series: str = ""
    year: str = ""
    topic: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class FoundForums:
    """One page of a list, its forums as :func:`with_counts` brings them.

    ``is_near`` as for directives.
    """

    rows: list[Forum]
    cut: Cut
    is_near: bool


def known_forums(pemda: Pemda, *, day: date) -> QuerySet[Forum]:
    """Return the forums that ``day`` knows of: held until then, or announced until then."""
    return Forum.objects.filter(pemda=pemda).filter(Q(day__lte=day) | Q(announced_on__lte=day))


def find_forums(pemda: Pemda, *, day: date, query: ForumQuery, page: int = 1) -> FoundForums:
    """Return one page of the forums of ``pemda`` that ``day`` knows of, newest first."""
    narrowed = _narrowed(known_forums(pemda, day=day), query, day)
    found = _with_words(narrowed, query.words)
    total = found.count()
    is_near = bool(query.words and not total)
    if is_near:
        texts = narrowed.order_by("-day", "id").values_list("pk", "title")
        near = nearest(query.words, texts[:SEARCHED_FOR_MISTAKES])
        found, total = narrowed.filter(pk__in=near), len(near)
    place = cut(total, page, ROWS)
    rows = with_counts(found, day=day).order_by("-day", "id")[place.first : place.last]
    return FoundForums(list(rows), place, is_near and total > 0)


def called_off_on(day: date) -> Exists:
    """Return the condition on forums that were called off at the end of ``day``."""
    return Exists(CallingOff.objects.on(day).filter(forum=OuterRef("pk")))


def with_counts(forums: QuerySet[Forum], *, day: date) -> QuerySet[Forum]:
    """Let forums bring what their lines in a list name.

    That is how much was asked there, and whether they are called off on ``day``.
    """
    asked = (
        Directive.objects.filter(forum=OuterRef("pk"))
        .order_by()
        .values("forum")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return forums.select_related("document", "series").annotate(
        directive_count=Coalesce(Subquery(asked), 0), is_called_off=called_off_on(day)
    )


def years_of_forums(pemda: Pemda, *, day: date) -> list[int]:
    """Return the years from the first forum to the last that ``day`` knows of, newest first."""
    ends = known_forums(pemda, day=day).aggregate(first=Min("day"), last=Max("day"))
    if ends["first"] is None:
        return []
    return list(range(ends["last"].year, ends["first"].year - 1, -1))


def known_series(pemda: Pemda, *, day: date) -> QuerySet[ForumSeries]:
    """Return the series whose rule ``day`` knows of, by name."""
    return (
        ForumSeries.objects.filter(pemda=pemda, rules__starts_on__lte=day)
        .distinct()
        .order_by("nama")
    )


def _narrowed(found: QuerySet[Forum], query: ForumQuery, day: date) -> QuerySet[Forum]:
    if query.kind in ForumKind.values:
        found = found.filter(kind=query.kind)
    if query.topic in Topic.values:
        found = found.filter(topics__contains=[query.topic])
    if query.series:
        found = found.filter(series__nama=query.series)
    if query.year.isdecimal() and len(query.year) == len("2019"):
        found = found.filter(day__year=int(query.year))
    states: dict[str, Q] = {
        ForumState.PLANNED: Q(day__gt=day) & ~Q(called_off_on(day)),
        ForumState.HELD: Q(day__lte=day) & ~Q(called_off_on(day)),
        ForumState.CALLED_OFF: Q(called_off_on(day)),
    }
    return found.filter(states.get(query.state, Q()))


def _with_words(found: QuerySet[Forum], words: str) -> QuerySet[Forum]:
    for word in words.split():
        found = found.filter(
            Q(title__icontains=word)
            | Q(place__icontains=word)
            | Q(kind__icontains=word)
            | Q(document__kode__iexact=word)
            | Q(series__nama__icontains=word)
        )
    return found
