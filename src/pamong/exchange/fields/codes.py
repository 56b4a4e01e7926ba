"""Codes of SIASN's lists, and golongan of both ladders."""

from __future__ import annotations

import re
from collections.abc import Callable

from pamong.exchange.code_lists import CodeList
from pamong.exchange.fields.values import NOTHING, Read, cleaned, doubtful
from pamong.exchange.sheet import Cell
from pamong.kernel.golongan import GolonganError, parse_golongan, parse_golongan_pppk

_WITHIN = re.compile(r"(?<![\w/])(IV|I{1,3})\s*/\s*([a-eA-E])(?!\w)")
_FEW = 12


def code_reader(codes: CodeList, column: str) -> Callable[[Cell], Read]:
    """Return the reader of the codes of one list; Excel's lost zeros at the front come back.

    In a list that is not known whole, the name of a code is read as the code.
    """
    known = ", ".join(list(codes.names)[:_FEW]) + ("…" if len(codes.names) > _FEW else "")

    def read(cell: Cell) -> Read:
        text = cleaned(cell)
        if not text or text == "-":
            return NOTHING
        if isinstance(cell, float):
            text = text.zfill(codes.width)
        if text in codes.names:
            return (text, ())
        if codes.is_open:
            return (codes.by_name.get(text.casefold(), text), ())
        return doubtful("kode-tidak-dikenal", column=column, known=known)

    return read


def read_golongan(cell: Cell) -> Read:
    """Read a golongan: III/d, 3d, "Penata Tingkat I (III/d)", or IX of a PPPK."""
    text = cleaned(cell)
    if not text or text == "-":
        return NOTHING
    try:
        return (str(parse_golongan(text)), ())
    except GolonganError:
        within = _WITHIN.findall(text)
    if len(within) == 1 and len(text) > len("".join(within[0])) + 1:
        return read_golongan("/".join(within[0]))
    try:
        return (str(parse_golongan_pppk(text)), ())
    except GolonganError:
        return doubtful("golongan-tidak-dikenal")
