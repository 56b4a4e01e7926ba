"""The two ladders of rank: golongan ruang I/a to IV/e of PNS, golongan I to XVII of PPPK.

They do not compare: "III" of a PPPK is not the third golongan of a PNS.

Source: pangkat names as BKN's reference list carries them; PPPK golongan I-XVII Perpres 98/2020.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pamong.kernel.language import say

_LEVELS = ("I", "II", "III", "IV")
_PANGKAT = {
    "I": ("Juru Muda", "Juru Muda Tingkat I", "Juru", "Juru Tingkat I"),
    "II": ("Pengatur Muda", "Pengatur Muda Tingkat I", "Pengatur", "Pengatur Tingkat I"),
    "III": ("Penata Muda", "Penata Muda Tingkat I", "Penata", "Penata Tingkat I"),
    "IV": (
        "Pembina",
        "Pembina Tingkat I",
        "Pembina Utama Muda",
        "Pembina Utama Madya",
        "Pembina Utama",
    ),
}
_ROMAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
    *("X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
)
_PNS = re.compile(r"(?P<level>IV|I{1,3}|[1-4])[\s/.]*(?P<ruang>[a-e])", re.IGNORECASE)


class GolonganError(ValueError):
    """A text is no golongan of the ladder asked for."""

    def __init__(self, text: str, ladder: str) -> None:
        self.text = text
        super().__init__(
            say('Golongan "%(text)s" tidak dikenal. %(ladder)s', text=text, ladder=ladder)
        )


@dataclass(frozen=True, slots=True, order=True)
class Golongan:
    """A golongan ruang of a PNS; a later one is higher.

    >>> Golongan(3, "d") < Golongan(4, "a"), str(Golongan(3, "d")), Golongan(3, "d").pangkat
    (True, 'III/d', 'Penata Tingkat I')
    """

    level: int
    ruang: str

    def __post_init__(self) -> None:
        if not 1 <= self.level <= len(_LEVELS) or self.ruang not in _rooms(self.level):
            raise GolonganError(
                f"{self.level}/{self.ruang}", say("Golongan PNS: I/a sampai IV/e.")
            )

    def __str__(self) -> str:
        return f"{_LEVELS[self.level - 1]}/{self.ruang}"

    @property
    def pangkat(self) -> str:
        """The name of the rank."""
        return _PANGKAT[_LEVELS[self.level - 1]][_rooms(self.level).index(self.ruang)]


@dataclass(frozen=True, slots=True, order=True)
class GolonganPppk:
    """A golongan of a PPPK, 1 to 17; a later one is higher.

    >>> str(GolonganPppk(9))
    'IX'
    """

    level: int

    def __post_init__(self) -> None:
        if not 1 <= self.level <= len(_ROMAN):
            raise GolonganError(str(self.level), say("Golongan PPPK: I sampai XVII."))

    def __str__(self) -> str:
        return _ROMAN[self.level - 1]


def parse_golongan(text: str) -> Golongan:
    """Read a golongan of a PNS: "III/d", "III d", "iii.d", "3d".

    Raises:
        GolonganError: the text is none of I/a to IV/e.
    """
    match = _PNS.fullmatch(text.strip())
    if match is None:
        raise GolonganError(text, say("Golongan PNS ditulis seperti III/d."))
    written = match["level"].upper()
    level = int(written) if written.isdecimal() else _LEVELS.index(written) + 1
    return Golongan(level, match["ruang"].lower())


def parse_golongan_pppk(text: str) -> GolonganPppk:
    """Read a golongan of a PPPK in Roman or Arabic figures: "IX", "9".

    Raises:
        GolonganError: the text is none of I to XVII.
    """
    written = text.strip().upper()
    if written in _ROMAN:
        return GolonganPppk(_ROMAN.index(written) + 1)
    if re.fullmatch(r"[0-9]{1,2}", written):
        return GolonganPppk(int(written))
    raise GolonganError(text, say("Golongan PPPK ditulis seperti IX."))


def _rooms(level: int) -> str:
    return "abcde"[: len(_PANGKAT[_LEVELS[level - 1]])]


#: Both ladders, lowest first.
GOLONGAN_PNS = tuple(
    Golongan(level, ruang) for level in range(1, len(_LEVELS) + 1) for ruang in _rooms(level)
)
GOLONGAN_PPPK = tuple(GolonganPppk(level) for level in range(1, len(_ROMAN) + 1))
