"""The 546 regional governments of Indonesia, their codes over time and the spellings people use.

A government is known here by the code that it has today; codes that it had before, with their
days, lead to it as well. Jakarta's six administrative units are no governments and are absent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from pamong.kernel.day import format_day
from pamong.kernel.language import say
from pamong.kernel.package_data import read_csv, read_toml
from pamong.kernel.provenance import Confidence

_CODES_IN_FORCE = "Kepmendagri 300.2.2-2430/2025"
_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]+")


class WilayahError(LookupError):
    """No government has this code, or none has it on the day asked for."""

    def __init__(self, kode: str, day: date | None) -> None:
        self.kode = kode
        self.day = day
        when = "" if day is None else f" ({format_day(day)})"
        super().__init__(
            say(
                'Kode wilayah "%(kode)s"%(when)s bukan kode pemerintah daerah. '
                'Tulis seperti "15" untuk provinsi atau "35.09" untuk kabupaten dan kota.',
                kode=kode,
                when=when,
            )
        )


class Level(StrEnum):
    """What kind of government it is."""

    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"

    @property
    def label(self) -> str:
        """The word before the government's name."""
        return self.value.capitalize()


class TimeZone(StrEnum):
    """The clock that a government lives by. Source: Keppres 41/1987."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def iana(self) -> str:
        """The name by which ``zoneinfo`` knows it."""
        return _IANA[self]


_IANA = {
    TimeZone.WIB: "Asia/Jakarta",
    TimeZone.WITA: "Asia/Makassar",
    TimeZone.WIT: "Asia/Jayapura",
}


@dataclass(frozen=True, slots=True)
class DatedKode:
    """One code of a government and the days of its use; ``None`` where a day is not known here."""

    kode: str
    starts_on: date | None
    ends_before: date | None
    source: str
    confidence: Confidence

    def __contains__(self, day: date) -> bool:
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_before is None or day < self.ends_before
        )


@dataclass(frozen=True, slots=True)
class Wilayah:
    """One regional government under its code of today, with the codes that it had before."""

    kode: str
    nama: str
    level: Level
    codes: tuple[DatedKode, ...]

    @property
    def full_name(self) -> str:
        """The name with its kind: "Provinsi Jambi", "Kabupaten Jember", "Kota Batu"."""
        return f"{self.level.label} {self.nama}"

    @property
    def provinsi_kode(self) -> str:
        """The code of its province today; its own where it is one."""
        return self.kode[:2]

    @property
    def time_zone(self) -> TimeZone:
        """The clock of its province."""
        return _time_zones()[self.provinsi_kode]

    def kode_on(self, day: date) -> str | None:
        """Return the code of the government on ``day``; ``None`` before it was founded."""
        return next((dated.kode for dated in self.codes if day in dated), None)


@cache
def governments() -> tuple[Wilayah, ...]:
    """Return all 546 governments by code: a province, then its kabupaten and its kota."""
    history = _recorded_codes()
    return tuple(
        Wilayah(
            kode=row["kode"],
            nama=row["nama"],
            level=Level(row["level"]),
            codes=history.get(row["kode"])
            or (DatedKode(row["kode"], None, None, _CODES_IN_FORCE, Confidence.CONFIRMED),),
        )
        for row in read_csv("wilayah.csv")
    )


def by_kode(kode: str, day: date | None = None) -> Wilayah:
    """Return the government with a code of today or of before; with ``day``, its code on that day.

    Raises:
        WilayahError: nobody has the code, or nobody has it on ``day``.

    >>> by_kode("91.01").full_name, by_kode("93.01").kode_on(date(2022, 1, 1))
    ('Kabupaten Merauke', '91.01')
    """
    found = _by_any_kode().get(kode)
    if found is None or (day is not None and found.kode_on(day) != kode):
        raise WilayahError(kode, day)
    return found


def find(text: str) -> tuple[Wilayah, ...]:
    """Return the governments that a name can mean: none if it is unknown, several if ambiguous.

    >>> [found.full_name for found in find("Pemkab Jember") + find("Sumsel") + find("Bogor")]
    ['Kabupaten Jember', 'Provinsi Sumatera Selatan', 'Kabupaten Bogor', 'Kota Bogor']
    """
    return _by_spelling().get(spelling_key(text).replace(" ", ""), ())


def spelling_key(text: str) -> str:
    """Return a name in the form of ``spellings()``: small letters and digits, single spaces.

    >>> spelling_key("Kab.  Toli-Toli")
    'kab toli toli'
    """
    return _NO_LETTER_OR_DIGIT.sub(" ", text.casefold()).strip()


def spellings() -> Iterator[tuple[str, Wilayah]]:
    """Yield every spelling of every government, bare and with each word that may stand before it.

    An ambiguous spelling comes once for each government that it can mean.
    """
    ejaan = read_toml("ejaan.toml")
    for wilayah in governments():
        names = [wilayah.nama, *ejaan["nama"].get(wilayah.kode, ())]
        for nama in dict.fromkeys(spelling_key(nama) for nama in names):
            for spelling in with_prefixes(nama, wilayah.level):
                yield spelling, wilayah
        for phrase in ejaan["utuh"].get(wilayah.kode, ()):
            yield spelling_key(phrase), wilayah


def with_prefixes(nama: str, level: Level) -> Iterator[str]:
    """Yield the spellings of a name: bare, and with each word that may stand before it.

    >>> list(with_prefixes("Contoh", Level.KABUPATEN))[:3]
    ['contoh', 'kabupaten contoh', 'kab contoh']
    """
    for prefix in _prefixes(level):
        yield spelling_key(f"{prefix} {nama}")


@cache
def _prefixes(level: Level) -> tuple[str, ...]:
    awalan = read_toml("ejaan.toml")["awalan"]
    return ("", *awalan[level], *awalan["bersama"])


@cache
def _by_spelling() -> dict[str, tuple[Wilayah, ...]]:
    """Index the spellings without spaces, so that "Pangkal Pinang" is found as "Pangkalpinang"."""
    found: defaultdict[str, dict[str, Wilayah]] = defaultdict(dict)
    for spelling, wilayah in spellings():
        found[spelling.replace(" ", "")][wilayah.kode] = wilayah
    return {spelling: tuple(meant.values()) for spelling, meant in found.items()}


@cache
def _by_any_kode() -> dict[str, Wilayah]:
    every = {dated.kode: wilayah for wilayah in governments() for dated in wilayah.codes}
    return every | {wilayah.kode: wilayah for wilayah in governments()}


@cache
def _recorded_codes() -> dict[str, tuple[DatedKode, ...]]:
    """Read the codes whose days are known, oldest first, by the code of today."""
    found: defaultdict[str, list[DatedKode]] = defaultdict(list)
    for row in read_csv("wilayah_kode.csv"):
        found[row["kode_kini"]].append(
            DatedKode(
                row["kode"],
                _day(row["starts_on"]),
                _day(row["ends_before"]),
                row["source"],
                Confidence(row["confidence"]),
            )
        )
    return {kode: tuple(codes) for kode, codes in found.items()}


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


@cache
def _time_zones() -> dict[str, TimeZone]:
    provinsi = read_toml("zona_waktu.toml")["provinsi"]
    return {kode: zone for zone in TimeZone for kode in provinsi[zone.value]}
