"""The number of a resident (NIK), 16 digits, with every check as a named finding.

Six digits of the place of residence when registering, then day, month and year of birth in two
digits each (the day + 40 for a woman), then a serial of four. It is for life and follows no move
and no new province, so that its region says nothing about today. A number whose province is 00 is
a *specimen*: it can be nobody's.

Source: PP 40/2019 Pasal 30-33 (from 24 May 2019); before PP 37/2007 Pasal 37-38, the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pamong.kernel.identity import (
    NumberFinding,
    Sex,
    bare_digits,
    find_date,
    refuse_if_needed,
    refuses,
    warns,
)
from pamong.kernel.language import say
from pamong.kernel.nip import Nip

_LAYOUT = re.compile(
    r"(?P<region>[0-9]{6})(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{2})(?P<serial>[0-9]{4})"
)
_FEMALE_OFFSET = 40
_SPECIMEN = "00"
_ABROAD = "99"


@dataclass(frozen=True, slots=True)
class Nik:
    """A number that passes every check."""

    digits: str

    def __post_init__(self) -> None:
        refuse_if_needed(check_nik(self.digits))

    @property
    def region(self) -> str:
        """The six digits of where the person was registered; no statement about today."""
        return self.digits[:6]

    @property
    def is_abroad(self) -> bool:
        """Whether the person was registered at a mission abroad (PP 40/2019 Pasal 32)."""
        return self.digits.startswith(_ABROAD)

    @property
    def is_specimen(self) -> bool:
        """Whether the number is made up on purpose and can be nobody's."""
        return self.digits.startswith(_SPECIMEN)

    @property
    def sex(self) -> Sex:
        """The sex that the day of birth tells."""
        return Sex.FEMALE if int(self.digits[6:8]) > _FEMALE_OFFSET else Sex.MALE

    @property
    def birth_dates(self) -> tuple[date, ...]:
        """The birth dates that the number can mean: its year has no century (1900s, 2000s)."""
        return _birth_dates(self.digits[6:12])


def parse_nik(text: str) -> Nik:
    """Read a NIK, with or without spaces; a specimen is read as one.

    Raises:
        IdentityNumberError: a check refuses the number; the error holds every such finding.

    >>> nik = parse_nik("000101 410190 0001")
    >>> nik.sex.label, [day.isoformat() for day in nik.birth_dates], nik.is_specimen
    ('perempuan', ['1990-01-01', '2090-01-01'], True)
    """
    return Nik(bare_digits(text))


def check_nik(text: str) -> tuple[NumberFinding, ...]:
    """Return everything that speaks against a number; empty if nothing does.

    >>> [found.code for found in check_nik("0001013201900000")]
    ['nik-tanggal-lahir', 'nik-nomor-urut']
    """
    layout = _LAYOUT.fullmatch(bare_digits(text))
    if layout is None:
        return (
            refuses(
                "nik-16-angka",
                say(
                    "NIK terdiri atas 16 angka. Periksa angka yang kurang, lebih, atau terbaca "
                    "huruf."
                ),
            ),
        )
    return tuple(_check_parts(layout))


def compare_with_nip(nik: Nik, nip: Nip) -> tuple[NumberFinding, ...]:
    """Return where NIK and NIP of one person differ, as warnings: either may hold an older date.

    Of documents with different NIK the one on the KTP-el rules (PP 40/2019 Pasal 33).
    """
    found = []
    if nip.birth_date not in nik.birth_dates:
        found.append(
            warns(
                "nik-nip-tanggal-lahir-berbeda",
                say(
                    "Tanggal lahir dalam NIK dan NIP berbeda. Keduanya tidak berubah bila tanggal "
                    "lahir diperbaiki kemudian; cocokkan dengan KTP-el."
                ),
            )
        )
    if nip.sex is not None and nip.sex is not nik.sex:
        found.append(
            warns(
                "nik-nip-jenis-kelamin-berbeda",
                say("Jenis kelamin dalam NIK dan NIP berbeda. Cocokkan dengan KTP-el."),
            )
        )
    return tuple(found)


def _check_parts(layout: re.Match[str]) -> Iterator[NumberFinding]:
    if not _birth_dates(layout["day"] + layout["month"] + layout["year"]):
        yield refuses(
            "nik-tanggal-lahir",
            say(
                "Angka ke-7 sampai 12 NIK bukan tanggal lahir: hari 01-31 (perempuan 41-71), "
                "bulan 01-12."
            ),
        )
    if layout["serial"] == "0000":
        yield refuses(
            "nik-nomor-urut", say("Nomor urut NIK (empat angka terakhir) dimulai dari 0001.")
        )


def _birth_dates(digits: str) -> tuple[date, ...]:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    if day > _FEMALE_OFFSET:
        day -= _FEMALE_OFFSET
    possible = (find_date(century + year, month, day) for century in (1900, 2000))
    return tuple(born for born in possible if born is not None)
