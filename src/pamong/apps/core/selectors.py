"""Reading people and the history of any record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models import Person
from pamong.kernel.person_name import sort_key

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
    """Return what happened to ``rows`` (of one model), newest first."""
    if not rows:
        return []
    events = rows[0].pgh_event_model.objects  # type: ignore[attr-defined]  # added by pghistory
    found = events.filter(pgh_obj_id__in=[row.pk for row in rows]).order_by("-pgh_id")
    return [
        Change(
            record_id=event.pgh_obj_id,
            at=event.pgh_created_at,
            what=str(ACTS[event.pgh_label]),
            actor=(event.pgh_context or {}).get("actor", gettext("tidak tercatat")),
            reason=(event.pgh_context or {}).get("reason", ""),
        )
        for event in found
    ]


def people_named(name: str) -> list[Person]:
    """Return everybody whose name, or another recorded name, is ``name`` without its titles."""
    key = sort_key(name)
    return list(
        Person.objects.filter(models.Q(sort_key=key) | models.Q(other_names__sort_key=key))
        .distinct()
        .order_by("id")
    )
