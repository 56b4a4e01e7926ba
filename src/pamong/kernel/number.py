"""Numbers as Indonesians write them: a stop between thousands, a decimal comma (1.234,5)."""

from __future__ import annotations

import re
from decimal import Decimal

from pamong.kernel.language import say

_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_SWAP = str.maketrans(",.", ".,")


class NumberTextError(ValueError):
    """A text is no number that can be read in one way only."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(
            say(
                'Angka "%(text)s" tidak dapat dibaca dengan pasti. Tulis titik sebagai pemisah '
                "ribuan dan koma sebagai pemisah desimal, misalnya 1.234,5.",
                text=text,
            )
        )


def format_number(number: int | Decimal, places: int | None = None) -> str:
    """Write a number; ``places`` decimals, rounded half to even, or those that it has.

    >>> format_number(Decimal("1234.5")), format_number(9064690), format_number(Decimal("0.15"), 1)
    ('1.234,5', '9.064.690', '0,2')
    """
    written = f"{number:,}" if places is None else f"{number:,.{places}f}"
    return written.translate(_SWAP)


def parse_number(text: str) -> Decimal:
    """Read a number written with stops between thousands (or none) and a decimal comma.

    Raises:
        NumberTextError: another form, such as "1.5" or "1,234,567".

    >>> parse_number("1.234,5")
    Decimal('1234.5')
    """
    written = text.strip()
    if not _NUMBER.fullmatch(written):
        raise NumberTextError(text)
    return Decimal(written.replace(".", "").replace(",", "."))
