"""How many parts a unit of a perangkat daerah may have, by region, unit and type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from operator import ge, le
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh

Row = Mapping[str, Any]


def judge_parts(
    case: Case, version: Version, *keys: str, more: Mapping[str, int] | None = None
) -> Found:
    """Compare the parts of a unit with the row of the law that the facts ``keys`` choose.

    ``paling_banyak`` of a row are maxima, ``tepat`` numbers that are fixed; ``more`` is what may
    be added to the maxima.
    """
    row = _chosen(case, version.values["batas"], keys)
    if row is None:
        return found("tidak_diatur")
    most = {name: n + (more or {}).get(name, 0) for name, n in row["paling_banyak"].items()}
    fixed = dict(row.get("tepat", {}))
    limits = [(name, n, "melebihi_batas", ge) for name, n in (most | fixed).items()]
    limits += [(name, n, "kurang_dari_susunan", le) for name, n in fixed.items()]
    checks = [
        requires(case, outcome, name, test=partial(compare, n))
        for name, n, outcome, compare in limits
    ]
    steps: dict[str, Any] = {"pasal": row["pasal"]}
    for (name, n, _, _), check in zip(limits, checks, strict=True):
        if check.holds is False:
            steps |= {"bagian_unit": name, "jumlah": case.told(name), "batas": n}
            break
    return found(**weigh(checks, met="sesuai_susunan"), **steps)


def _chosen(case: Case, rows: Sequence[Row], keys: Sequence[str]) -> Row | None:
    """Narrow the rows by one fact after another; a fact is needed only where rows differ by it."""
    for key in keys:
        if any(key in row for row in rows):
            told = getattr(case, key)
            rows = [row for row in rows if row.get(key, told) == told]
    return rows[0] if rows else None
