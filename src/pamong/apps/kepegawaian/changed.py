"""Which entries of a record were corrected or withdrawn: marks beside them, their story apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from pamong.apps.core.corrections import Correction, corrections_between, events_of
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.sections import SECTIONS, Section

TOLD = """
SELECT {place} AS place, e.pgh_obj_id,
       count(*) FILTER (WHERE e.pgh_context->>'act' = 'kepegawaian.correct_entry'),
       max(e.pgh_created_at) FILTER (WHERE e.pgh_label = 'delete'),
       min(e.{begins})
FROM {events} e
WHERE e.pegawai_id = %s AND e.pgh_label <> 'insert' AND e.pgh_created_at <= %s
GROUP BY e.pgh_obj_id
"""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An entry that is no longer on record, and since when."""

    entry_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of the entries of one section."""

    corrected: Mapping[int, int]
    withdrawn: Sequence[Withdrawn]


def changed_entries(pegawai: Pegawai, *, day: date, known_on: datetime) -> dict[str, Changed]:
    """Return by section how often each entry was corrected, and which were withdrawn.

    Nothing is told of what begins after ``day``, or became so after ``known_on``.
    """
    found: dict[str, Changed] = {each.key: Changed({}, []) for each in SECTIONS}
    for place, entry_id, corrections, withdrawn_at, begins in _rows(pegawai, known_on):
        if begins is not None and begins > day:
            continue
        changed = found[SECTIONS[place].key]
        if withdrawn_at is not None:
            found[SECTIONS[place].key] = Changed(
                changed.corrected, [*changed.withdrawn, Withdrawn(entry_id, withdrawn_at)]
            )
        elif corrections:
            found[SECTIONS[place].key] = Changed(
                {**changed.corrected, entry_id: corrections}, changed.withdrawn
            )
    return found


def story_on(
    section: Section,
    pegawai: Pegawai,
    entry_id: int,
    *,
    columns: Sequence[str],
    day: date,
    known_on: datetime,
) -> list[Correction]:
    """Return how an entry came to say what it says of some columns, the newest first.

    Nothing was recorded later than ``known_on``, and nothing is told of an entry that begins after
    ``day``.
    """
    events = list(
        events_of(section.model, columns).filter(
            pgh_obj_id=entry_id, pegawai=pegawai.pk, pgh_created_at__lte=known_on
        )
    )
    begins = getattr(events[-1], section.begins) if events else None
    if begins is not None and begins > day:
        return []
    labels = {column: section.labels[column] for column in columns}
    return corrections_between(events, str(section.title), labels)


def _rows(pegawai: Pegawai, known_on: datetime) -> list[tuple[Any, ...]]:
    parts = [f"({_part(place, section)})" for place, section in enumerate(SECTIONS)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [pegawai.pk, known_on] * len(SECTIONS))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _part(place: int, section: Section) -> str:
    events = section.model.pgh_event_model._meta.db_table  # type: ignore[attr-defined]  # noqa: SLF001  pghistory's
    quoted = connection.ops.quote_name
    return TOLD.format(place=place, begins=quoted(section.begins), events=quoted(events))
