"""Directives that ask again: which earlier one is meant, and the chain that they make."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models.expressions import RawSQL
from rapidfuzz import fuzz

from pamong.apps.forums.asked import Asked, as_asked, source_of, with_everything
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
class Link:
    """One directive of a chain."""

    public_id: UUID
    gist: str
    day: date
    source: str
    document_public_id: UUID | None
    forum_id: UUID


@dataclass(frozen=True, slots=True)
class Chain:
    """All that ask the same, oldest first, as far as a day knows."""

    rows: tuple[Link, ...]

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
    is_alone = directive.repeats_of_id is None and not getattr(directive, "is_asked_again", True)
    if is_alone:
        return Chain((_link(directive),))
    rows = (
        Directive.objects.filter(pk__in=RawSQL(CONNECTED, [directive.pk]), day__lte=day)  # noqa: S611  our own SQL, one number
        .select_related("forum__document")
        .order_by("day", "id")
    )
    return Chain(tuple(_link(row) for row in rows))


def earlier_directive(pemda: Pemda, public_id: UUID) -> Directive | None:
    """Return a directive of ``pemda`` by its public id."""
    return Directive.objects.filter(pemda=pemda, public_id=public_id).first()


def _link(row: Directive) -> Link:
    document = row.forum.document
    return Link(
        public_id=row.public_id,
        gist=row.gist,
        day=row.day,
        source=source_of(row.forum),
        document_public_id=document.public_id if document else None,
        forum_id=row.forum.public_id,
    )


CONNECTED = """
WITH RECURSIVE chain(id) AS (
    SELECT %s::bigint
  UNION
    SELECT CASE WHEN beside.id = chain.id THEN beside.repeats_of_id ELSE beside.id END
    FROM chain
    JOIN forums_directive AS beside
      ON beside.repeats_of_id = chain.id
      OR beside.id = chain.id AND beside.repeats_of_id IS NOT NULL
)
SELECT id FROM chain
"""
"""Every directive that hangs together with one by repetition, in either direction."""
