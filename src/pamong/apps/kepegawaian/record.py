"""The whole record of one pegawai as of a day, and as it was known at a moment.

Rows of all sections come in one statement, as JSON: twenty tables one by one would be twenty
round trips. As known at a moment they come from the histories, the latest that each row said then.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, models

from pamong.apps.core.corrections import Correction, corrections_between, events_of
from pamong.apps.core.models import Decree, Person, PersonIdentifier, PersonName
from pamong.apps.kepegawaian.models import Entry, Pegawai, PegawaiDocument
from pamong.apps.kepegawaian.sections import SECTIONS, Section
from pamong.apps.organisasi.then import UnitsThen, opds_then, units_then

NOW = "SELECT {place} AS place, to_jsonb(t) AS row FROM {table} t WHERE t.{column} = %s"
THEN = """
SELECT {place} AS place, to_jsonb(t) AS row FROM (
    SELECT DISTINCT ON (pgh_obj_id) * FROM {table}
    WHERE {column} = %s AND pgh_created_at <= %s
    ORDER BY pgh_obj_id, pgh_id DESC
) t
WHERE t.pgh_label <> 'delete'
"""
OBJECT = "pgh_obj_id"
"""The id of a row in its history, which has an index there; its copy "id" has none."""


@dataclass(frozen=True, slots=True)
class EntryOn:
    """An entry with whether it is in force on the day that was asked."""

    entry: Entry
    is_in_force: bool
    unit_name: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """All that is told of one pegawai as of ``day``; with ``known_on``, as was known then."""

    pegawai: Pegawai
    person: Person
    day: date
    known_on: datetime | None
    identifiers: Sequence[PersonIdentifier]
    other_names: Sequence[PersonName]
    documents: Sequence[PegawaiDocument]
    sections: Mapping[str, Sequence[EntryOn]]

    def current(self, key: str) -> EntryOn | None:
        """Return the entry of a section in force on the day, the last one begun."""
        return next((each for each in self.sections[key] if each.is_in_force), None)


def record_on(pegawai: Pegawai, *, day: date, known_on: datetime | None = None) -> Record | None:
    """Return the record of a pegawai as of ``day``, newest entries first.

    Nothing that begins after ``day`` is told, and with ``known_on`` nothing that was recorded
    later; ``None`` where the pegawai was not on record then. Units and OPDs are told as the tree
    has them on ``day``, those of an entry that had ended as on its last day.
    """
    asked: list[tuple[type[models.Model], str, int]] = [
        (Pegawai, "id", pegawai.pk),
        (Person, "id", pegawai.person_id),
        (PersonIdentifier, "person_id", pegawai.person_id),
        (PersonName, "person_id", pegawai.person_id),
        (PegawaiDocument, "pegawai_id", pegawai.pk),
        *((section.model, "pegawai_id", pegawai.pk) for section in SECTIONS),
    ]
    found = _rows(asked, known_on)
    employed, persons = found[Pegawai], found[Person]
    if not employed or not persons:
        return None
    employed[0].person = persons[0]
    entries = {each.key: _begun(each, found[each.model], day) for each in SECTIONS}
    documents = {each.pk: each for each in found[PegawaiDocument]}
    names = _connect([row for rows in entries.values() for row in rows], documents, day)
    return Record(
        pegawai=employed[0],
        person=persons[0],
        day=day,
        known_on=known_on,
        identifiers=[each for each in found[PersonIdentifier] if _has_begun(each, day)],
        other_names=[each for each in found[PersonName] if _has_begun(each, day)],
        documents=[each for each in documents.values() if _is_dated_by(each, day)],
        sections={
            key: [EntryOn(row, _is_in_force(row, day), _unit_name(row, names)) for row in rows]
            for key, rows in entries.items()
        },
    )


def entry_on(entry: Entry, *, day: date) -> EntryOn:
    """Return one entry as it is told on ``day``, also one that is only planned."""
    names = _connect([entry], {}, day)
    return EntryOn(entry, _is_in_force(entry, day), _unit_name(entry, names))


def story_of(section: Section, pegawai: Pegawai, entry_id: int) -> list[Correction]:
    """Return how one entry came to say what it says, the newest first, also of a withdrawn one."""
    events = events_of(section.model, section.labels).filter(
        pgh_obj_id=entry_id, pegawai=pegawai.pk
    )
    return corrections_between(list(events), str(section.title), section.labels)


def _rows(
    asked: Iterable[tuple[type[models.Model], str, int]], known_on: datetime | None
) -> dict[type[models.Model], list[Any]]:
    asked = list(asked)
    parts, told = [], list[Any]()
    for place, (model, column, key) in enumerate(asked):
        source = model if known_on is None else model.pgh_event_model  # type: ignore[attr-defined]  # pghistory's
        form = NOW if known_on is None else THEN
        table = connection.ops.quote_name(source._meta.db_table)  # noqa: SLF001  Django's documented Options
        named = column if known_on is None or column != "id" else OBJECT
        parts.append(f"({form.format(place=place, table=table, column=named)})")
        told += [key] if known_on is None else [key, known_on]
    found: dict[type[models.Model], list[Any]] = {model: [] for model, _, _ in asked}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), told)
        for place, row in cursor.fetchall():
            model = asked[place][0]
            found[model].append(_instance(model, json.loads(row)))
    return found


def _instance(model: type[models.Model], row: Mapping[str, Any]) -> models.Model:
    fields = model._meta.concrete_fields  # noqa: SLF001  Django's documented Options
    values = [
        row[str(each.column)] if each.is_relation else each.to_python(row[str(each.column)])
        for each in fields
    ]
    return model.from_db("default", [each.attname for each in fields], values)


def _begun(section: Section, rows: Iterable[Entry], day: date) -> list[Entry]:
    """Return the entries that belong to the record on ``day``, the last one begun first."""
    known = [(getattr(row, section.begins), row) for row in rows]
    begun = [(since, row) for since, row in known if since is None or since <= day]
    begun.sort(key=lambda each: (each[0] or date.min, each[1].pk), reverse=True)
    return [row for _, row in begun]


def _has_begun(row: Any, day: date) -> bool:
    return row.starts_on is None or row.starts_on <= day


def _is_dated_by(document: PegawaiDocument, day: date) -> bool:
    return document.dated_on is None or document.dated_on <= day


def _is_in_force(row: Any, day: date) -> bool:
    starts_on, ends_before = getattr(row, "starts_on", None), getattr(row, "ends_before", None)
    return (starts_on is None or starts_on <= day) and (ends_before is None or ends_before > day)


def _connect(
    rows: Sequence[Any], documents: Mapping[int, PegawaiDocument], day: date
) -> dict[tuple[str, int], str]:
    """Give the entries their papers and OPD; return what the unit of each was called.

    The tree says in which OPD a unit stood, and what both were called: on ``day``, and for an
    entry that had ended by then on its last day.
    """
    decrees = Decree.objects.in_bulk({row.decree_id for row in rows} - {None})
    units = {row.unit_id for row in rows if getattr(row, "unit_id", None) is not None}
    tree = units_then(units) if units else UnitsThen({})
    opds = opds_then({*tree.opds, *(row.opd_id for row in rows if hasattr(row, "opd_id"))})
    named: dict[tuple[str, int], str] = {}
    for row in rows:
        if row.decree_id in decrees:
            row.decree = decrees[row.decree_id]
        if row.document_id in documents:
            row.document = documents[row.document_id]
        last = _last_day_of(row, day)
        state = tree.state(getattr(row, "unit_id", None), last)
        if state is not None:
            row.unit = state.unit
            named[_key(row)] = state.nama
        if hasattr(row, "opd_id"):
            row.opd = opds.named_on(state.opd_id if state else row.opd_id, last)
    return named


def _last_day_of(row: Any, day: date) -> date:
    ends_before = getattr(row, "ends_before", None)
    return day if ends_before is None or ends_before > day else ends_before - timedelta(days=1)


def _key(row: Any) -> tuple[str, int]:
    return type(row).__name__, row.pk


def _unit_name(row: Any, names: Mapping[tuple[str, int], str]) -> str:
    return names.get(_key(row), "") or getattr(row, "unit_name", "")
