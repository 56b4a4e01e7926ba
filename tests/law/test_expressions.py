"""The parts that forms are built of, against plain Python."""

from calendar import monthrange
from datetime import date, timedelta

import ibis
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from pamong import law
from pamong.law.expressions import (
    first_gaps,
    missing_facts,
    months_after,
    term_before,
    version_on,
)

FIRST = date(2026, 1, 1)
DAYS = st.integers(-5, 25).map(lambda offset: FIRST + timedelta(offset))
SCHEMA = pa.schema(
    [
        ("id", pa.int64()),
        *((name, pa.date32()) for name in ("dari", "sampai", "starts_on", "ends_before")),
    ]
)


@st.composite
def pieces(draw):
    start = draw(DAYS)
    end = draw(st.none() | st.integers(1, 12).map(lambda length: start + timedelta(length)))
    return start, end


def first_uncovered(span, covering):
    for offset in range((span[1] - span[0]).days):
        day = span[0] + timedelta(offset)
        if not any(start <= day and (end is None or day < end) for start, end in covering):
            return day
    return None


@given(st.lists(pieces(), max_size=5), st.integers(1, 20))
def test_the_first_gap_is_the_first_day_that_no_piece_covers(covering, length):
    span = (FIRST, FIRST + timedelta(length))
    rows = [(1, *span, *piece) for piece in covering] or [(1, *span, None, None)]
    table = pa.Table.from_pylist(
        [dict(zip(SCHEMA.names, row, strict=True)) for row in rows], schema=SCHEMA
    )
    connection = ibis.duckdb.connect()
    connection.con.register("pieces", table)

    (found,) = connection.to_pyarrow(first_gaps(connection.table("pieces"), ("id",))).to_pylist()
    connection.disconnect()

    assert found["celah"] == first_uncovered(span, covering)


def run(expression):
    connection = ibis.duckdb.connect()
    try:
        return connection.to_pyarrow(expression).as_py()
    finally:
        connection.disconnect()


def test_missing_facts_are_the_names_whose_condition_holds():
    unknown = ibis.null("boolean")

    assert run(missing_facts(satu=ibis.literal(True), dua=ibis.literal(False), tiga=unknown)) == [
        "satu"
    ]


def test_a_day_has_the_version_in_force_on_it_and_none_before_the_first():
    rule = law.rule("disiplin-absen-kumulatif")
    on = {
        day: run(version_on(rule, ibis.literal(day)))
        for day in (date(2010, 6, 5), date(2010, 6, 6), date(2021, 8, 30), date(2021, 8, 31))
    }

    assert list(on.values()) == [None, "pp-53-2010", "pp-53-2010", "pp-94-2021"]


def same_day(start, months):
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2040, 12, 31)), st.sampled_from([1, 3, 6, 12, 60, 696]))
def test_months_are_counted_on_the_calendar_and_a_short_month_ends_on_its_last_day(start, months):
    day = ibis.literal(start)
    on = run(months_after(day, months).cast("string"))[:10]
    before = run(term_before(day, months).cast("string"))[:10]
    expected = same_day(start, months)

    assert on == expected.isoformat()
    assert before == (expected + timedelta(expected.day != start.day)).isoformat()


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2025, 12, 31)), st.integers(0, 40))
def test_a_term_that_begins_later_never_ends_earlier(start, days):
    later = start + timedelta(days)

    assert run(term_before(ibis.literal(start), 3) <= term_before(ibis.literal(later), 3))
