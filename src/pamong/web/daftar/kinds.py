"""What a list is: its rows, its filters, what it says of itself, and how it is opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.accounts.policies import pegawai_visible_to
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.places import opds_on, unit_ids_on
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_columns import Column
from pamong.apps.kepegawaian.roster_wanted import Wanted
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.http import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


NAME = gettext_lazy("Nama")


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
class PostLine:
    """One row that is a post or a term in one: its name, where that leads, what is told of it."""

    number: int
    name: str
    address: str
    told: tuple[object, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that is said of a list; the rule that it rests on, where there is one.

    ``asks_for_pay`` where a list of KGB, brought in, would mend what is said.
    """

    words: str
    rule_id: str = ""
    asks_for_pay: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A list as it is asked for: how many rows, how to read some of them, what is said of it.

    ``roster`` holds the people of a list of people; a list of posts has none.
    """

    number: int
    rows: Callable[[int, int], Sequence[Line | PostLine]]
    roster: Roster | None = None
    filters: Sequence[Filter] = ()
    notes: Sequence[Note] = ()
    summary: Sequence[tuple[str, Sequence[int]]] = ()
    sums: Sequence[str] = ()
    """What the numbers of the summary are called; without, they are how many rows there are."""

    def with_notes(self, *more: Note) -> "Opened":
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
    subject: "StrOrPromise" = NAME
    """What stands above the names of the rows."""

    @property
    def labels(self) -> list[str]:
        """What stands above each column beside number and name."""
        return [str(label) for label in (*(one.label for one in self.columns), *self.told)]


def roster_of(
    request: Request,
    asked: Asked,
    *,
    field_class: FieldClass = FieldClass.OPEN,
    **narrowed: Any,
) -> Roster:
    """Return the people of an OPD, or all, of whom the user may see ``field_class``.

    ``narrowed`` are fields of :class:`Wanted`.
    """
    here, opd = request.standpoint, asked.number("opd")
    units: frozenset[int] = frozenset()
    if opd is not None:
        units = unit_ids_on(here.government, day=here.day, opd=opd)
    visible = pegawai_visible_to(
        request.access, here.government, day=here.day, field_class=field_class
    )
    wanted = Wanted(opd=opd, opd_units=units, **narrowed)
    return Roster(here.government, visible, wanted, here.day)


def opd_filter(request: Request, asked: Asked) -> Filter:
    """Return the choice of an OPD of the day."""
    here = request.standpoint
    opds = [(str(key), nama) for key, nama in opds_on(here.government, day=here.day)]
    return Filter("opd", _("OPD"), opds, asked.values["opd"], _("Semua"))
