"""Lists of forums: searched, filtered, cut into pages; planned ones stand among them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from pamong.apps.forums.models import Directive, Forum, ForumKind, ForumSeries, Topic
from pamong.apps.forums.pages import Cut, cut
from pamong.apps.forums.typing_mistakes import nearest
from pamong.apps.organisasi.models import Pemda

ROWS = 25
SEARCHED_FOR_MISTAKES = 2000


@dataclass(frozen=True, slots=True)
class ForumQuery:
    """What is asked for; whatever is empty does not narrow. ``series`` is its name."""

    words: str = ""
    kind: str = ""
    series: str = ""
    year: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class FoundForums:
    """One page of a list, its forums with ``directive_count``; ``is_near`` as for directives."""

    rows: list[Forum]
    cut: Cut
    is_near: bool


def known_forums(pemda: Pemda, *, day: date) -> QuerySet[Forum]:
    """Return the forums that ``day`` knows of: held until then, or announced until then."""
    return Forum.objects.filter(pemda=pemda).filter(Q(day__lte=day) | Q(announced_on__lte=day))


def find_forums(pemda: Pemda, *, day: date, query: ForumQuery, page: int = 1) -> FoundForums:
    """Return one page of the forums of ``pemda`` that ``day`` knows of, newest first."""
    narrowed = _narrowed(known_forums(pemda, day=day), query)
    found = _with_words(narrowed, query.words)
    total = found.count()
    is_near = bool(query.words and not total)
    if is_near:
        texts = narrowed.order_by("-day", "id").values_list("pk", "title")
        near = nearest(query.words, texts[:SEARCHED_FOR_MISTAKES])
        found, total = narrowed.filter(pk__in=near), len(near)
    place = cut(total, page, ROWS)
    rows = with_counts(found).order_by("-day", "id")[place.first : place.last]
    return FoundForums(list(rows), place, is_near and total > 0)


def with_counts(forums: QuerySet[Forum]) -> QuerySet[Forum]:
    """Let forums bring how much was asked there, and what their lines in a list name."""
    asked = (
        Directive.objects.filter(forum=OuterRef("pk"))
        .order_by()
        .values("forum")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return forums.select_related("document", "series").annotate(
        directive_count=Coalesce(Subquery(asked), 0)
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


def _narrowed(found: QuerySet[Forum], query: ForumQuery) -> QuerySet[Forum]:
    if query.kind in ForumKind.values:
        found = found.filter(kind=query.kind)
    if query.topic in Topic.values:
        found = found.filter(topics__contains=[query.topic])
    if query.series:
        found = found.filter(series__nama=query.series)
    if query.year.isdecimal() and len(query.year) == len("2019"):
        found = found.filter(day__year=int(query.year))
    return found


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
