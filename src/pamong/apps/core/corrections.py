"""What the history of one record says in words: each change with what stood before and after."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

from pamong.apps.core.selectors import Change, change_of
from pamong.kernel.day import format_day

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Difference:
    """One particular that changed; a value that is not there is an empty text."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the history, which record it is about, and what differs since the one before."""

    about: str
    change: Change
    differences: tuple[Difference, ...] = ()


def corrections_of(
    row: models.Model, about: str, labels: Mapping[str, "StrOrPromise"]
) -> list[Correction]:
    """Return the history of one record, newest first; ``labels`` name the fields that are told."""
    events = events_of(type(row), labels).filter(pgh_obj_id=row.pk)
    return corrections_between(list(events), about, labels)


def corrections_between(
    events: Sequence[Any], about: str, labels: Mapping[str, "StrOrPromise"]
) -> list[Correction]:
    """Return what the events of one record say, newest first."""
    told = [
        Correction(about, change_of(event), tuple(differences(before, event, labels)))
        for before, event in in_pairs(events)
    ]
    return told[::-1]


def events_of(model: type[models.Model], fields: Iterable[str]) -> models.QuerySet[Any]:
    """Return the history of a model, the oldest first, with the rows that ``fields`` point to."""
    events: type[models.Model] = model.pgh_event_model  # type: ignore[attr-defined]  # pghistory's
    pointing = [name for name in fields if events._meta.get_field(name).is_relation]  # noqa: SLF001  Django's documented Options
    return events._default_manager.select_related(*pointing).order_by("pgh_id")  # noqa: SLF001  the same


def in_pairs(events: Sequence[Any]) -> Iterable[tuple[Any, Any]]:
    """Return each event with the one before it."""
    return zip([None, *events], events, strict=False)


def differences(
    before: models.Model | None, after: models.Model, labels: Mapping[str, "StrOrPromise"]
) -> Iterable[Difference]:
    """Return what differs between an event and the one before; nothing for the first one."""
    if before is None:
        return
    for name, label in labels.items():
        old, new = shown(before, name), shown(after, name)
        if old != new:
            yield Difference(str(label), old, new)


def shown(event: models.Model, name: str) -> str:
    """Return the value of a field as people read it."""
    value = getattr(event, name)
    choices = dict(getattr(event._meta.get_field(name), "flatchoices", ()))  # noqa: SLF001  Django's documented Options
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return format_day(value)
    if isinstance(value, time):
        return _("pukul %s") % f"{value:%H.%M}"
    return str(choices.get(value, value))
