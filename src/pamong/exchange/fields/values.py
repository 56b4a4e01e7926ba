"""What a cell can become, and the text that every kind of column starts from."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from pamong.exchange.doubts import Trouble
from pamong.exchange.sheet import Cell, text_of

Value = str | int | Decimal | date | bool
Read = tuple[Value | None, tuple[Trouble, ...]]
"""The value, if there is one that is sure, and what is doubtful about it."""

NOTHING: Read = (None, ())
_LOST_DIGITS = re.compile(r"[0-9][.,]?[0-9]*E\+[0-9]+", re.IGNORECASE)
_BROKEN_LETTERS = re.compile("�|Ã[\u0080-¿]|â€|Â[\u0080-¿]|ï»¿")
MOST_DIGITS = 15
"""Excel keeps as many of a number and makes the rest zero."""


def doubtful(code: str, /, **told: object) -> Read:
    """Return no value and one doubt."""
    return (None, (Trouble(code, {name: str(value) for name, value in told.items()}),))


def cleaned(cell: Cell) -> str:
    r"""Return the text of a cell without what only Excel put there.

    One leading apostrophe is Excel's own mark of a text; hard spaces are spaces.

    >>> cleaned(" '0812\xa0 "), cleaned(2019.0)
    ('0812', '2019')
    """
    text = (cell if isinstance(cell, str) else text_of(cell)).replace("\xa0", " ").strip()
    return text[1:].strip() if text.startswith("'") else text


def has_lost_digits(cell: Cell, text: str) -> bool:
    """Tell whether a long number went through Excel as a number, so that its end is gone."""
    if isinstance(cell, float):
        return bool(abs(cell) >= 10**MOST_DIGITS)
    return bool(_LOST_DIGITS.fullmatch(text))


def has_broken_letters(text: str) -> bool:
    """Tell whether letters were read in another encoding than they were written in."""
    return not text.isascii() and bool(_BROKEN_LETTERS.search(text))


def _is_plain(text: str) -> bool:
    """Tell of most cells at once that there is nothing to clean."""
    return (
        text.isascii()
        and " " < text[:1] != "'"
        and text[-1:] > " "
        and ("+" not in text or not text[0].isdigit())
    )


def read_text(cell: Cell) -> Read:
    """Read any text as it stands."""
    if isinstance(cell, str) and _is_plain(cell):
        return (cell, ())
    text = cleaned(cell)
    if not text:
        return NOTHING
    if has_lost_digits(cell, text):
        return doubtful("nomor-rusak-excel")
    if has_broken_letters(text):
        return doubtful("teks-rusak")
    return (text, ())
