"""The rows of a preview by what they are, some at a time, each with what it says and changes.

A row is of one class, and the classes are those of ``choosing.count``: listed and counted agree.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import Q

from pamong.apps.impor.errors import ClearedError
from pamong.apps.impor.models import Import, StagedDoubt, StagedRow, State, Weight
from pamong.apps.kepegawaian.models import Pegawai


class RowClass(StrEnum):
    """What a row is beside the record, as ``count`` names it."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ASKS = "asks"
    DOUBTFUL = "doubtful"
    ASIDE = "aside"


SOUND = Q(doubt__lt=Weight.REFUSES)
IS_OF: Mapping[RowClass, Q] = {
    RowClass.NEW: Q(doubt=Weight.NONE, row_state=State.NEW),
    RowClass.CHANGED: Q(doubt=Weight.NONE, row_state=State.CHANGED),
    RowClass.UNCHANGED: SOUND & Q(row_state=State.UNCHANGED),
    RowClass.ASKS: Q(doubt=Weight.ASKS, row_state__lt=State.UNCHANGED),
    RowClass.DOUBTFUL: Q(doubt=Weight.REFUSES),
    RowClass.ASIDE: SOUND & Q(row_state=State.ASIDE),
}
PARTS = """
    SELECT r.id, p.id, p.section, p.state, p.said, p.also, p.before
      FROM impor_stagedrow r
      JOIN LATERAL (
        SELECT p.* FROM impor_stagedrow p
         WHERE p.batch_id = r.batch_id AND p.id >= r.id AND p.id < coalesce(
                 (SELECT n.id FROM impor_stagedrow n
                   WHERE n.batch_id = r.batch_id AND n.part = 0 AND n.id > r.id
                   ORDER BY n.id LIMIT 1), r.id + 1000)
      ) p ON TRUE
     WHERE r.id = ANY(%(rows)s) ORDER BY r.id, p.part"""
"""The parts of a row stand right behind it, as they were copied; no index is needed for them."""


@dataclass(frozen=True, slots=True)
class RowPart:
    """What a row says for one section, and what stands there."""

    section: str
    state: State
    said: Mapping[str, Any]
    also: Mapping[str, Any]
    before: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class BrowsedRow:
    """One row of a file; ``pegawai`` is whose it is, where that is on record."""

    row: StagedRow
    parts: tuple[RowPart, ...]
    pegawai: Pegawai | None = None
    doubts: tuple[StagedDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows are wanted: of one class, of a section and a file, after or before a row."""

    of: RowClass
    section: str = ""
    file: str = ""
    after: int = 0
    before: int = 0


@dataclass(frozen=True, slots=True)
class RowPage:
    """Some rows in the order of the files, and whether there are others on either side."""

    rows: Sequence[BrowsedRow] = field(default_factory=list)
    has_before: bool = False
    has_after: bool = False


def browse(batch: Import, asked: Asked, *, size: int) -> RowPage:
    """Return some rows of a preview.

    Raises:
        ClearedError: the rows are deleted by now.
    """
    if batch.is_cleared:
        raise ClearedError
    rows = StagedRow.objects.filter(IS_OF[asked.of], batch=batch, part=0)
    if asked.section:
        rows = rows.filter(section=asked.section)
    if asked.file:
        rows = rows.filter(file=asked.file)
    if asked.before:
        found = list(rows.filter(pk__lt=asked.before).order_by("-pk")[: size + 1])
        has_before, has_after = len(found) > size, True
        found = found[:size][::-1]
    else:
        found = list(rows.filter(pk__gt=asked.after).order_by("pk")[: size + 1])
        has_before, has_after = bool(asked.after), len(found) > size
        found = found[:size]
    return RowPage(_with_parts(batch, found), has_before, has_after)


def _with_parts(batch: Import, rows: Sequence[StagedRow]) -> list[BrowsedRow]:
    parts = _parts(rows)
    people = Pegawai.objects.select_related("person").in_bulk(
        {row.pegawai_id for row in rows if row.pegawai_id is not None}
    )
    doubts = _doubts(batch, [row for row in rows if row.doubt])
    return [
        BrowsedRow(
            row,
            tuple(parts.get(row.pk, ())),
            people.get(row.pegawai_id) if row.pegawai_id else None,
            tuple(doubts.get((row.file, row.sheet, row.row), ())),
        )
        for row in rows
    ]


def _parts(rows: Sequence[StagedRow]) -> dict[int, list[RowPart]]:
    found: dict[int, list[RowPart]] = {}
    with connection.cursor() as cursor:
        cursor.execute(PARTS, {"rows": [row.pk for row in rows]})
        for of_row, _, section, state, said, also, before in cursor.fetchall():
            told, more, old = (_json(text) for text in (said, also, before))
            part = RowPart(section, State(state), told or {}, more or {}, old)
            found.setdefault(of_row, []).append(part)
    return found


def _json(text: str | None) -> Mapping[str, Any] | None:
    """Read what the database holds as JSON: a cursor of Django's gives it as text."""
    return None if text is None else json.loads(text)


def _doubts(
    batch: Import, rows: Sequence[StagedRow]
) -> dict[tuple[str, str, int], list[StagedDoubt]]:
    if not rows:
        return {}
    places = reduce(or_, (Q(file=row.file, sheet=row.sheet, row=row.row) for row in rows))
    found: dict[tuple[str, str, int], list[StagedDoubt]] = {}
    for doubt in StagedDoubt.objects.filter(places, batch=batch).order_by("column", "pk"):
        found.setdefault((doubt.file, doubt.sheet, doubt.row), []).append(doubt)
    return found
