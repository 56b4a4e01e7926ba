"""Reads people and entries of a government a chunk at a time, as now or as known at a moment."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, models

from pamong.apps.core.models import Person, PersonIdentifier
from pamong.apps.impor.two_way import Row
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.sections import Section

NOW = "SELECT to_jsonb(t)::text FROM {table} t WHERE t.{column} = ANY(%s)"
THEN = """
    SELECT to_jsonb(t)::text FROM (
      SELECT DISTINCT ON (pgh_obj_id) * FROM {table}
       WHERE {column} = ANY(%s) AND pgh_created_at <= %s
       ORDER BY pgh_obj_id, pgh_id DESC) t
     WHERE t.pgh_label <> 'delete'"""
_IN_HISTORY = {"id": "pgh_obj_id"}
"""The id of a row in its history, which has an index there; its copy "id" has none."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Of which day the record is told, and, where it is told as known then, of which moment."""

    day: date
    known_on: datetime | None = None


@dataclass(frozen=True, slots=True)
class Somebody:
    """One employment with whose it is, and the numbers of its owner by kind."""

    employment: Row
    person: Row
    numbers: Mapping[str, str]

    @property
    def pegawai_id(self) -> int:
        """The id of the employment."""
        return int(self.employment["id"])

    @property
    def person_id(self) -> int:
        """The id of the person."""
        return int(self.person["id"])


def people(ids: Sequence[int], moment: Moment) -> list[Somebody]:
    """Return the people of some employments in their order; who was not known is not there."""
    employments = {row["id"]: row for row in rows(Pegawai, "id", ids, moment)}
    persons = [row["person_id"] for row in employments.values()]
    found = {row["id"]: row for row in rows(Person, "id", persons, moment)}
    numbers = _numbers(rows(PersonIdentifier, "person_id", persons, moment), moment.day)
    return [
        Somebody(each, found[each["person_id"]], numbers.get(each["person_id"], {}))
        for pk in ids
        if (each := employments.get(pk)) and each["person_id"] in found
    ]


def entries(section: Section, ids: Sequence[int], moment: Moment) -> dict[int, list[Row]]:
    """Return the entries of a section that belong to the record on the day, the first begun first.

    They are by employment; one without that day is told on every day.
    """
    day = moment.day.isoformat()
    found: dict[int, list[Row]] = {}
    for row in rows(section.model, "pegawai_id", ids, moment):
        since = row[section.begins]
        if since is None or since <= day:
            found.setdefault(row["pegawai_id"], []).append(row)
    for each in found.values():
        each.sort(key=lambda row: (row[section.begins] or "", row["id"]))
    return found


def in_force(found: Iterable[Row], day: date) -> Row | None:
    """Return the entry in force on a day, the last one begun."""
    text = day.isoformat()
    fitting = [
        row
        for row in found
        if row["starts_on"] <= text and (row["ends_before"] is None or row["ends_before"] > text)
    ]
    return fitting[-1] if fitting else None


def rows(
    model: type[models.Model], column: str, ids: Iterable[int], moment: Moment
) -> list[dict[str, Any]]:
    """Return the rows of a model as JSON, by the ids in one of its columns."""
    told: list[Any] = [list(ids)]
    if moment.known_on is None:
        table, form, named = _table(model), NOW, column
    else:
        table, form = _table(model.pgh_event_model), THEN  # type: ignore[attr-defined]  # pghistory's
        named = _IN_HISTORY.get(column, column)
        told.append(moment.known_on)
    with connection.cursor() as cursor:
        cursor.execute(form.format(table=table, column=named), told)
        return [json.loads(text) for (text,) in cursor.fetchall()]


def _numbers(found: Iterable[Row], day: date) -> dict[int, dict[str, str]]:
    """Return the numbers of each person on a day; of one kind the last one that began."""
    text = day.isoformat()
    begun = [row for row in found if row["starts_on"] is None or row["starts_on"] <= text]
    begun.sort(key=lambda row: (row["starts_on"] or "", row["id"]))
    numbers: dict[int, dict[str, str]] = {}
    for row in begun:
        numbers.setdefault(row["person_id"], {})[row["kind"]] = row["value"]
    return numbers


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001  Django's documented Options
