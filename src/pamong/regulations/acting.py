"""How long somebody has acted in an office, where terms may follow one another or be interrupted.

Terms of one vacancy add up: the clock stands still between them and starts anew only when the
office had a definitive holder. Rules about acting officials build on it.
"""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from pamong.kernel.capacity import Capacity
from pamong.law.expressions import Table, Value, holds, in_force, join_known, term_before
from pamong.law.rule import Rule

_NEVER = date(9999, 12, 31)


def terms_of_vacancy(tenures: Table, capacity: Capacity, as_of: Value) -> Table:
    """Return every term in a capacity since an office last got a definitive holder.

    Only offices in which such a term is in force on the day; ``terakhir`` marks it, the latest of
    them where the records have two.

    Columns out: those of ``pemangku``, ``terakhir`` boolean
    """
    terms = tenures.filter(_.capacity == capacity.value, _.starts_on <= as_of)
    latest = ibis.window(
        group_by="jabatan_id", order_by=[ibis.desc("starts_on"), ibis.desc("pemangku_id")]
    )
    now = (
        terms.filter(lambda t: in_force(t, as_of))
        .mutate(place=ibis.row_number().over(latest))
        .filter(_.place == 0)
        .select("jabatan_id", kini_id="pemangku_id", kini_mulai="starts_on")
    )
    definitive = (
        tenures.filter(_.capacity == Capacity.DEFINITIF.value)
        .join(now, "jabatan_id")
        .filter(_.starts_on <= _.kini_mulai)
        .group_by("jabatan_id")
        .agg(definitif_mulai=_.starts_on.max())
    )
    since = join_known(terms.join(now, "jabatan_id"), definitive, "jabatan_id")
    return (
        since.filter(_.starts_on <= _.kini_mulai)
        .filter(_.definitif_mulai.isnull() | (_.starts_on >= _.definitif_mulai))
        .mutate(terakhir=_.pemangku_id == _.kini_id)
        .select(*tenures.columns, "terakhir")
    )


def clock(terms: Table, *keys: str) -> Table:
    """Sum up the terms of each key.

    Columns out: the keys, ``mulai`` (first day of the first term), ``jeda`` (days between terms),
    ``rangkaian_mulai`` (first day of the last run without a gap), ``kali`` (terms), ``pasti``
    (the first day is exact)
    """
    order = ["starts_on", "pemangku_id"]
    earlier = ibis.window(group_by=keys, order_by=order, rows=(None, -1))
    until = ibis.coalesce(terms.ends_before, _NEVER)
    placed = terms.mutate(until=until).mutate(reached=_.until.max().over(earlier))
    gap = ibis.cases((_.starts_on > _.reached, _.starts_on.delta(_.reached, unit="day")), else_=0)
    return (
        placed.mutate(jeda=gap, is_start=_.reached.isnull() | (_.starts_on > _.reached))
        .group_by(*keys)
        .agg(
            mulai=_.starts_on.min(),
            jeda=_.jeda.sum().cast("int32"),
            rangkaian_mulai=_.starts_on.max(where=_.is_start),
            kali=_.count(),
            pasti=_.starts_is_exact.argmin(_.starts_on),
        )
    )


def limit(rule: Rule, key: str, version: Value, start: Value, gap: Value) -> Value:
    """Return the first day beyond a term that stood still for ``gap`` days.

    ``key`` names the months of the term among the figures of the version that each row names.
    """
    versions: dict[int, list[str]] = {}
    for version_id, months in rule.values_by_version(key).items():
        versions.setdefault(months, []).append(version_id)
    ends = [(version.isin(ids), term_before(start, months)) for months, ids in versions.items()]
    end = ibis.cases(*ends) if len(ends) > 1 else ends[0][1]
    return end + gap.as_interval("D")


def recorded_since(known: Table, coverage: Table, start: str, as_of: Value) -> Value:
    """Return for each row whether one coverage of its government reaches from a day to ``as_of``.

    Columns in: ``pemda_id`` and the day ``start`` in ``known``; those of a coverage table
    Columns out: those of ``known``, ``lengkap`` (since that day) and ``lengkap_kini`` (on the day)
    """
    now = (
        coverage.filter(_.unit_id.isnull())
        .filter(lambda t: in_force(t, as_of))
        .group_by("pemda_id")
        .agg(dimuat_sejak=_.starts_on.min())
    )
    return (
        join_known(known, now, "pemda_id")
        .mutate(lengkap=holds(_.dimuat_sejak <= _[start]), lengkap_kini=_.dimuat_sejak.notnull())
        .drop("dimuat_sejak")
    )
