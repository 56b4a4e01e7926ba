"""Rows that are no data: totals and notes at the end, headers that come again on each page."""

from __future__ import annotations

import re

from pamong.exchange.header import Header
from pamong.exchange.headings import heading_key, heading_of
from pamong.exchange.sheet import Cells, is_blank

_TOTAL = re.compile(
    r"\s*(?:grand\s+|sub\s*)?(?:total|jumlah|rekapitulasi|rata-rata|keterangan|catatan|mengetahui)\b",
    re.IGNORECASE,
)


def is_no_data(cells: Cells, header: Header, *, has_person: bool) -> str:
    """Return the kind of doubt about a row that is no data; empty for one that may be some."""
    keys = [heading_key(heading_of(cell)) for cell in cells]
    filled = [(index, key) for index, key in enumerate(keys) if key]
    same = sum(index < len(header.keys) and header.keys[index] == key for index, key in filled)
    if filled and same > len(filled) / 2:
        return "judul-berulang"
    texts = [cell for cell in cells if isinstance(cell, str) and not is_blank(cell)]
    if not has_person and any(_TOTAL.match(text) for text in texts[:2]):
        return "baris-jumlah"
    return ""
