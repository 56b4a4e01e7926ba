"""Directives that ask again: which earlier one is meant, and the chain that they make."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rapidfuzz import fuzz

from pamong.apps.forums.asked import Asked, as_asked, with_everything
from pamong.apps.forums.models import Directive
from pamong.apps.organisasi.models import Pemda

ALIKE = 55
"""Out of 100, for words of two directives on one topic; with another topic it must be far more."""

ALIKE_ACROSS_TOPICS = 80
COMPARED = 2000
PROPOSED = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """An earlier directive that may be the one asked again, with how alike its words are."""

    asked: Asked
    score: int


@dataclass(frozen=True, slots=True)
class Chain:
    """All that ask the same, oldest first, as far as a day knows."""

    rows: tuple[Asked, ...]

    @property
    def since(self) -> date:
        """When it was asked first."""
        return self.rows[0].day

    @property
    def times(self) -> int:
        """How often it was asked."""
        return len(self.rows)


def alike(directive: Directive) -> list[Likeness]:
    """Return earlier directives of the same government whose words are alike, the nearest first.

    Only those of an earlier day; the same forum does not ask again.
    """
    earlier = (
        Directive.objects.filter(pemda=directive.pemda_id, day__lt=directive.day)
        .order_by("-day", "id")
        .values_list("pk", "gist", "topic")[:COMPARED]
    )
    scored = [
        (round(fuzz.token_set_ratio(directive.gist.casefold(), gist.casefold())), pk, topic)
        for pk, gist, topic in earlier
    ]
    near = sorted(
        (
            (score, pk)
            for score, pk, topic in scored
            if score >= (ALIKE if topic and topic == directive.topic else ALIKE_ACROSS_TOPICS)
        ),
        reverse=True,
    )[:PROPOSED]
    rows = with_everything(Directive.objects.filter(pk__in=[pk for _, pk in near]))
    by_key = {row.pk: row for row in rows}
    ordered = [by_key[pk] for _, pk in near]
    told = as_asked(ordered, directive.pemda)
    return [Likeness(asked, score) for asked, (score, _) in zip(told, near, strict=True)]


def chain_of(directive: Directive, *, day: date) -> Chain:
    """Return all that ask the same as ``directive``, until ``day``; at least itself."""
    pairs = Directive.objects.filter(
        pemda=directive.pemda_id, repeats_of__isnull=False, day__lte=day
    ).values_list("pk", "repeats_of")
    links = {later: before for later, before in pairs if before is not None}
    members = _connected(directive.pk, links)
    rows = with_everything(
        Directive.objects.filter(pk__in=members, day__lte=day).order_by("day", "id")
    )
    return Chain(tuple(as_asked(rows, directive.pemda)))


def earlier_directive(pemda: Pemda, public_id: UUID) -> Directive | None:
    """Return a directive of ``pemda`` by its public id."""
    return Directive.objects.filter(pemda=pemda, public_id=public_id).first()


def _connected(key: int, links: dict[int, int]) -> set[int]:
    """Return every key that hangs together with ``key`` by links, in either direction."""
    beside: dict[int, set[int]] = {}
    for later, before in links.items():
        beside.setdefault(later, set()).add(before)
        beside.setdefault(before, set()).add(later)
    found, open_ones = {key}, [key]
    while open_ones:
        for other in beside.get(open_ones.pop(), set()) - found:
            found.add(other)
            open_ones.append(other)
    return found
