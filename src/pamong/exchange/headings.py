"""Headings of columns in the form in which they compare: words, abbreviations written out."""

from __future__ import annotations

import re
from functools import lru_cache

from pamong.exchange.sheet import Cell, is_blank, text_of

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SHORT = {
    "tgl": "tanggal",
    "no": "nomor",
    "nmr": "nomor",
    "gol": "golongan",
    "jns": "jenis",
    "pend": "pendidikan",
    "thn": "tahun",
    "th": "tahun",
    "bln": "bulan",
    "jab": "jabatan",
    "jk": "jenis kelamin",
    "kel": "kelamin",
    "peg": "pegawai",
    "telp": "telepon",
    "tlp": "telepon",
    "sertipikat": "sertifikat",
    "ijasah": "ijazah",
    "unor": "unor",
}
_LONGEST = 200


@lru_cache(20_000)
def heading_words(heading: str) -> tuple[str, ...]:
    """Return the words of a heading in small letters, abbreviations written out.

    >>> heading_words("TMT Gol."), heading_words("tglLahir"), heading_words("NIP_BARU")
    (('tmt', 'golongan'), ('tanggal', 'lahir'), ('nip', 'baru'))
    """
    found = [word.casefold() for word in _WORDS.findall(heading[:_LONGEST])]
    return tuple(" ".join(_SHORT.get(word, word) for word in found).split())


def heading_key(heading: str) -> str:
    """Return the form in which two headings are the same.

    >>> heading_key("Tgl. Lahir") == heading_key("tanggal_lahir") == heading_key("tglLahir")
    True
    """
    return "".join(heading_words(heading))


def heading_of(cell: Cell) -> str:
    """Return the heading that a cell shows, in one line; empty for none."""
    return "" if is_blank(cell) else " ".join(text_of(cell).split())
