"""How much work reviewing takes: touches and seconds in the median, and what is corrected most."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TypeVar

from pamong.apps.forums.models import Correction, ForumKind, ReviewMeasure
from pamong.apps.organisasi.models import Pemda

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Median:
    """Some drafts in the middle: half of them took as much or less.

    ``seconds`` is of those whose time is known, ``timed``; ``None`` where there is none.
    """

    drafts: int
    touches: float
    seconds: float | None
    timed: int


@dataclass(frozen=True, slots=True)
class OfMonth:
    """The drafts confirmed in the month that begins on ``month``."""

    month: date
    median: Median


@dataclass(frozen=True, slots=True)
class OfKind:
    """The drafts about forums of one kind; an empty label is of no forum."""

    label: str
    median: Median


@dataclass(frozen=True, slots=True)
class OfField:
    """How often one field was touched, and in how many drafts."""

    field: str
    touches: int
    drafts: int


@dataclass(frozen=True, slots=True)
class Measures:
    """All that is known of the reviews of one government until a day."""

    whole: Median | None
    changed: int
    added: int
    removed: int
    months: tuple[OfMonth, ...]
    kinds: tuple[OfKind, ...]
    fields: tuple[OfField, ...]
    cases: int


def measures_of(pemda: Pemda, *, day: date) -> Measures:
    """Return what the drafts confirmed in ``pemda`` until ``day`` took, newest month first."""
    rows = list(ReviewMeasure.objects.filter(pemda=pemda, measured_on__lte=day).order_by("id"))
    months = _grouped(rows, lambda row: row.measured_on.replace(day=1))
    kinds = _grouped(rows, lambda row: row.kind)
    labels = dict(ForumKind.choices)
    return Measures(
        whole=_median(rows) if rows else None,
        changed=sum(row.changed for row in rows),
        added=sum(row.added for row in rows),
        removed=sum(row.removed for row in rows),
        months=tuple(
            OfMonth(month, _median(months[month])) for month in sorted(months, reverse=True)
        ),
        kinds=tuple(
            OfKind(str(labels.get(kind, kind)), _median(kinds[kind]))
            for kind in sorted(kinds, key=lambda kind: (-len(kinds[kind]), kind))
        ),
        fields=_fields(rows),
        cases=Correction.objects.filter(pemda=pemda).count(),
    )


def _median(rows: Sequence[ReviewMeasure]) -> Median:
    timed = [row.seconds for row in rows if row.seconds is not None]
    return Median(
        drafts=len(rows),
        touches=median(row.changed + row.added + row.removed for row in rows),
        seconds=median(timed) if timed else None,
        timed=len(timed),
    )


def _fields(rows: Sequence[ReviewMeasure]) -> tuple[OfField, ...]:
    """Return the fields by how often they were touched, most first."""
    made: Counter[str] = Counter()
    drafts: Counter[str] = Counter()
    for row in rows:
        made.update(row.by_field)
        drafts.update(row.by_field.keys())
    ranked = sorted(made, key=lambda field: (-made[field], field))
    return tuple(OfField(field, made[field], drafts[field]) for field in ranked)


def _grouped(
    rows: Sequence[ReviewMeasure], key_of: Callable[[ReviewMeasure], Key]
) -> dict[Key, list[ReviewMeasure]]:
    groups: dict[Key, list[ReviewMeasure]] = {}
    for row in rows:
        groups.setdefault(key_of(row), []).append(row)
    return groups
