"""What somebody orders: how many people, in how many governments, on what day, by what seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pamong.kernel.day import format_day
from pamong.kernel.number import format_number

LARGEST = 20_000_000
GOVERNMENTS = 546
SMALLEST_GOVERNMENT = 50
LARGEST_GOVERNMENT = 250_000
FIRST_AS_OF = date(2025, 1, 1)
LAST_AS_OF = date(2026, 12, 31)
AS_OF = date(2026, 10, 30)
_SEEDS = 2**63


class OrderError(ValueError):
    """A lake cannot be made as it is asked for; ``option`` names what stands in the way."""

    def __init__(self, option: str, sentence: str) -> None:
        self.option = option
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Order:
    """One lake. The same order makes the same files, byte by byte."""

    asn: int
    seed: int
    as_of: date = AS_OF
    pemda: int | None = None
    """How many governments; ``None`` for as many as the people fill, up to all 546."""
    with_attendance: bool = False
    scenarios: Path | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be made.

        Raises:
            OrderError: a number or the day is out of bounds.
        """
        if not 1 <= self.asn <= LARGEST:
            raise OrderError("--asn", f"isi dengan bilangan 1 sampai {format_number(LARGEST)}.")
        if not -_SEEDS <= self.seed < _SEEDS:
            raise OrderError("--seed", "isi dengan bilangan bulat 64 bit.")
        if not FIRST_AS_OF <= self.as_of <= LAST_AS_OF:
            raise OrderError(
                "--as-of",
                f"kalender hari kerjanya ada untuk {format_day(FIRST_AS_OF)} sampai "
                f"{format_day(LAST_AS_OF)}.",
            )
        self._check_governments()

    @property
    def governments(self) -> int:
        """How many governments the lake has."""
        return self.pemda or min(GOVERNMENTS, max(1, self.asn // SMALLEST_GOVERNMENT))

    def _check_governments(self) -> None:
        asn = format_number(self.asn)
        if self.pemda is not None and not 1 <= self.pemda <= GOVERNMENTS:
            raise OrderError("--pemda", f"isi dengan bilangan 1 sampai {GOVERNMENTS}.")
        if self.governments > max(1, self.asn // SMALLEST_GOVERNMENT):
            raise OrderError(
                "--pemda",
                f"{asn} ASN terlalu sedikit untuk {self.governments} pemerintah daerah; "
                f"sedikitnya {SMALLEST_GOVERNMENT} ASN tiap daerah.",
            )
        if self.asn > self.governments * LARGEST_GOVERNMENT:
            raise OrderError(
                "--pemda",
                f"{asn} ASN terlalu banyak untuk {self.governments} pemerintah daerah; "
                f"sebanyak-banyaknya {format_number(LARGEST_GOVERNMENT)} ASN tiap daerah.",
            )
