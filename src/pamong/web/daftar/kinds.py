"""What a list is: its rows, its filters, what it says of itself, and how it is opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from pamong.apps.accounts.policies import pegawai_visible_to
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.places import opds_on
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_columns import Column
from pamong.apps.kepegawaian.roster_wanted import Wanted
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.http import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number, whose it is, what the list tells beside the person, its group."""

    number: int
    pegawai_id: int
    told: tuple[object, ...] = ()
    group: str = ""
    closed_by_birth: bool = False
    """Whether what is told rests on the day of birth, so is closed with it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A list as it is asked for: how many rows, how to read some of them, what is said of it."""

    roster: Roster
    number: int
    rows: Callable[[int, int], list[Line]]
    filters: Sequence[Filter] = ()
    notes: Sequence[str] = ()
    summary: Sequence[tuple[str, int]] = ()

    def with_notes(self, *more: str) -> "Opened":
        """Return the list with more said of it."""
        return replace(self, notes=(*self.notes, *more))


@dataclass(frozen=True, slots=True)
class Daftar:
    """One kind of list."""

    key: str
    title: "StrOrPromise"
    lead: "StrOrPromise"
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    open: Callable[[Request, Asked], Opened]
    told: tuple["StrOrPromise", ...] = ()
    is_grouped: bool = False
    summary_title: "StrOrPromise" = ""

    @property
    def labels(self) -> list[str]:
        """What stands above each column beside number and name."""
        return [str(label) for label in (*(one.label for one in self.columns), *self.told)]


def roster_of(
    request: Request,
    asked: Asked,
    *,
    kind: str = "",
    golongan: str = "",
    field_class: FieldClass = FieldClass.OPEN,
) -> Roster:
    """Return the people of an OPD, or all, of whom the user may see ``field_class``."""
    here = request.standpoint
    visible = pegawai_visible_to(
        request.access, here.government, day=here.day, field_class=field_class
    )
    wanted = Wanted(opd=asked.number("opd"), kind=kind, golongan=golongan)
    return Roster(here.government, visible, wanted, here.day)


def opd_filter(request: Request, asked: Asked) -> Filter:
    """Return the choice of an OPD of the day."""
    here = request.standpoint
    opds = [(str(key), nama) for key, nama in opds_on(here.government, day=here.day)]
    return Filter("opd", _("OPD"), opds, asked.values["opd"], _("Semua"))
