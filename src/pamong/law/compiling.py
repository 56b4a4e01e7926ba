"""Turns a rule into one Ibis expression over its fact tables, the same for one and for millions.

The form of a rule gives ``subject_id, outcome, since, due_on, missing, version`` and its steps,
and ``confidence`` where it rests on rows of a list. The engine adds ``breach`` from the outcome
and sees to it that an unconfirmed figure never decides.

A form sees the day asked for as a value of the plan, so that one plan serves every day of an era:
a span in which the law stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module

import ibis

from pamong.law.expressions import Table, Value, look_up
from pamong.law.fact_table import fact_table
from pamong.law.keeping import KeptWithRule
from pamong.law.library import form_module, rules
from pamong.law.library import rule as rule_by_id
from pamong.law.plans import kept_plans
from pamong.law.rule import SHARED, Rule
from pamong.law.rule_checks import UNCONFIRMED_BASIS, VERDICT_COLUMNS
from pamong.law.running import day_literal
from pamong.law.source import Confidence

# Fused selects repeat every expression where it is used and take several times as long to build
# and to plan. Set once for the process: switching it around a call is not safe between threads.
ibis.options.sql.fuse_selects = False

#: The table of the subjects asked for, where only some are: one column, ``subject_id``.
SUBJECTS = "subjek"

#: Stands for the day asked for while a plan is built; Ibis has no parameters that stay in the SQL.
_ANY_DAY = date(9876, 5, 4)
_ANY_DAY_SQL = "MAKE_DATE(9876, 5, 4)"

_COLUMN_TYPES = {
    "subject_id": "int64",
    "outcome": "string",
    "since": "date",
    "due_on": "date",
    "missing": "array<string>",
    "version": "string",
    "confidence": "string",
}


class FormError(Exception):
    """The form of a rule does not keep its contract: a mistake of ours, not of the facts."""


class Facts:
    """What a form may look at: its fact tables and lists, and the judgements of rules it uses."""

    def __init__(self, rule: Rule, tables: Mapping[str, Table], as_of: Value, era: date) -> None:
        self._rule = rule
        self._tables = tables
        self._as_of = as_of
        self.era = era
        """A day on which the law stands as on the day asked for (``era_of``)."""

    def __getattr__(self, name: str) -> Table:
        if name not in self._rule.reads:
            raise FormError(f"{self._rule.id} does not say that it reads {name!r}.")
        return self._tables[name]

    def list(self, name: str) -> Table:
        """Return a list of the law of this rule as a table."""
        return self._tables[list_table_name(self._rule, name)]

    def judged(self, rule_id: str) -> Table:
        """Return the judgements of a rule that this one uses, over the same facts and day."""
        if rule_id not in self._rule.uses:
            raise FormError(f"{self._rule.id} does not say that it uses {rule_id!r}.")
        return _judged(rule_by_id(rule_id), self._tables, self._as_of, self.era)


def expression(
    rule: Rule, tables: Mapping[str, Table], as_of: date, subjects: Table | None = None
) -> Table:
    """Return the judgements of a rule as an Ibis table, on whatever backend ``tables`` live.

    Columns out: ``subject_id`` int64, ``outcome`` string, ``since`` and ``due_on`` date,
    ``breach`` boolean, ``missing`` array of string, ``version`` and ``confidence`` string, then
    the steps of the rule. One row for every subject that the rule could judge.

    ``subjects`` has one column, ``subject_id``; only the facts of these subjects are looked at.

    Raises:
        BeforeFirstVersionError: ``as_of`` lies before the first version.
    """
    rule.version_on(as_of)
    return _expression(rule, tables, ibis.literal(as_of), era_of(rule, as_of), subjects)


def _expression(
    rule: Rule, tables: Mapping[str, Table], as_of: Value, era: date, subjects: Table | None
) -> Table:
    narrowed = dict(tables) | _lists_of(rule, tables)
    if subjects is None:
        return _judged(rule, narrowed, as_of, era)
    narrowed |= _narrow(rule, narrowed, subjects)
    judged = _judged(rule, narrowed, as_of, era)
    return judged.semi_join(subjects, "subject_id")


def era_of(rule: Rule, as_of: date) -> date:
    """Return the first day of the span around ``as_of`` in which the law does not change.

    Within it no version and no transitional clause of the rule, nor of a rule that it uses, begins
    or ends, and no year begins that is the first after such a change.
    """
    return max((day for day in _changes(rule) if day <= as_of), default=as_of)


@KeptWithRule
def _changes(rule: Rule) -> frozenset[date]:
    behind = rules_behind(rule)
    periods = [version.period for each in behind for version in each.versions]
    periods += [clause.period for each in behind for clause in each.transitional.values()]
    days = {day for period in periods for day in (period.start, period.end) if day is not None}
    return frozenset(days | {date(day.year + 1, 1, 1) for day in days})


def list_table_name(rule: Rule, name: str) -> str:
    """Return the name under which a list of a rule stands among the tables."""
    return f"{rule.id}/{name}"


def rules_behind(rule: Rule) -> list[Rule]:
    """Return the rule and every rule that it uses."""
    return [rule, *(each for used in rule.uses for each in rules_behind(rule_by_id(used)))]


def duckdb_sql(rule: Rule, as_of: date, *, narrowed: bool) -> str:
    """Return a rule as SQL for DuckDB; its rows come in no promised order.

    Building it is dearer than running it, so it is kept with the rule, for all days of an era.
    """
    rule.version_on(as_of)
    plan = _duckdb_sql(rule, era_of(rule, as_of), narrowed)
    return plan.replace(_ANY_DAY_SQL, day_literal(as_of))


@KeptWithRule
def _duckdb_sql(rule: Rule, era: date, narrowed: bool) -> str:  # noqa: FBT001
    kept = kept_plans()
    if kept is None or rules().get(rule.id) is not rule:  # an edited copy
        return _written_anew(rule, era, narrowed=narrowed)
    sql = kept.find(rule.id, era, narrowed=narrowed)
    if sql is None:
        sql = _written_anew(rule, era, narrowed=narrowed)
        kept.add(rule.id, era, narrowed=narrowed, sql=sql)
    return sql


def _written_anew(rule: Rule, era: date, *, narrowed: bool) -> str:
    subjects = ibis.table({"subject_id": "int64"}, name=SUBJECTS) if narrowed else None
    judged = _expression(rule, unbound_tables(rule), ibis.literal(_ANY_DAY), era, subjects)
    return str(ibis.to_sql(judged, dialect="duckdb", pretty=False))


def unbound_tables(rule: Rule) -> dict[str, Table]:
    """Return every table of a rule as a declaration without data."""
    facts = {name: {c.name: c.type for c in fact_table(name).columns} for name in rule.reads}
    lists = {
        list_table_name(each, name): values.columns
        for each in rules_behind(rule)
        for name, values in each.lists.items()
    }
    return {
        name: ibis.table({column: type_.value for column, type_ in columns.items()}, name=name)
        for name, columns in (facts | lists).items()
    }


def _lists_of(rule: Rule, tables: Mapping[str, Table]) -> dict[str, Table]:
    """Return the lists that the caller has not put among its tables."""
    return {
        name: ibis.memtable(
            list(values.rows), schema={c: t.value for c, t in values.columns.items()}
        )
        for each in rules_behind(rule)
        for key, values in each.lists.items()
        if (name := list_table_name(each, key)) not in tables
    }


def _narrow(rule: Rule, tables: Mapping[str, Table], subjects: Table) -> dict[str, Table]:
    """Keep the rows that concern the subjects, by the columns that ``reads`` names."""
    asked = tables[rule.subject].semi_join(subjects, [(rule.subject_key, "subject_id")])
    return {
        name: tables[name].semi_join(asked, column)
        for name, column in rule.reads.items()
        if column != SHARED
    }


def _judged(rule: Rule, tables: Mapping[str, Table], as_of: Value, era: date) -> Table:
    verdicts = _form(rule)(Facts(rule, tables, as_of, era), rule, as_of)
    if "confidence" not in verdicts.columns:
        sure = {version.id: version.confidence.value for version in rule.versions}
        verdicts = verdicts.mutate(confidence=look_up(verdicts.version, sure))
    breach = {name: outcome.verdict.breach for name, outcome in rule.outcomes.items()}
    decided = {name: value for name, value in breach.items() if value is not None}
    unsure = verdicts.confidence == Confidence.UNCONFIRMED.value
    found = look_up(verdicts.outcome, decided, "boolean")
    verdicts = verdicts.mutate(
        breach=ibis.ifelse(unsure, ibis.null("boolean"), found),
        missing=ibis.ifelse(
            unsure, verdicts.missing.concat(ibis.array([UNCONFIRMED_BASIS])), verdicts.missing
        ),
    )
    return verdicts.select(*VERDICT_COLUMNS, *_checked_columns(rule, verdicts))


def _checked_columns(rule: Rule, verdicts: Table) -> list[str]:
    wanted = _COLUMN_TYPES | {step.name: step.type.value for step in rule.steps}
    given = {name: str(type_).lstrip("!") for name, type_ in verdicts.schema().items()}
    wrong = [
        f"{name} {given.get(name)}" for name, type_ in wanted.items() if given.get(name) != type_
    ]
    if wrong:
        raise FormError(
            f"{rule.form_path.name} gives columns that it should not: {', '.join(wrong)}."
        )
    return [step.name for step in rule.steps]


def _form(rule: Rule) -> Callable[[Facts, Rule, Value], Table]:
    form: Callable[[Facts, Rule, Value], Table] = import_module(form_module(rule)).judge
    return form
