"""Whose rows an export has: everybody, an OPD, a status, a list of numbers; what is seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.policies import pegawai_visible_to
from pamong.apps.impor.export_errors import NobodyToExportError, NumbersUnknownError
from pamong.apps.impor.exporting_tally import Sees, everything
from pamong.apps.impor.registry import NUMBERS
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.places import units_on
from pamong.apps.kepegawaian.roster import BY_NAME, Roster
from pamong.apps.kepegawaian.roster_wanted import Wanted
from pamong.apps.organisasi.models import Pemda


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rows are wanted; an empty value narrows nothing.

    ``numbers`` are NIP or NI PPPK, one a line; they are looked up once and kept as ids.
    """

    opd: int | None = None
    kind: str = ""
    ids: tuple[int, ...] | None = None

    def to_json(self) -> dict[str, Any]:
        """Return what is kept with the export."""
        return {"opd": self.opd, "status": self.kind, "pegawai": self.ids and list(self.ids)}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Scope":
        """Return the scope that was kept."""
        ids = kept["pegawai"]
        return cls(kept["opd"], kept["status"], None if ids is None else tuple(ids))


def people_of(pemda: Pemda, scope: Scope, *, day: date, access: Access | None = None) -> list[int]:
    """Return the ids of who works for a government on a day and is wanted, by name.

    With ``access`` only those are there whose identity numbers it sees.

    Raises:
        NobodyToExportError: there is nobody.
    """
    opd_units = units_on(pemda, day=day, opd=scope.opd) if scope.opd is not None else []
    wanted = Wanted(
        opd=scope.opd,
        opd_units=frozenset(each.unit_id for each in opd_units),
        kind=scope.kind,
    )
    rows = Roster(pemda, _visible(pemda, access, day, FieldClass.IDENTITY), wanted, day).people()
    if scope.ids is not None:
        rows = rows.filter(pk__in=scope.ids)
    found = list(rows.order_by(*BY_NAME).values_list("pk", flat=True))
    if not found:
        raise NobodyToExportError
    return found


def ids_of_numbers(
    pemda: Pemda, numbers: Sequence[str], *, day: date, access: Access | None = None
) -> tuple[int, ...]:
    """Return the employments of some NIP or NI PPPK on a day.

    Raises:
        NumbersUnknownError: some are of nobody here whose number may be seen; it names the lines.
    """
    visible = _visible(pemda, access, day, FieldClass.IDENTITY)
    rows = Pegawai.objects.on(day).filter(visible, pemda=pemda)
    held = rows.filter(
        person__identifiers__kind__in=NUMBERS, person__identifiers__value__in=numbers
    )
    found = dict(held.values_list("person__identifiers__value", "pk"))
    unknown = [line for line, number in enumerate(numbers, 1) if number not in found]
    if unknown:
        raise NumbersUnknownError(unknown)
    return tuple(sorted({found[number] for number in numbers}))


def seen_by(access: Access | None, pemda: Pemda, *, day: date) -> Sees:
    """Return of whom fields of a class may be written for whoever has ``access``."""
    if access is None:
        return everything

    def sees(field_class: FieldClass, ids: Sequence[int]) -> frozenset[int]:
        visible = _visible(pemda, access, day, field_class)
        return frozenset(Pegawai.objects.filter(visible, pk__in=ids).values_list("pk", flat=True))

    return sees


def _visible(pemda: Pemda, access: Access | None, day: date, field_class: FieldClass) -> Q:
    if access is None:
        return Q(pemda=pemda)
    return pegawai_visible_to(access, pemda, day=day, field_class=field_class)
