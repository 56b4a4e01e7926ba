"""Who the made-up people are; each follows from its number alone, so that none need be kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pamong.kernel.golongan import GOLONGAN_PNS

_FIRST_BIRTH = date(1970, 1, 1)
_BIRTHS = 9000
"""Days of birth, up to August 1994; the serial of the number tells those of one day apart."""
_MOST = _BIRTHS * 900
_HEADS = ("Arwa", "Bena", "Candra", "Delima", "Embun", "Fajri", "Gala", "Harsa", "Intan", "Jelita")
_TAILS = ("wati", "lina", "dana", "rasa", "puri", "tama", "nira", "sena", "luhu", "mera")
_LASTS = ("Contohan", "Rekayasa", "Umpama", "Misalan", "Andaian", "Ibarat", "Peraga", "Cermin")
_TITLES = ("S.E.", "S.H.", "S.Sos.", "S.Kom.", "S.Pd.")
MARK = " (rekaan)"
SPECIMEN = "0"
_PPPK_CODE = "21"
_PPPK_EVERY, _SCHOOL_EVERY = 6, 4
_LAST_RISES = date(2026, 10, 1)
UNITS, OPDS = 30, 3
"""Units that people work in, and the OPDs that these belong to."""


class TooManyPeopleError(ValueError):
    """More people are asked for than can be told apart by their numbers."""

    def __init__(self) -> None:
        super().__init__(f"Paling banyak {_MOST} orang.")


@dataclass(frozen=True, slots=True)
class Somebody:
    """One made-up person."""

    number: int

    def __post_init__(self) -> None:
        if self.number >= _MOST:
            raise TooManyPeopleError

    @property
    def born(self) -> date:
        """Day of birth; no two of one name have the same."""
        return _FIRST_BIRTH + timedelta(days=self.number % _BIRTHS)

    @property
    def is_pppk(self) -> bool:
        """Whether by contract."""
        return self.number % _PPPK_EVERY == 5

    @property
    def is_woman(self) -> bool:
        """Whether a woman."""
        return self.number % 2 == 1

    @property
    def appointed(self) -> date:
        """TMT CPNS, or first day of the contract."""
        if self.is_pppk:
            return date(2021 + self.number % 3, 3, 1)
        return date(self.born.year + 24 + self.number % 4, 1 + self.number % 12, 1)

    @property
    def nip(self) -> str:
        """A number with sex digit 0."""
        month = _PPPK_CODE if self.is_pppk else f"{self.appointed.month:02}"
        serial = self.number // _BIRTHS + 1
        return f"{self.born:%Y%m%d}{self.appointed.year}{month}{SPECIMEN}{serial:03}"

    @property
    def nik(self) -> str:
        """A number of region 00."""
        day = self.born.day + (40 if self.is_woman else 0)
        region = f"00{self.number // _BIRTHS:04}"
        return f"{region}{day:02}{self.born:%m%y}{self.number % _BIRTHS + 1:04}"

    @property
    def identifier(self) -> str:
        """What SIASN would know the person by."""
        return f"{0xFEED0000 + self.number:032X}"

    @property
    def name(self) -> str:
        """The name with its mark."""
        rest, head = divmod(self.number, len(_HEADS))
        rest, tail = divmod(rest, len(_TAILS))
        rest, last = divmod(rest, len(_LASTS))
        more = f" {_HEADS[rest % len(_HEADS)]}{_TAILS[rest // len(_HEADS) % len(_TAILS)]}"
        return f"{_HEADS[head]}{_TAILS[tail]}{more} {_LASTS[last]}{MARK}"

    @property
    def has_degree(self) -> bool:
        """Whether of S-1; else of SLTA."""
        return self.number % _SCHOOL_EVERY != 3

    @property
    def title(self) -> str:
        """The title behind the name."""
        return _TITLES[self.number % len(_TITLES)] if self.has_degree else ""

    @property
    def ranks(self) -> tuple[str, str]:
        """The golongan at the appointment, and the one now."""
        if self.is_pppk:
            return ("IX", "IX") if self.has_degree else ("V", "V")
        entry = 8 if self.has_degree else 4
        return (str(GOLONGAN_PNS[entry]), str(GOLONGAN_PNS[entry + 1]))

    @property
    def promoted(self) -> date:
        """Since when in the golongan of now."""
        years = 2 if self.is_pppk else 4
        return self.appointed.replace(year=self.appointed.year + years)

    @property
    def served(self) -> int:
        """Years of service at the last rise of pay; it rises in even years, in low ranks odd."""
        begun = self.appointed.month > _LAST_RISES.month
        years = _LAST_RISES.year - self.appointed.year - begun
        return years - (years % 2 == self.has_degree)

    @property
    def raised(self) -> date:
        """The day of the last rise of pay."""
        return self.appointed.replace(year=self.appointed.year + self.served)

    @property
    def kind_of_post(self) -> str:
        """SIASN's code: 4 general for a third, else 2 functional."""
        return "4" if self.number % 3 == 0 else "2"

    @property
    def post_since(self) -> date:
        """Since when in the post of now."""
        return self.promoted.replace(day=15)

    @property
    def unit(self) -> str:
        """The identifier of the unit."""
        return unit_identifier(self.number % UNITS)


def unit_identifier(number: int) -> str:
    """Return what SIASN would know a unit by."""
    return f"{0xBEEF0000 + number:032X}"
