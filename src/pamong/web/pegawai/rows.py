"""The rows of a list of people as people read them; what may not be seen is not there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from pamong.apps.accounts.record_access import identity_seen
from pamong.apps.accounts.seeing import CLOSED
from pamong.apps.kepegawaian.choices import (
    KIND_LABELS,
    LEVEL_LABELS,
    POST_LABELS,
    SEX_LABELS,
    post_label,
)
from pamong.apps.kepegawaian.roster_columns import CLASSES, Column
from pamong.kernel.day import format_day
from pamong.web.http import Request

PLAIN = {
    Column.NIP: "told_nip",
    Column.GOLONGAN: "told_golongan",
    Column.GOLONGAN_TMT: "told_golongan_tmt",
    Column.OPD: "told_opd",
    Column.UNIT: "told_unit",
    Column.BORN: "born_on",
    Column.TMT: "starts_on",
}
LABELS: dict[Column, tuple[str, dict[str, Any]]] = {
    Column.POST: ("told_post", POST_LABELS),
    Column.JENJANG: ("told_jenjang", LEVEL_LABELS),
    Column.SEX: ("told_sex", SEX_LABELS),
}


@dataclass(frozen=True, slots=True)
class Person:
    """One row: the name with titles, and a value for each column."""

    public_id: UUID
    person_id: int
    name: str
    cells: tuple[object, ...]
    shows_closed: bool


def rows_of(request: Request, found: Sequence[Any], columns: Sequence[Column]) -> list[Person]:
    """Return rows with "tertutup" where the class of a column may not be seen of somebody."""
    seen = open_to(request, found, columns)
    return list(shown(found, columns, seen, day=request.standpoint.day))


def open_to(
    request: Request, found: Sequence[Any], columns: Sequence[Column]
) -> frozenset[int] | None:
    """Return the pegawai whose closed columns are shown, by id; ``None``: all of them."""
    if not set(columns) & CLASSES.keys():
        return frozenset()
    here = request.standpoint
    ids = [row.pk for row in found]
    return identity_seen(request.access, here.government, ids, day=here.day)


def shown(
    found: Iterable[Any], columns: Sequence[Column], seen: frozenset[int] | None, *, day: date
) -> Iterable[Person]:
    """Yield rows; ``seen`` are the pegawai whose closed columns are shown, ``None`` all."""
    for row in found:
        may = seen is None or row.pk in seen
        yield Person(
            public_id=row.public_id,
            person_id=row.person_id,
            name=row.person.full_name,
            cells=tuple(
                value_of(row, each, day) if may or each not in CLASSES else str(CLOSED)
                for each in columns
            ),
            shows_closed=may and any(each in CLASSES for each in columns),
        )


def value_of(row: Any, column: Column, day: date) -> object:
    """Return what a column shows of a row; of an employment that ended by ``day``, its last."""
    if column is Column.STATUS:
        label = str(KIND_LABELS.get(row.told_kind or row.kind, ""))
        if row.ends_before is None or row.ends_before > day:
            return label
        return f"{label}, {_until(row)}"
    if column is Column.JABATAN:
        return post_label(row.told_jabatan or "", row.told_capacity or "")
    if column in LABELS:
        name, labels = LABELS[column]
        return labels.get(getattr(row, name) or "", "")
    value = getattr(row, PLAIN[column])
    return "" if value is None else value


def _until(row: Any) -> str:
    return _("sampai %s") % format_day(row.ends_before - timedelta(days=1))
