"""What refers to a pegawai or to the person behind him, and what of it goes with a merging.

The tables are asked for, not listed: a new one that refers to a pegawai is moved from the day it
is there. What is not moved stands here with its reason, and a test reads both.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models

from pamong.apps.accounts.models import Look
from pamong.apps.core.models import Person
from pamong.apps.findings.models import DueDay
from pamong.apps.kepegawaian.models import Pegawai

STAYS_BEHIND: dict[type[models.Model], str] = {
    Look: "never changed, by a trigger: who looked at the other record is read through it",
    DueDay: "counted anew by the law after the merging, and not listed of who is not",
    Pegawai: "the record itself, which becomes the pointer",
}
"""What is not moved, and why."""
DERIVED = frozenset({"penggabungan", "kualitas"})
"""Apps whose rows are about the two records as such, or are made anew of what is on record."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One column of one table that refers to a pegawai, or to a person."""

    model: type[models.Model]
    field: str
    is_of_person: bool

    @property
    def table(self) -> str:
        """The name of the table."""
        return self.model._meta.db_table  # noqa: SLF001  Django's documented Options

    @property
    def column(self) -> str:
        """The name of the column."""
        return f"{self.field}_id"

    @property
    def key(self) -> str:
        """What a journal calls it; a name of a model and its field never changes."""
        return f"{self.model._meta.label_lower}.{self.field}"  # noqa: SLF001  the same

    @property
    def title(self) -> str:
        """What people call the rows."""
        return str(self.model._meta.verbose_name)  # noqa: SLF001  the same

    def owner_of(self, pegawai: Pegawai) -> int:
        """Return what the column holds for a pegawai."""
        return pegawai.person_id if self.is_of_person else pegawai.pk


@dataclass(frozen=True, slots=True)
class Row:
    """One row that refers to one of the two, with its columns as JSON."""

    reference: Reference
    pk: int
    values: dict[str, Any]

    @property
    def owner(self) -> int:
        """Whom it refers to."""
        return int(self.values[self.reference.column])


@cache
def references() -> tuple[Reference, ...]:
    """Return every reference that goes with a merging, in a fixed order."""
    return tuple(sorted(_all(), key=lambda each: each.key))


def rows_of(*pegawai: Pegawai) -> dict[Reference, list[Row]]:
    """Return all rows that refer to some pegawai, in one query."""
    known = references()
    parts = [
        f"(SELECT {place}, t.id, to_jsonb(t)::text FROM {each.table} t"  # noqa: S608  names of ours
        f" WHERE t.{each.column} = ANY(%s) ORDER BY t.id)"
        for place, each in enumerate(known)
    ]
    told = [[each.owner_of(one) for one in pegawai] for each in known]
    found: dict[Reference, list[Row]] = {each: [] for each in known}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), told)
        for place, pk, values in cursor.fetchall():
            found[known[place]].append(Row(known[place], pk, json.loads(values)))
    return found


def set_owner(reference: Reference, pks: Iterable[int], owner: int) -> None:
    """Let rows refer to another."""
    rows = reference.model._base_manager.filter(pk__in=list(pks))  # noqa: SLF001  Django's documented manager
    rows.update(**{reference.column: owner})


def _all() -> Iterator[Reference]:
    for model in apps.get_models():
        options = model._meta  # noqa: SLF001  Django's documented Options
        is_history = hasattr(model, "pgh_tracked_model")
        if is_history or options.app_label in DERIVED or model in STAYS_BEHIND:
            continue
        for field in options.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model in (Person, Pegawai):
                yield Reference(model, field.name, field.related_model is Person)
