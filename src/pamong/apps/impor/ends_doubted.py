"""Doubts about an end of employment before something of it begins: in the files, or on record.

A pemberhentian is doubted that would end too early; where it is on record already, the row is
that begins after it. So the person comes in, and the smaller part waits.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from pamong.apps.impor.differences import title_of
from pamong.apps.impor.ends import ENDED, STOP
from pamong.apps.impor.kinds import LATER, LEFT
from pamong.apps.impor.models import Import, StagedDoubt, Weight
from pamong.apps.impor.placing import PEOPLE
from pamong.apps.kepegawaian.ending import CHUNK, later_than
from pamong.apps.kepegawaian.ending_rows import label_of, rows_of
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.sections import section
from pamong.kernel.day import format_day

STAGED = """
    SELECT s.*, coalesce(s.pegawai_id::text, a.who, s.who) AS owner
      FROM impor_stagedrow s
      LEFT JOIN (SELECT '#' || (p.said->'numbers'->>'siasn') AS key, min(p.who) AS who
                   FROM impor_stagedrow p
                  WHERE p.batch_id = %(batch)s AND p.section = %(people)s AND p.doubt < 2
                  GROUP BY 1) a ON a.key = s.who
     WHERE s.batch_id = %(batch)s AND s.doubt < 2 AND s.state < 2"""
LEAVING = """
    SELECT s.id, s.file, s.sheet, s.row, s.pegawai_id, (s.said->>'stopped_on')::date
      FROM ({staged} AND s.section = %(stop)s AND s.said ? 'stopped_on') s"""
COMING = """
    SELECT l.id, o.section, coalesce(o.said->>'starts_on', o.also->>'starts_on')::date AS begins,
           o.file, o.sheet, o.row
      FROM ({staged} AND s.section = %(stop)s AND s.said ? 'stopped_on') l
      JOIN ({staged} AND s.section = ANY(%(sections)s) AND s.state = 0) o ON o.owner = l.owner
     WHERE coalesce(o.said->>'starts_on', o.also->>'starts_on') >= l.said->>'stopped_on'
     ORDER BY l.id, begins, o.id"""
MOVED = """
    SELECT s.section, s.entry_id, (s.said->>'starts_on')::date FROM impor_stagedrow s
     WHERE s.batch_id = %(batch)s AND s.section = ANY(%(sections)s) AND s.doubt < 2
       AND s.state = 1 AND s.said ? 'starts_on' AND s.pegawai_id = ANY(%(owners)s)"""
AFTER_AN_END = """
    SELECT s.file, s.sheet, s.row, min(g.ends_before)
      FROM impor_stagedrow s JOIN kepegawaian_pegawai g ON g.id = s.pegawai_id
     WHERE s.batch_id = %(batch)s AND s.section = ANY(%(sections)s) AND s.doubt < 2
       AND (CASE s.state WHEN 0 THEN coalesce(s.said->>'starts_on', s.also->>'starts_on')
                         WHEN 1 THEN s.said->>'starts_on' END)::date >= g.ends_before
       AND NOT EXISTS (
         SELECT FROM impor_stagedrow l
          WHERE l.batch_id = %(batch)s AND l.section = %(stop)s AND l.doubt < 2 AND l.state < 2
            AND l.said ? 'stopped_on' AND l.pegawai_id = s.pegawai_id)
     GROUP BY 1, 2, 3"""


@dataclass(slots=True)
class _Leaving:
    """One staged pemberhentian with its day, and what begins only then or later."""

    place: tuple[str, str, int]
    pegawai_id: int | None
    day: date
    later: list[str] = field(default_factory=list)


def doubt_ends(batch: Import) -> None:
    """Stage a doubt for each pemberhentian, and each row after one, that cannot be written."""
    told = {
        "batch": batch.pk,
        "people": PEOPLE,
        "stop": STOP,
        "sections": [PEOPLE, *ENDED],
    }
    leaving = {
        pk: _Leaving((file, sheet, row), pegawai, day)
        for pk, file, sheet, row, pegawai, day in _rows(LEAVING.format(staged=STAGED), told)
    }
    if leaving:
        for pk, key, begins, *place in _rows(COMING.format(staged=STAGED), told):
            leaving[pk].later.append(_of_a_row(key, begins, *place))
        _add_those_on_record(leaving.values(), told)
    doubts = [
        _doubt(batch, each.place, LATER, {"rows": "; ".join(each.later[:5])})
        for each in leaving.values()
        if each.later
    ]
    doubts += (
        _doubt(batch, (file, sheet, row), LEFT, {"day": format_day(day)})
        for file, sheet, row, day in _rows(AFTER_AN_END, told)
    )
    StagedDoubt.objects.bulk_create(doubts, batch_size=CHUNK)


def _add_those_on_record(leaving: Iterable[_Leaving], told: Mapping[str, Any]) -> None:
    """Add what is on record, as it would begin after the import."""
    by_pegawai: dict[int, list[_Leaving]] = {}
    for each in leaving:
        if each.pegawai_id is not None:
            by_pegawai.setdefault(each.pegawai_id, []).append(each)
    every = list(by_pegawai)
    for ids in (every[start : start + CHUNK] for start in range(0, len(every), CHUNK)):
        found = rows_of(list(Pegawai.objects.filter(pk__in=ids)))
        begins = {
            (label_of(section(key).model), pk): day  # type: ignore[arg-type]  # a class has the same Options
            for key, pk, day in _rows(MOVED, {**told, "owners": ids})
            if key != PEOPLE
        }
        for pegawai_id, rows in found.items():
            for row in rows:
                row.starts_on = begins.get((label_of(row), row.pk), row.starts_on)
            for each in by_pegawai[pegawai_id]:
                each.later += later_than(rows, each.day)


def _of_a_row(key: str, begins: date, file: str, sheet: str, row: int) -> str:
    return _("%(what)s sejak %(day)s (%(file)s, %(sheet)s, baris %(row)s)") % {
        "what": title_of(key),
        "day": format_day(begins),
        "file": file,
        "sheet": sheet,
        "row": row,
    }


def _doubt(
    batch: Import, place: tuple[str, str, int], code: str, told: Mapping[str, str]
) -> StagedDoubt:
    file, sheet, row = place
    return StagedDoubt(
        batch=batch,
        file=file,
        sheet=sheet,
        row=row,
        column="",
        code=code,
        weight=Weight.REFUSES,
        text="",
        told=told,
    )


def _rows(sql: str, told: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, told)
        yield from cursor.fetchall()
