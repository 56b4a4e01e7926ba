"""What an act made and ended, so that it can be taken back as one.

The journal is plain data, kept with the plan that the act carried out: which rows it made, and
which it ended with the end that they had before. History keeps both directions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _

Row = TypeVar("Row", bound=Model)


class ChangedSinceError(Exception):
    """What an act wrote was changed by another one since, and cannot be taken back as a whole."""

    def __init__(self, rows: Iterable[str]) -> None:
        self.rows = list(rows)
        super().__init__(
            _(
                "Sesudah dijalankan, catatan ini diubah oleh tindakan lain: %(rows)s. Batalkan "
                "dulu perubahan itu, lalu ulangi."
            )
            % {"rows": ", ".join(self.rows[:5])}
        )


@dataclass(slots=True)
class Journal:
    """Rows made and rows ended, in the order in which it was done."""

    made: list[tuple[str, int, str | None]] = field(default_factory=list)
    ended: list[tuple[str, int, str | None, str]] = field(default_factory=list)

    def make(self, rows: Iterable[Row]) -> list[Row]:
        """Insert rows, all of one model, and note them."""
        told = list(rows)
        if told:
            model = type(told[0])
            told = model._default_manager.bulk_create(told)  # noqa: SLF001  Django's own name
            self.made += [(_label(row), row.pk, _end_of(row)) for row in told]
        return told

    def end(self, rows: Iterable[Any], *, day: date) -> None:
        """Let rows, all of one model, end before ``day``, and note until when they ran."""
        told = list(rows)
        for row in told:
            self.ended.append((_label(row), row.pk, _end_of(row), day.isoformat()))
            row.ends_before = day
        if told:
            type(told[0])._default_manager.bulk_update(told, ["ends_before"])  # noqa: SLF001

    def to_json(self) -> dict[str, Any]:
        """Return the journal as a plan keeps it."""
        return {"made": [list(each) for each in self.made], "ended": [*map(list, self.ended)]}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> "Journal":
        """Read what a plan keeps."""
        return cls(
            [(label, pk, end) for label, pk, end in told["made"]],
            [(label, pk, before, after) for label, pk, before, after in told["ended"]],
        )

    def take_back(self) -> None:
        """Delete what was made, and let what was ended run as it did.

        Raises:
            ChangedSinceError: another act has ended a row that was made here, or changed an end.
        """
        made = {label: _rows(label, pks) for label, pks in _by_label(self.made).items()}
        ended = {label: _rows(label, pks) for label, pks in _by_label(self.ended).items()}
        self._refuse_what_changed(made, ended)
        for label in reversed(list(made)):
            pks = list(made[label])
            apps.get_model(label)._default_manager.filter(pk__in=pks).delete()  # noqa: SLF001
        for label, rows in ended.items():
            for told, pk, before, _after in self.ended:
                if told == label:
                    rows[pk].ends_before = date.fromisoformat(before) if before else None
            model = apps.get_model(label)
            model._default_manager.bulk_update(rows.values(), ["ends_before"])  # noqa: SLF001

    def _refuse_what_changed(
        self, made: dict[str, dict[int, Any]], ended: dict[str, dict[int, Any]]
    ) -> None:
        gone = [f"{label} {pk}" for label, pk, _end in self.made if pk not in made[label]]
        cut = [
            str(made[label][pk])
            for label, pk, end in self.made
            if pk in made[label] and _end_of(made[label][pk]) != end
        ]
        moved = [
            str(ended[label].get(pk, pk))
            for label, pk, _before, after in self.ended
            if pk not in ended[label] or _end_of(ended[label][pk]) != after
        ]
        if gone or cut or moved:
            raise ChangedSinceError([*gone, *cut, *moved])


def _end_of(row: Any) -> str | None:
    end: date | None = getattr(row, "ends_before", None)
    return end.isoformat() if end else None


def _label(row: Model) -> str:
    return row._meta.label_lower  # noqa: SLF001  Django's documented Options


def _rows(label: str, pks: list[int]) -> dict[int, Any]:
    return dict(apps.get_model(label)._default_manager.in_bulk(pks))  # noqa: SLF001


def _by_label(told: Iterable[tuple[Any, ...]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for label, pk, *_rest in told:
        found.setdefault(label, []).append(pk)
    return found
