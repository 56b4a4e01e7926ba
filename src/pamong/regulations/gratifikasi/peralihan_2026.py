"""The days of January 2026 on which it is not certain which of two regulations applied.

Peraturan KPK 1/2026 was set on 14 January 2026; whether it was in force from that day or from the
20th, sources tell differently. On these days a case is judged by both; it stands where they agree.
"""

from __future__ import annotations

from collections.abc import Sequence

from pamong.law.stepping import Case, Found

_DAY_OF_FORCE = "hari_berlaku_2026"


def agreed(case: Case, findings: Sequence[Found]) -> Found:
    """Return what all regulations that may apply agree on; the earliest one tells the steps."""
    if len({each.outcome for each in findings}) > 1:
        raise case.lack(_DAY_OF_FORCE)
    return findings[0]
