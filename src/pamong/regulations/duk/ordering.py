"""The order of the DUK as a pure function: who stands before whom, and by which measure.

Of what is not on record a PNS stands behind those of whom it is, and that is said; the law gives
no answer there. Two who are alike in every measure are a tie, told as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from pamong.kernel.golongan import Golongan
from pamong.law.library import rule
from pamong.law.rule import Version

RULE = "duk-urutan"
_OTHER_COURSE = 1
_ECHELONS = 10


class Measure(StrEnum):
    """The measures, in the order in which they are looked at."""

    GOLONGAN = "golongan"
    GOLONGAN_ON = "tmt_golongan"
    POST = "jabatan"
    POST_ON = "tmt_jabatan"
    SERVICE = "masa_kerja"
    COURSE = "latihan"
    COURSE_ON = "lulus_latihan"
    EDUCATION = "pendidikan"
    GRADUATED = "lulus_pendidikan"
    AGE = "usia"


@dataclass(frozen=True, slots=True)
class Seniority:
    """What the order looks at of one PNS on one day; ``None`` where it is not on record.

    ``course`` is 0 for whom no course is on record, and ``course_on`` then says nothing.
    """

    golongan: Golongan
    golongan_on: date
    post: int | None = None
    post_on: date | None = None
    service_months: int | None = None
    course: int = 0
    course_on: date | None = None
    education: int | None = None
    graduated_in: int | None = None
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """By which measure one stands before another; ``is_unrecorded``: the other's is not known."""

    measure: Measure
    is_unrecorded: bool = False


Key = tuple[tuple[bool, int], ...]


def key_of(held: Seniority) -> Key:
    """Return what PNS are sorted by: a pair for each measure, the smaller the higher."""
    return (
        _more(held.golongan.level * _ECHELONS + ord(held.golongan.ruang) - ord("a")),
        _earlier(held.golongan_on),
        _more(held.post),
        _earlier(held.post_on),
        _more(held.service_months),
        _more(held.course),
        _earlier(held.course_on) if held.course else (False, 0),
        _more(held.education),
        (held.graduated_in is None, held.graduated_in or 0),
        _earlier(held.born_on),
    )


def in_order(rows: Iterable[Seniority]) -> list[Seniority]:
    """Return PNS from the highest to the lowest; those alike keep the order they came in."""
    return sorted(rows, key=key_of)


def apart(higher: Key, lower: Key) -> Apart | None:
    """Return the measure by which one stands before the next; ``None`` where it is a tie."""
    for measure, one, other in zip(Measure, higher, lower, strict=True):
        if one != other:
            return Apart(measure, is_unrecorded=other[0] or one[0])
    return None


def ties(keys: Sequence[Key]) -> list[bool]:
    """Return for each place of a sorted list whether it is tied with the one before it."""
    return [place > 0 and keys[place - 1] == key for place, key in enumerate(keys)]


def post_level(kind: str, jenjang: str, eselon: str) -> int | None:
    """Return how high a post stands: its kind or level, and within it echelon a above b.

    >>> post_level("pengawas", "", "IV.a") > post_level("pengawas", "", "IV.b")
    True
    """
    level = _levels("jabatan", "jabatan").get(jenjang or kind)
    if level is None:
        return None
    within = {"a": 2, "b": 1}.get(eselon.rpartition(".")[2], 0)
    return level * _ECHELONS + within


def course_level(nama: str) -> int:
    """Return how high a structural course stands by its name, at least 1.

    >>> course_level("Pelatihan Kepemimpinan Administrator"), course_level("Prajabatan")
    (3, 1)
    """
    words = f"{nama.casefold()} "
    found = [level for word, level in _levels("latihan", "kata").items() if f"{word} " in words]
    return max(found, default=_OTHER_COURSE)


def version_on(day: date) -> Version:
    """Return the version of the order on ``day``; since 7 April 2017 no PP stands behind it."""
    return rule(RULE).version_on(day)


@cache
def _levels(name: str, column: str) -> dict[str, int]:
    return {row[column]: row["tingkat"] for row in rule(RULE).lists[name].rows}


def _more(value: int | None) -> tuple[bool, int]:
    return value is None, -(value or 0)


def _earlier(day: date | None) -> tuple[bool, int]:
    return day is None, day.toordinal() if day else 0
