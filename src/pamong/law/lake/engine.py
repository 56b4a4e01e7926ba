"""What an engine does for an audit: judge groups of a lake by a rule, and write what it says."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from pamong.law.content import Problem
from pamong.law.lake.folder import Lake
from pamong.law.results import Tally
from pamong.law.rule import Rule, Verdict


class EngineError(Exception):
    """An engine could not be started, or gave up; the sentence says what to do."""


class Desk(Protocol):
    """Some groups of a lake, laid out to be judged."""

    def inspect(self, rules: Iterable[Rule]) -> list[Problem]:
        """Return what is wrong with the rows that some rules read (``inspecting``)."""
        ...

    def judge(self, rule: Rule, as_of: date, folder: Path, *, every_row: bool) -> Tally:
        """Judge every subject; write Parquet files to ``folder`` and return the numbers.

        Written are the columns that ``law.judge`` gives, of the subjects whose outcome is not
        *sesuai*, or of all with ``every_row``. ``folder`` exists and may hold other files.

        Raises:
            EngineError: the engine gave up.
        """
        ...


class Engine(Protocol):
    """DuckDB in the process, or Spark."""

    name: str

    def batches(self, lake: Lake) -> list[tuple[str, ...]]:
        """Return the groups that are laid out at once."""
        ...

    def lay_out(self, lake: Lake, groups: tuple[str, ...]) -> AbstractContextManager[Desk]:
        """Make the tables of some groups ready."""
        ...


def quiet_outcomes(rule: Rule) -> list[str]:
    """Return the outcomes that nobody needs to see: all is as it should be."""
    return [name for name, each in rule.outcomes.items() if each.verdict is Verdict.SESUAI]


def result_columns(rule: Rule) -> pa.Schema:
    """Return the columns of a result, as ``law.judge`` gives them."""
    from pamong.law.judging import result_schema  # noqa: PLC0415  Ibis is not needed to say it

    return result_schema(rule)


def concerned(rules: Iterable[Rule], lake: Lake, as_of: date) -> list[Rule]:
    """Return the rules that are in force by then and whose subjects the lake has."""
    return [
        rule
        for rule in rules
        if lake.rows(rule.subject) and as_of >= rule.versions[0].period.start
    ]
