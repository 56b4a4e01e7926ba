"""What a list of people is narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

AGE_BANDS = {
    "-30": (0, 30),
    "31-40": (31, 40),
    "41-50": (41, 50),
    "51-55": (51, 55),
    "56-": (56, 120),
}
"""Bands of age in full years, both ends included."""


class State(TextChoices):
    """Whether the employment goes on."""

    AKTIF = "aktif", _("masih bekerja")
    BERAKHIR = "berakhir", _("sudah berakhir")
    SEMUA = "semua", _("semua")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; an empty value narrows nothing.

    ``opd_units`` are the units that stand in ``opd`` on the day. A ``post`` is one that is held by
    appointment.

    Whoever is found by his ``number`` or by his birth (``born``: later than the first day, up to
    the second) must be somebody whose number or birth one may see: ``births`` says so, and
    ``visible`` of the roster where a number is asked for.
    """

    words: str = ""
    number: str = ""
    opd: int | None = None
    opd_units: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    kind: str = ""
    golongan: str = ""
    post: str = ""
    jenjang: str = ""
    sex: str = ""
    born: tuple[date, date] | None = None
    births: Q = field(default_factory=Q)
    state: State = State.AKTIF

    @property
    def names(self) -> str | None:
        """The words that names are searched for."""
        return self.words or None


def born_in(
    band: str, *, day: date, bands: Mapping[str, tuple[int, int]] = AGE_BANDS
) -> tuple[date, date] | None:
    """Return after and until which day somebody of an age band on ``day`` was born.

    >>> born_in("31-40", day=date(2026, 3, 1))
    (datetime.date(1985, 3, 1), datetime.date(1995, 3, 1))
    """
    if band not in bands:
        return None
    youngest, oldest = bands[band]
    return _years_before(day, oldest + 1), _years_before(day, youngest)


def _years_before(day: date, years: int) -> date:
    """Return the same day of a year before; of 29 February, the day before March."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - years, 2, 28) if is_leap_day else day.replace(year=day.year - years)
