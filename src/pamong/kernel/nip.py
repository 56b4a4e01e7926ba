"""The number of an ASN: NIP of a PNS and NI PPPK, 18 digits, with every check as a named finding.

Both begin with the birth date and end with a sex digit and a serial of three. Between them a PNS
has year and month of the first appointment (TMT CPNS), a PPPK the year and two digits that are no
month. A sex digit of 0 makes a *specimen*: a number that can be nobody's, for teaching and tests.

Source: Perka BKN 22/2007, reissued as 43/2007 (as secondary sources tell it); that digits 13-14 of
an NI PPPK are never a month is unconfirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pamong.kernel.day import format_day
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

_LAYOUT = re.compile(
    r"(?P<birth>[0-9]{8})(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<sex>[0-9])(?P<serial>[0-9]{3})"
)
_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}
_SPECIMEN = "0"

#: Completed years at the appointment; honorer up to 46 under PP 48/2005.
MIN_AGE, USUAL_MAX_AGE, HONORER_MAX_AGE = 18, 35, 46


class AsnKind(StrEnum):
    """Which kind of ASN a number belongs to."""

    PNS = "pns"
    PPPK = "pppk"


@dataclass(frozen=True, slots=True)
class Nip:
    """A number that passes every check that refuses."""

    digits: str

    def __post_init__(self) -> None:
        refuse_if_needed(check_nip(self.digits))

    @property
    def kind(self) -> AsnKind:
        """PNS where digits 13-14 are a month, else PPPK."""
        return _kind(self.digits)

    @property
    def birth_date(self) -> date:
        """The birth date in the number; it stays when the record is corrected later."""
        return date(int(self.digits[:4]), int(self.digits[4:6]), int(self.digits[6:8]))

    @property
    def appointed_year(self) -> int:
        """The year of the first appointment."""
        return int(self.digits[8:12])

    @property
    def appointed_month(self) -> int | None:
        """The month of the first appointment (TMT CPNS); a PPPK's number has none."""
        return int(self.digits[12:14]) if self.kind is AsnKind.PNS else None

    @property
    def sex(self) -> Sex | None:
        """The sex in the number; a specimen has none."""
        return _SEXES.get(self.digits[14])

    @property
    def is_specimen(self) -> bool:
        """Whether the number is made up on purpose and can be nobody's."""
        return self.digits[14] == _SPECIMEN

    @property
    def grouped(self) -> str:
        """The number as forms print it: "19900101 201503 1 001"."""
        digits = self.digits
        return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def parse_nip(text: str) -> Nip:
    """Read a NIP or NI PPPK, with or without spaces; a specimen is read as one.

    Raises:
        IdentityNumberError: a check refuses the number; the error holds every such finding.

    >>> nip = parse_nip("19900101 201503 0 001")
    >>> nip.kind.value, nip.birth_date.isoformat(), nip.is_specimen
    ('pns', '1990-01-01', True)
    """
    return Nip(bare_digits(text))


def check_nip(text: str) -> tuple[NumberFinding, ...]:
    """Return everything that speaks against a number, refusing or warning; empty if nothing does.

    >>> [found.code for found in check_nip("199001012000131001")]
    []
    >>> [found.code for found in check_nip("199001012000011001")]
    ['nip-tmt-sebelum-18-tahun']
    """
    digits = bare_digits(text)
    layout = _LAYOUT.fullmatch(digits)
    if layout is None:
        return (_wrong_length(digits),)
    return (*_check_parts(layout), *_check_age(digits, layout))


def compare_with_person(
    nip: Nip, *, birth_date: date, sex: Sex | None
) -> tuple[NumberFinding, ...]:
    """Return where a number differs from the person's record, as warnings only.

    A birth date that was corrected later does not change the number.
    """
    found = []
    if nip.birth_date != birth_date:
        found.append(
            warns(
                "nip-tanggal-lahir-berbeda",
                say(
                    "Tanggal lahir dalam NIP (%(in_nip)s) berbeda dari data orang "
                    "(%(in_record)s). NIP tidak berubah bila tanggal lahir diperbaiki kemudian; "
                    "periksa dasar perbaikannya.",
                    in_nip=format_day(nip.birth_date),
                    in_record=format_day(birth_date),
                ),
            )
        )
    if None not in (nip.sex, sex) and nip.sex is not sex:
        found.append(
            warns(
                "nip-jenis-kelamin-berbeda",
                say("Jenis kelamin dalam NIP berbeda dari data orang. Periksa keduanya."),
            )
        )
    return tuple(found)


def _wrong_length(digits: str) -> NumberFinding:
    if re.fullmatch(r"[0-9]{9}", digits):
        return refuses("nip-lama", say("Ini NIP lama (9 angka). Isikan NIP 18 angka."))
    return refuses(
        "nip-18-angka",
        say("NIP terdiri atas 18 angka. Periksa angka yang kurang, lebih, atau terbaca huruf."),
    )


def _check_parts(layout: re.Match[str]) -> Iterator[NumberFinding]:
    if _birth_date(layout["birth"]) is None:
        yield refuses(
            "nip-tanggal-lahir", say("Delapan angka pertama NIP bukan tanggal (TTTTBBHH).")
        )
    if layout["month"] == "00":
        yield refuses("nip-bulan-tmt", say("Angka ke-13 dan 14 NIP tidak mungkin 00."))
    if layout["sex"] not in {*_SEXES, _SPECIMEN}:
        yield refuses(
            "nip-jenis-kelamin", say("Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan).")
        )
    if layout["serial"] == "000":
        yield refuses(
            "nip-nomor-urut", say("Nomor urut NIP (tiga angka terakhir) dimulai dari 001.")
        )


def _check_age(digits: str, layout: re.Match[str]) -> Iterator[NumberFinding]:
    """Check the age of a PNS at the first appointment; for a PPPK no limit is known here."""
    born = _birth_date(layout["birth"])
    if born is None or layout["month"] == "00" or _kind(digits) is AsnKind.PPPK:
        return
    months = 12 * (int(layout["year"]) - born.year) + int(layout["month"]) - born.month
    if months < 12 * MIN_AGE:
        yield refuses(
            "nip-tmt-sebelum-18-tahun",
            say(
                "Menurut NIP, pengangkatan terjadi sebelum umur %(age)s tahun. Periksa tanggal "
                "lahir dan TMT CPNS.",
                age=MIN_AGE,
            ),
        )
    # On the first day of a month, who is born later in that month has not completed the year.
    age = (months - (born.day > 1)) // 12
    if age > USUAL_MAX_AGE:
        limit = USUAL_MAX_AGE if age <= HONORER_MAX_AGE else HONORER_MAX_AGE
        yield warns(
            f"nip-usia-di-atas-{limit}",
            say(
                "Menurut NIP, umur saat pengangkatan %(age)s tahun. Batas umum %(usual)s tahun, "
                "tenaga honorer %(honorer)s tahun (PP 48/2005); periksa dasar pengangkatannya.",
                age=age,
                usual=USUAL_MAX_AGE,
                honorer=HONORER_MAX_AGE,
            ),
        )


def _kind(digits: str) -> AsnKind:
    return AsnKind.PNS if int(digits[12:14]) <= 12 else AsnKind.PPPK


def _birth_date(digits: str) -> date | None:
    return find_date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
