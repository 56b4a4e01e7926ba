"""What if: the judgements by changed figures beside those by the law in force, day by day.

For the day asked for and the same day of the years after it, over the same facts. What people will
do until then is not foretold: nobody is employed, promoted or moved in the meantime.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from pamong.kernel.language import say
from pamong.law.figure import Figure, FigureValue
from pamong.law.judging import conforming, over_tables
from pamong.law.rule import Rule
from pamong.law.what_if.bars import Pair
from pamong.law.what_if.changing import Change, changed
from pamong.law.what_if.figures import figures
from pamong.law.what_if.grouping import groups_of
from pamong.law.what_if.side_by_side import Beside, count_by, count_moves, lay_beside

MOST_YEARS = 15


class CannotSimulateError(ValueError):
    """With the changed figures the rule cannot be reckoned."""

    def __init__(self, changes: Iterable[Change]) -> None:
        told = "; ".join(map(str, changes))
        super().__init__(
            say(
                "Dengan %(changes)s aturan ini tidak dapat dihitung; pilih angka yang lebih "
                "dekat dengan angka yang berlaku.",
                changes=told,
            )
        )


@dataclass(frozen=True, slots=True)
class Simulation:
    """The law in force beside the changed law, over the same facts and days.

    ``touched``: one row a day and subject of whom the judgements differ, by day and subject.
        ``day``, ``subject_id``, then ``outcome``, ``breach``, ``since`` and ``due_on`` each with
        ``_before`` and ``_after`` (nulls where the rule gives no row), ``unit_id`` (null: none on
        record) and ``grade``, as they are on the first day.
    ``by_day``: ``day``, then ``judged``, ``breaches`` and ``not_judged`` each with ``_before`` and
        ``_after``.
    ``by_outcome``: ``day``, ``outcome_before``, ``outcome_after``, ``subjects``: of those touched.
    ``by_unit``, ``by_grade``: ``unit_id`` or ``grade``, ``judged`` on the first day, and
        ``touched``: how many on any of the days, each once.
    ``by_year``: ``column`` (``due_on`` or ``since``), ``year``, ``before``, ``after``: in which
        year the day of the judgement falls, of everybody judged on the first day.
    ``grade`` is the rank, else the kind of post, or what the subject has instead; ``graded_by``
    names its fact table and column, empty where there is none.
    """

    rule: Rule
    changed: Rule
    changes: tuple[Change, ...]
    days: tuple[date, ...]
    judged: int
    """How many subjects either law judges on the first day."""
    touched: pa.Table
    by_day: pa.Table
    by_outcome: pa.Table
    by_unit: pa.Table
    by_grade: pa.Table
    by_year: pa.Table
    graded_by: str

    @property
    def subjects(self) -> int:
        """How many subjects are touched on any of the days, each counted once."""
        return len(self.touched["subject_id"].unique())

    @property
    def moved(self) -> int:
        """How many of them come to another outcome on any of the days; the others' days move."""
        same = pc.equal(self.touched["outcome_before"], self.touched["outcome_after"])
        moved = pc.invert(pc.fill_null(same, fill_value=False))
        return len(self.touched.filter(moved)["subject_id"].unique())

    @property
    def figures(self) -> list[tuple[Figure, FigureValue]]:
        """The figures that the changes make other than they are, each with its new value."""
        pairs = {
            figure.address: (figure, other.value)
            for day in self.days
            for figure, other in zip(
                figures(self.rule, day), figures(self.changed, day), strict=True
            )
            if figure.value != other.value
        }
        return list(pairs.values())

    def years(self, column: str) -> list[Pair]:
        """Return in which years ``due_on`` or ``since`` falls, before and after the change.

        The years of the simulation each; what falls earlier or later is summed up. Empty where
        the rule tells no such day.
        """
        first, last = self.days[0].year, self.days[-1].year
        told = [row for row in self.by_year.to_pylist() if row["column"] == column]
        counts: dict[int, Counter[str]] = {year: Counter() for year in range(first - 1, last + 2)}
        for row in told:
            year = min(max(row["year"], first - 1), last + 1)
            counts[year].update(before=row["before"], after=row["after"])
        labels = {first - 1: f"≤ {first - 1}", last + 1: f"≥ {last + 1}"}
        return [
            Pair(labels.get(year, str(year)), each["before"], each["after"])
            for year, each in counts.items()
            if told and (year not in labels or each.total())
        ]

    def breaches(self) -> list[Pair]:
        """Return how many breaches there are on each day, before and after the change."""
        return [
            Pair(str(row["day"].year), row["breaches_before"], row["breaches_after"])
            for row in self.by_day.to_pylist()
        ]

    def chart(self) -> tuple[str, list[Pair]]:
        """Return what shows the change best: years of due days, of first days, or breaches."""
        for column in ("due_on", "since"):
            pairs = [pair for pair in self.years(column) if pair.label.isdecimal()]
            if any(pair.before != pair.after for pair in pairs):
                return column, pairs
        return "breaches", self.breaches()


class YearsError(ValueError):
    """So many years are not looked ahead."""

    def __init__(self) -> None:
        super().__init__(
            say("Simulasi melihat paling banyak %(most)s tahun ke depan.", most=MOST_YEARS)
        )


def days_of(as_of: date, years: int) -> tuple[date, ...]:
    """Return a day and the same day of the years after it; 29 February falls on the 28th.

    Raises:
        YearsError: ``years`` is below 0 or above ``MOST_YEARS``.
    """
    if not 0 <= years <= MOST_YEARS:
        raise YearsError
    kept = date(as_of.year, 2, 28) if (as_of.month, as_of.day) == (2, 29) else as_of
    return (as_of, *(kept.replace(year=as_of.year + ahead) for ahead in range(1, years + 1)))


def simulate(
    rule: Rule | str,
    changes: Iterable[Change],
    tables: Mapping[str, pa.Table],
    *,
    as_of: date,
    years: int = 5,
) -> Simulation:
    """Judge everybody in ``tables`` by the law in force and by a changed copy of it.

    The days are ``as_of`` and the same day of each of the next ``years`` years. ``tables`` are
    those that the rule reads, as ``judge`` takes them, and may have ``pegawai``,
    ``riwayat_pangkat`` and ``riwayat_jabatan`` besides, to tell unit and rank.

    Raises:
        ChangeError: an address means no figure, or a value cannot be.
        CannotSimulateError: nobody can be judged with such figures.
        YearsError: ``years`` is below 0 or above ``MOST_YEARS``.
        NotForPopulationsError, BeforeFirstVersionError, FactsError: as ``judge`` does.
    """
    rule = over_tables(rule)
    changes = tuple(changes)
    days = days_of(as_of, years)
    copy = changed(rule, changes, days=days)
    read = {name: table for name, table in tables.items() if name in rule.reads}
    facts = conforming(rule, read)
    groups = groups_of(rule, tables)
    placed = groups.on(as_of)

    def one(day: date) -> tuple[Beside, pa.Table, pa.Table]:
        beside = lay_beside(rule, copy, facts, day)
        return beside, beside.touched(placed), beside.counts()

    try:
        with ThreadPoolExecutor(min(len(days), os.cpu_count() or 1)) as pool:
            told = list(pool.map(one, days))
    except (duckdb.OutOfRangeException, duckdb.ConversionException, OverflowError) as error:
        raise CannotSimulateError(changes) from error
    first, touched = told[0][0], pa.concat_tables([each for _, each, _ in told])
    members = first.members(placed)
    return Simulation(
        rule=rule,
        changed=copy,
        changes=changes,
        days=days,
        judged=members.num_rows,
        touched=touched,
        by_day=pa.concat_tables([each for _, _, each in told]),
        by_outcome=count_moves(touched),
        by_unit=count_by("unit_id", members, touched),
        by_grade=count_by("grade", members, touched),
        by_year=first.by_year(),
        graded_by=groups.graded_by,
    )
