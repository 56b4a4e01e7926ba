"""Whether years of service and base pay are those of a table, and begin after the appointment.

Which table holds on a day, and what it says, is the business of the rules on base pay; of days
whose table was not seen nothing is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from pamong import law
from pamong.exchange.checks.meanings import Meanings, Troubles
from pamong.exchange.doubts import Trouble
from pamong.exchange.fields import Standpoint
from pamong.kernel.day import format_day
from pamong.kernel.rupiah import format_rupiah

_OF_PNS, _OF_PPPK = "gaji-pokok-pns", "gaji-pokok-pppk"
_MEMORY = 20_000
_LAST_MONTH = 12


def pay_of_row(row: Meanings, standpoint: Standpoint) -> Troubles:
    """Look at the pay that a row of its history tells, or a main row beside its own TMT."""
    means = "tmt_gaji" if "tmt_gaji" in row.names else "tmt"
    start = row.day(means)
    if start is None:
        return
    yield from _before_appointment(row, means, start)
    golongan, years = row.text("golongan"), row.get("mkg_tahun")
    if means == "tmt_gaji" and not is_rank_of(row.day("tmt_golongan"), start):
        golongan = ""
    if golongan and isinstance(years, int):
        beyond = list(_beyond_table(golongan, years, standpoint.on))
        yield from beyond or _other_than_table(golongan, years, start, row.get("gaji_pokok"))


def is_rank_of(since: date | None, start: date) -> bool:
    """Tell whether a golongan held since a day is surely that of the pay from ``start``."""
    return since is not None and since <= start


def _before_appointment(row: Meanings, means: str, start: date) -> Troubles:
    """Compare with the month in the number; that of a PPPK tells the year alone."""
    nip = row.text("nip")
    if not nip:
        return
    month = int(nip[12:14])
    appointed = date(int(nip[8:12]), month if month <= _LAST_MONTH else 1, 1)
    if start < appointed:
        told = {"start": format_day(start), "number": format_day(appointed)}
        yield means, Trouble("gaji-sebelum-diangkat", told)


def _beyond_table(golongan: str, years: int, day: date) -> Troubles:
    """Yield years before the first row of the column, or after its last, of the day of reading."""
    told = table_row(golongan, years, day)
    first, last = told.get("baris_pertama"), told.get("baris_mkg")
    if first is not None:
        limit = f"≥ {first}"
    elif last is not None and "sampai_mkg" not in told and years > last:
        limit = f"≤ {last}"
    else:
        return
    words = {"years": str(years), "golongan": golongan, "limit": limit}
    yield "mkg_tahun", Trouble("masa-kerja-di-luar-daftar", words)


def _other_than_table(golongan: str, years: int, start: date, pay: object) -> Troubles:
    """Compare the pay with the table in force on its first day."""
    known = table_row(golongan, years, start).get("gaji_pokok")
    if pay is not None and known is not None and known != pay:
        words = {"golongan": golongan, "years": str(years), "known": format_rupiah(known)}
        yield "gaji_pokok", Trouble("gaji-berbeda-dari-daftar", words)


def table_row(golongan: str, years: int, day: date) -> Mapping[str, Any]:
    """Return what the rule on base pay tells of its table; nothing where that was not seen.

    >>> table_row("III/a", 4, date(2026, 3, 1))["gaji_pokok"]
    2964000
    """
    rule = _OF_PNS if "/" in golongan else _OF_PPPK
    try:
        since = law.rule(rule).version_on(day).period.start
    except law.BeforeFirstVersionError:
        return {}
    return _judged(rule, golongan, years, since)


@lru_cache(_MEMORY)
def _judged(rule: str, golongan: str, years: int, day: date) -> Mapping[str, Any]:
    rank = {"golongan_ruang": golongan, "status": "pns"}
    facts = rank if rule == _OF_PNS else {"golongan": golongan}
    told = law.judge_case(rule, {**facts, "masa_kerja_golongan": years}, as_of=day)
    return {each.step.name: each.value for each in told.steps if each.value is not None}
