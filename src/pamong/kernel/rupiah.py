"""Money: whole rupiah as ``int``; sen are not kept and never rounded away in silence."""

from __future__ import annotations

import re
from decimal import Decimal

from pamong.kernel.language import say
from pamong.kernel.number import NumberTextError, format_number, parse_number

_UNITS = {
    "": 1,
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_AMOUNT = re.compile(
    r"(?P<minus>-)?\s*(?:Rp\.?|IDR)?\s*(?P<number>[0-9.,]+?)(?:,-)?\s*(?P<unit>[a-z]*)\.?",
    re.IGNORECASE,
)
_THREE_AFTER_COMMA = re.compile(r"[0-9]{1,3},[0-9]{3}")


class RupiahTextError(ValueError):
    """A text is no amount that can be read for certain in whole rupiah."""

    def __init__(self, text: str, reason: str) -> None:
        self.text = text
        super().__init__(
            say(
                'Jumlah uang "%(text)s" tidak dapat dibaca dengan pasti: %(reason)s',
                text=text,
                reason=reason,
            )
        )


def format_rupiah(amount: int) -> str:
    """Write whole rupiah.

    >>> format_rupiah(1000000), format_rupiah(-2500)
    ('Rp1.000.000', '-Rp2.500')
    """
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{format_number(abs(amount))}"


def parse_rupiah(text: str) -> int:
    """Read an amount: "Rp1.000.000", "Rp 1.000.000,00", "1000000,-", "1,5 juta", "Rp. 500 ribu".

    Raises:
        RupiahTextError: it can mean two amounts ("1,000", "1.5 juta"), has sen, or is none.

    >>> parse_rupiah("Rp 1.000.000,00"), parse_rupiah("1,5 juta")
    (1000000, 1500000)
    """
    match = _AMOUNT.fullmatch(text.strip())
    if match is None or match["unit"].casefold() not in _UNITS:
        raise RupiahTextError(text, say("tulis seperti Rp1.000.000 atau 1,5 juta."))
    if not match["unit"] and _THREE_AFTER_COMMA.fullmatch(match["number"]):
        raise RupiahTextError(
            text, say("koma ini pemisah ribuan atau desimal? Ribuan memakai titik.")
        )
    amount = _read_number(text, match["number"]) * _UNITS[match["unit"].casefold()]
    if amount != amount.to_integral_value():
        raise RupiahTextError(text, say("jumlahnya bukan rupiah bulat. Tulis tanpa sen."))
    return -int(amount) if match["minus"] else int(amount)


def _read_number(text: str, number: str) -> Decimal:
    try:
        return parse_number(number)
    except NumberTextError:
        raise RupiahTextError(
            text, say("tulis titik sebagai pemisah ribuan dan koma sebagai pemisah desimal.")
        ) from None
