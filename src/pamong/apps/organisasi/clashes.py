"""Which record stands in the way of a new one, in words that name it and say what to do.

The database refuses; the row that it refused for is looked up afterwards, for the sentence only.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

from django.utils.translation import gettext as _

from pamong.apps.core.models import Person
from pamong.apps.core.refusals import RefusedError
from pamong.apps.organisasi.as_of import source_of
from pamong.apps.organisasi.models import Jabatan, JabatanHolding, OfficeLeave
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day, format_period
from pamong.kernel.period import Period


class TenureClashError(Exception):
    """A tenure on record forbids the new one; it is ``holding``, and can be ended."""

    def __init__(self, holding: JabatanHolding, sentence: str) -> None:
        self.holding = holding
        super().__init__(sentence)


class SeatHeldError(TenureClashError):
    """The one seat has a definitive holder on some of the days."""

    def __init__(self, holding: JabatanHolding) -> None:
        super().__init__(
            holding,
            _(
                "%(person)s tercatat memangku jabatan ini secara definitif, %(days)s. Akhiri "
                "dulu masa jabatan itu, atau perbaiki tanggalnya."
            )
            % {"person": holding.person, "days": _days(holding)},
        )


class AlreadyActingError(TenureClashError):
    """Somebody else acts in the office on some of the days."""

    def __init__(self, holding: JabatanHolding) -> None:
        super().__init__(
            holding,
            _(
                "%(person)s tercatat melaksanakan tugas jabatan ini sebagai %(capacity)s, "
                "%(days)s. Akhiri dulu penugasan itu, atau perbaiki tanggalnya."
            )
            % {
                "person": holding.person,
                "capacity": Capacity(holding.capacity).label,
                "days": _days(holding),
            },
        )


class PersonInOfficeError(TenureClashError):
    """The same person is on record in the office on some of the days."""

    def __init__(self, holding: JabatanHolding) -> None:
        super().__init__(
            holding,
            _(
                "%(person)s sudah tercatat pada jabatan ini sebagai %(capacity)s, %(days)s, "
                "%(source)s. Perbaiki tanggalnya, atau akhiri dulu masa itu."
            )
            % {
                "person": holding.person,
                "capacity": Capacity(holding.capacity).label,
                "days": _days(holding),
                "source": source_of(holding).sentence,
            },
        )


class LeaveOverlapsError(Exception):
    """A leave of the same person from the office is on record for some of the days."""

    def __init__(self, leave: OfficeLeave) -> None:
        self.leave = leave
        super().__init__(
            _(
                "%(person)s sudah tercatat %(kind)s dari jabatan ini, %(days)s, %(source)s. "
                "Perbaiki tanggalnya."
            )
            % {
                "person": leave.person,
                "kind": leave.get_kind_display(),
                "days": _days(leave),
                "source": source_of(leave).sentence,
            }
        )


@contextmanager
def tenure_clashes(
    *, person: Person, jabatan: Jabatan, period: Period, apart_from: int = 0
) -> Iterator[None]:
    """Name the tenure for which the database refuses one of ``person`` inside.

    ``apart_from`` is the key of the tenure that is being changed itself, if one is.

    Raises:
        SeatHeldError: one seat, and a definitive holder sits in it.
        AlreadyActingError: somebody else acts.
        PersonInOfficeError: the person is in the office already, in whatever capacity.
    """
    try:
        yield
    except RefusedError as refused:
        rows = JabatanHolding.objects.filter(jabatan=jabatan).exclude(pk=apart_from)
        rows = rows.overlapping(period).select_related("person", "decree", "document")
        found = {_clash(row, person): row for row in rows.order_by("-starts_on", "-id")}
        clash = _told_first(found, refused.constraint)
        if clash is None:
            raise
        raise clash(found[clash]) from refused


@contextmanager
def leave_clashes(*, person: Person, jabatan: Jabatan, period: Period) -> Iterator[None]:
    """Name the leave for which the database refuses one of ``person`` inside.

    Raises:
        LeaveOverlapsError: he is on leave from the office on some of the days.
    """
    try:
        yield
    except RefusedError as refused:
        rows = OfficeLeave.objects.filter(jabatan=jabatan, person=person).overlapping(period)
        row = rows.select_related("person", "decree", "document").order_by("starts_on").first()
        if row is None or refused.constraint != "leave_once_at_a_time":
            raise
        raise LeaveOverlapsError(row) from refused


Clash: TypeAlias = type[SeatHeldError] | type[AlreadyActingError] | type[PersonInOfficeError]

CLASH_OF: dict[str, Clash] = {
    "holding_one_definitif_a_seat": SeatHeldError,
    "holding_one_acting_an_office": AlreadyActingError,
    "holding_one_person_an_office": PersonInOfficeError,
}


def _clash(row: JabatanHolding, person: Person) -> Clash:
    if row.person_id == person.pk:
        return PersonInOfficeError
    return AlreadyActingError if Capacity(row.capacity).is_acting else SeatHeldError


def _told_first(found: dict[Clash, JabatanHolding], constraint: str) -> Clash | None:
    """Choose what to say: that it is the same person comes before that the seat is held."""
    if constraint not in CLASH_OF:
        return None
    order = (PersonInOfficeError, CLASH_OF[constraint])
    return next((clash for clash in order if clash in found), None)


def _days(row: JabatanHolding | OfficeLeave) -> str:
    if isinstance(row, JabatanHolding) and not row.starts_is_exact:
        return _("sejak sebelum %(day)s") % {"day": format_day(row.starts_on)}
    return format_period(row.period)
