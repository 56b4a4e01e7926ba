"""Whether an act of a procedure happened before a day, where only the day or a "no" is told."""

from __future__ import annotations

from datetime import date

from pamong.law.stepping import Case


def happened_before(case: Case, act: str, day: date) -> bool:
    """Tell whether an act happened before ``day``.

    The inputs are ``<act>_on``, its day, and ``sudah_<act>``, of which only a plain "no" counts.

    Raises:
        LackingError: neither is told, or it happened on a day that is not.
    """
    happened_on: date | None = case.told(f"{act}_on")
    if happened_on is not None:
        return happened_on < day
    if getattr(case, f"sudah_{act}"):
        raise case.lack(f"{act}_on")
    return False
