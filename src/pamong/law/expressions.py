"""What the forms of rules are built of: Ibis expressions that every backend knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import ibis
from ibis import _

from pamong.law.rule import Rule

#: From here days and months are counted; nobody of whom the law asks was born before.
FIRST_YEAR = 1900
_FIRST_DAY = ibis.date(FIRST_YEAR, 1, 1)

Table = Any  # ibis.Table; Ibis 12 ships no types
Value = Any  # ibis.Value


def in_force(rows: Table, day: Value | date) -> Value:
    """Tell of each dated row whether it is in force on ``day``."""
    return (rows.starts_on <= day) & (rows.ends_before.isnull() | (rows.ends_before > day))


def months_after(day: Value, months: int) -> Value:
    """Return the same day so many months on; the last of the month where that is shorter."""
    return day + ibis.interval(months=months)


def term_before(start: Value, months: int) -> Value:
    """Return the first day after a term that is counted by months from its first day.

    A term from 31 January for three months lasts until 30 April, the last that April has.
    """
    end = months_after(start, months)
    is_same_day = day_of_month(end) == day_of_month(start)
    return ibis.ifelse(is_same_day, end, end + ibis.interval(days=1))


def day_number(day: Value) -> Value:
    """Return the days since 1900, an int64. Earlier days are negative.

    Parts of a date cost DuckDB a table of all days for each place where one is taken, more than a
    small question costs otherwise. This, and the two below, are for forms that take many.
    """
    return day.delta(_FIRST_DAY, unit="day").cast("int64")


def month_number(day: Value) -> Value:
    """Return the months since January 1900, an int64 (``day_number``)."""
    return first_of_month(day).delta(_FIRST_DAY, unit="month").cast("int64")


def day_of_month(day: Value) -> Value:
    """Return the day of the month, an int64 (``day_number``)."""
    return day.delta(first_of_month(day), unit="day").cast("int64") + 1


def first_of_month(day: Value) -> Value:
    """Return the first day of the month of a day."""
    return day.truncate("M").cast("date")


def holds(condition: Value) -> Value:
    """Tell whether a condition holds for certain; what is unknown does not."""
    return condition.fill_null(False)  # noqa: FBT003  Ibis takes it by position only


def missing_facts(**conditions: Value) -> Value:
    """Return the names whose condition holds, as an array; a null condition does not hold."""
    names = [
        ibis.ifelse(condition, ibis.literal(name), ibis.null("string"))
        for name, condition in conditions.items()
    ]
    return ibis.array(names).filter(lambda name: name.notnull())


def version_on(rule: Rule, day: Value) -> Value:
    """Return the id of the version in force on a day of each row; null before the first."""
    return ibis.cases(
        *((day >= version.period.start, version.id) for version in reversed(rule.versions)),
        else_=ibis.null("string"),
    )


def by_version(rule: Rule, version: Value, key: str) -> Value:
    """Return the figure ``key`` of the version that each row names."""
    return ibis.cases(*((version == each.id, each.values[key]) for each in rule.versions))


def look_up(code: Value, words: Mapping[Any, Any], type_: str = "string") -> Value:
    """Return what a code stands for; null for a code that is not there."""
    return ibis.cases(
        *((code == key, word) for key, word in words.items()), else_=ibis.null(type_)
    )


def join_known(rows: Table, more: Table, key: str) -> Table:
    """Add what is known of some of the rows; nulls where nothing is."""
    return rows.left_join(more, key).drop(f"{key}_right")


def first_gaps(pieces: Table, keys: tuple[str, ...]) -> Table:
    """Return the first day of a span that no piece covers, for each key.

    Columns in:  the keys, ``dari``, ``sampai`` (the span, end exclusive; the same in all rows of a
                 key), ``starts_on``, ``ends_before`` (one piece; nulls where a key has no piece,
                 a null end alone runs on)
    Columns out: the keys, ``celah`` date, null where the whole span is covered
    """
    begin = ibis.coalesce(pieces.starts_on, pieces.sampai)
    end = ibis.coalesce(pieces.ends_before, pieces.sampai)
    clipped = pieces.select(
        *keys,
        "dari",
        begin=ibis.least(ibis.greatest(begin, _.dari), _.sampai),
        end=ibis.least(end, _.sampai),
    )
    # An empty piece at the end of the span shows the gap behind the last real piece as well.
    closing = pieces.select(*keys, "dari", begin=_.sampai, end=_.sampai).distinct()
    earlier = ibis.window(group_by=keys, order_by=["begin", "end"], rows=(None, -1))
    covered = clipped.union(closing).mutate(
        reached=ibis.greatest(ibis.coalesce(_.end.max().over(earlier), _.dari), _.dari)
    )
    return covered.group_by(*keys).agg(celah=_.reached.min(where=_.begin > _.reached))
