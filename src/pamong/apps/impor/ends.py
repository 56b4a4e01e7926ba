"""The employments that an import ends: how many it would, ending them, and taking that back.

By the same rules as one pemberhentian that is recorded by hand (kepegawaian/ending.py).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import F, Q

from pamong.apps.impor.choosing import TAKEN, Choice
from pamong.apps.impor.models import Import, WrittenEntry
from pamong.apps.impor.written import tables, told_of, written
from pamong.apps.kepegawaian.ending_many import EndsTakenBack, end_many
from pamong.apps.kepegawaian.ending_rows import ENTRIES
from pamong.apps.kepegawaian.models import Termination
from pamong.apps.kepegawaian.sections import BY_MODEL

STOP = BY_MODEL[Termination].key
ENDED = frozenset(BY_MODEL[model].key for model in ENTRIES)
"""The sections whose entries end with an employment."""
PLANNED = """
    SELECT count(DISTINCT owner) FILTER (WHERE day IS NOT NULL AND ran IS NULL),
           count(DISTINCT owner) FILTER (WHERE day <> ran AND (day < ran OR ran = was)),
           count(*) FILTER (WHERE day IS NULL)
      FROM (
        SELECT coalesce(s.pegawai_id::text, s.who) AS owner, g.ends_before AS ran,
               t.stopped_on AS was, coalesce((s.said->>'stopped_on')::date, t.stopped_on) AS day
          FROM impor_stagedrow s
          LEFT JOIN kepegawaian_pegawai g ON g.id = s.pegawai_id
          LEFT JOIN kepegawaian_termination t ON t.id = s.entry_id
         WHERE s.batch_id = %(batch)s AND s.section = %(section)s AND s.state < 2
           AND (s.pegawai_id IS NOT NULL OR 'pegawai' <> ALL(%(sections_left)s))
           AND {taken}) told"""
FORMER_KEPT = """
    UPDATE impor_writtenentry w SET before = w.before || jsonb_build_object('ended', t.ended)
      FROM kepegawaian_termination t
     WHERE w.batch_id = %(batch)s AND w.section = %(section)s AND w.before IS NOT NULL
       AND t.id = w.entry_id"""
TAKEN_BACK = """
    SELECT count(DISTINCT g.id) FROM ({written}) w
      JOIN kepegawaian_termination t ON t.id = w.entry_id
     CROSS JOIN LATERAL jsonb_array_elements(t.ended) e
      JOIN kepegawaian_pegawai g ON e->>0 = 'kepegawaian.pegawai' AND g.id = (e->>1)::bigint
                                AND g.ends_before = (e->>3)::date
     WHERE w.is_mine AND NOT coalesce(w.before->'ended' @> jsonb_build_array(e), FALSE)
       AND NOT EXISTS (SELECT FROM impor_writtenentry n
                        WHERE n.batch_id = %(batch)s AND n.section = 'pegawai'
                          AND n.before IS NULL AND n.entry_id = g.id)"""


@dataclass(frozen=True, slots=True)
class Ends:
    """How many employments end by what is accepted, how many end on another day than now.

    ``undated`` are pemberhentian without a TMT: they end nothing.
    """

    ending: int = 0
    moved: int = 0
    undated: int = 0


def plan_ends(batch: Import, choice: Choice) -> Ends:
    """Return what the pemberhentian that are accepted of a preview would end."""
    if STOP not in batch.counts or batch.is_cleared or not batch.is_ready:
        return Ends()
    with connection.cursor() as cursor:
        cursor.execute(PLANNED.format(taken=TAKEN), {**choice.told(batch), "section": STOP})
        return Ends(*cursor.fetchone())


def end_employments(batch: Import, has_new_days: Collection[int]) -> None:
    """End what the pemberhentian of an import end, inside the open act.

    Of who left before, what the import wrote (``has_new_days``: whose) ends with the employment.

    Raises:
        LaterRowOfError: something of an employment begins only when it is to end, or later.
    """
    with connection.cursor() as cursor:
        cursor.execute(FORMER_KEPT, told_of(batch, STOP))
    mine = WrittenEntry.objects.filter(batch=batch, section=STOP).values("entry_id")
    came = list(Termination.objects.filter(~Q(stopped_on=None) | ~Q(ended=[]), pk__in=mine))
    stood = list(
        Termination.objects.exclude(pk__in=mine).filter(
            pegawai__pemda=batch.pemda_id,
            pegawai__ends_before=F("stopped_on"),
            pegawai__in=list(has_new_days),
        )
    )
    former = {entry.pk: entry.ended for entry in stood}
    end_many(batch.pemda_id, [*came, *stood])
    WrittenEntry.objects.bulk_create(
        WrittenEntry(
            batch=batch, section=STOP, entry_id=each.pk, before={"ended": former[each.pk]}
        )
        for each in stood
        if each.ended != former[each.pk]
    )


def count_taken_back(batch: Import) -> int:
    """Return how many employments, but for those that go, would run on, or end on another day."""
    with connection.cursor() as cursor:
        cursor.execute(TAKEN_BACK.format(written=_written()), told_of(batch, STOP))
        return int(cursor.fetchone()[0])


def ends_taken_back(batch: Import) -> EndsTakenBack:
    """Return until when rows ran before an import, while its pemberhentian still tell it."""
    told: dict[str, Any] = told_of(batch, STOP)
    with connection.cursor() as cursor:
        cursor.execute(_written(), told)
        mine = [pk for pk, _before, is_mine in cursor.fetchall() if is_mine]
    before = dict(
        WrittenEntry.objects.filter(batch=batch, section=STOP, entry_id__in=mine)
        .exclude(before=None)
        .values_list("entry_id", "before__ended")
    )
    entries = Termination.objects.filter(pk__in=mine)
    return EndsTakenBack(batch.pemda_id, {each: before.get(each.pk) or [] for each in entries})


def _written() -> str:
    return written(tables(Termination)[1])
