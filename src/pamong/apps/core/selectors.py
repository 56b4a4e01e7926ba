"""Reading people and the history of any record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models import Person, PersonName
from pamong.kernel.person_name import sort_key

Row = TypeVar("Row", bound=models.Model)

ACTS = {"insert": _("dicatat"), "update": _("diubah"), "delete": _("dihapus")}


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the history of a record: what happened, when, by whom and why."""

    record_id: int
    at: datetime
    what: str
    actor: str
    reason: str


def history_of(rows: Sequence[models.Model]) -> list[Change]:
    """Return what happened to ``rows``, newest first."""
    return [change for _row, change in histories_of(rows)]


def histories_of(rows: Sequence[Row]) -> list[tuple[Row, Change]]:
    """Return what happened to ``rows`` of any models, each with its row, newest first.

    It is one query, however many models there are.
    """
    by_model: dict[type[models.Model], dict[int, Row]] = {}
    for row in rows:
        by_model.setdefault(type(row), {})[row.pk] = row
    asked = [
        model.pgh_event_model.objects.filter(pgh_obj_id__in=known)  # type: ignore[attr-defined]  # added by pghistory
        .annotate(of_model=models.Value(place))
        .values_list("of_model", *EVENT)
        .order_by()
        for place, (model, known) in enumerate(by_model.items())
    ]
    if not asked:
        return []
    found = asked[0].union(*asked[1:], all=True) if len(asked) > 1 else asked[0]
    known_rows = list(by_model.values())
    return [
        (known_rows[place][told[0]], _change(*told))
        for place, *told, _id in sorted(found, key=lambda event: (event[2], event[-1]))[::-1]
    ]


EVENT = ("pgh_obj_id", "pgh_created_at", "pgh_label", "pgh_context", "pgh_id")


def change_of(event: models.Model) -> Change:
    """Return what one row of a history says."""
    return _change(*(getattr(event, name) for name in EVENT[:-1]))


def _change(record_id: int, at: datetime, label: str, context: dict[str, str] | None) -> Change:
    return Change(
        record_id=record_id,
        at=at,
        what=str(ACTS[label]),
        actor=(context or {}).get("actor", gettext("tidak tercatat")),
        reason=(context or {}).get("reason", ""),
    )


def people_named(name: str) -> list[Person]:
    """Return everybody whose name, or another recorded name, is ``name`` without its titles."""
    key = sort_key(name)
    # A union of keys: a condition over the join would look at everybody in the database.
    named = Person.objects.filter(sort_key=key).values_list("pk", flat=True)
    also = PersonName.objects.filter(sort_key=key).values_list("person_id", flat=True)
    return list(Person.objects.filter(pk__in=named.union(also)).order_by("id"))
