"""How sure a figure or a date of the kernel's data is; its source stands beside it."""

from __future__ import annotations

from enum import StrEnum


class Confidence(StrEnum):
    """Whether a fact was seen in its source, or rests on memory or on a derivation."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
