"""How much of a file is read; what is beyond is refused with a sentence, never cut off."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024**2


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one file: those of a large kabupaten with a wide margin."""

    bytes: int = 400 * MIB
    """Of the file as it lies on disk."""
    unpacked_bytes: int = 2048 * MIB
    """Of what its archive holds; 600,000 rows of 19 columns unpack to some 700 MiB."""
    rows: int = 1_048_576
    """Of one sheet: what Excel itself can show."""
    columns: int = 300
    """Of one sheet; the widest layout of SIASN has 104."""
    cells: int = 24_000_000
    """Of the rectangle of one sheet, which is what a workbook needs memory for."""


LIMITS = Limits()
