"""Judges one case by a step rule: a pure function over what is known of the case.

The form of a step rule is ``judge(case, version)``. It takes facts as attributes of ``case`` and
ends with ``found``. A fact that it needs and nobody has told ends it as "cannot be judged", so
that a form never asks whether a fact is there unless its absence means something.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any

from pamong.kernel.kalender import (
    Kalender,
    WorkWeek,
    YearWithoutDecreeError,
    national_kalender,
)
from pamong.law.case_table import CALENDAR
from pamong.law.content import Problem
from pamong.law.fact_rows import clean_rows
from pamong.law.judgement import UNCONFIRMED, Judgement, StepValue
from pamong.law.library import form_module
from pamong.law.library import rule as rule_by_id
from pamong.law.rule import NOT_JUDGED, Kind, Rule, Transitional, Version
from pamong.law.source import Confidence


class NotACaseError(TypeError):
    """The rule does not judge single cases: it runs over tables, or judges nothing."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        super().__init__(f'"{rule.id}" tidak menilai satu perkara: jenisnya {rule.kind.value}.')


class CaseError(ValueError):
    """What was told of a case cannot be read; ``problems`` lists everything that is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        told = "".join(f"\n  {problem}" for problem in problems)
        super().__init__(f"Perkara ini belum dapat dibaca:{told}")


class LackingError(Exception):
    """A form needs a fact that was not told; the case cannot be judged."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


@dataclass(frozen=True, slots=True)
class Found:
    """What a form found: an outcome of the rule, its dates, what is missing, and its steps.

    ``confidence`` stands where the case rests on one row of a list rather than on the version.
    """

    outcome: str
    since: date | None
    due_on: date | None
    missing: tuple[str, ...]
    confidence: Confidence | None
    steps: Mapping[str, Any]


def found(
    outcome: str,
    *,
    since: date | None = None,
    due_on: date | None = None,
    missing: tuple[str, ...] = (),
    confidence: Confidence | None = None,
    **steps: Any,
) -> Found:
    """Return what a form found; the steps by their names."""
    return Found(outcome, since, due_on, missing, confidence, steps)


class Case:
    """What is known of one case, as a form may use it.

    >>> case.received_on        # doctest: +SKIP
    datetime.date(2024, 1, 2)
    """

    def __init__(self, rule: Rule, facts: Mapping[str, Any], as_of: date, chosen: date) -> None:
        self._facts = facts
        self.rule = rule
        self.as_of = as_of
        self.chosen_on = chosen
        """The day that chose the version."""

    def __getattr__(self, name: str) -> Any:
        value = self.told(name)
        if value is None:
            raise LackingError(name)
        return value

    def told(self, name: str) -> Any:
        """Return a fact that may be absent; ``None`` where nobody told it."""
        try:
            return self._facts[name]
        except KeyError:
            raise AttributeError(f"{self.rule.id} has no input {name!r}.") from None

    def lack(self, name: str) -> LackingError:
        """Return what to raise where a fact was told, but says too little."""
        return LackingError(name)

    def rows(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """Return a list of the law of this rule."""
        return self.rule.lists[name].rows

    def clause(self, name: str) -> Transitional | None:
        """Return a transitional clause where it applies on the day that chose the version."""
        clause = self.rule.transitional[name]
        return clause if self.chosen_on in clause.period else None

    def working_day_after(self, day: date, count: int, week: WorkWeek = WorkWeek.FIVE) -> date:
        """Return the ``count``-th working day after ``day``, which is itself not counted."""
        return self._kalender.add_working_days(day, count, week)

    def working_days_between(
        self, after: date, until: date, week: WorkWeek = WorkWeek.FIVE
    ) -> int:
        """Count the working days later than ``after``, up to ``until`` and with it."""
        return self._kalender.working_days_between(after, until, week)

    @property
    def _kalender(self) -> Kalender:
        return national_kalender()


def judge_case(rule: Rule | str, facts: Mapping[str, Any], *, as_of: date) -> Judgement:
    """Judge one case by a step rule. ``facts`` are its inputs by name; one left out is not known.

    Values may be written as people do: ``"2/3/2026"``, ``"ya"``.

    Raises:
        UnknownRuleError: the rule does not exist.
        NotACaseError: it is no step rule.
        CaseError: an input is unknown, or does not hold what it should.
        BeforeFirstVersionError: the day that chooses the version lies before the first one.
    """
    rule = rule_by_id(rule) if isinstance(rule, str) else rule
    if rule.kind is not Kind.STEP or rule.case_table is None:
        raise NotACaseError(rule)
    rows, problems = clean_rows(rule.case_table, [facts])
    if problems:
        raise CaseError([Problem(each.place.partition(".")[2], each.message) for each in problems])
    told = rows[0]
    chosen = as_of if rule.chosen_on is None else told[rule.chosen_on]
    if chosen is None:
        return _judgement(rule, as_of, rule.version_on(as_of), _lacking(str(rule.chosen_on)))
    version = rule.version_on(chosen)
    try:
        result = _form(rule)(Case(rule, told, as_of, chosen), version)
    except LackingError as lacking:
        result = _lacking(lacking.name)
    except YearWithoutDecreeError:
        result = _lacking(CALENDAR)
    return _judgement(rule, as_of, version, result)


def _lacking(name: str) -> Found:
    return found(NOT_JUDGED, missing=(name,))


def _judgement(rule: Rule, as_of: date, version: Version, result: Found) -> Judgement:
    confidence = result.confidence or version.confidence
    outcome = rule.outcomes[result.outcome]
    is_sure = confidence is not Confidence.UNCONFIRMED
    missing = [rule.missing[name] for name in result.missing]
    unknown = result.steps.keys() - {step.name for step in rule.steps}
    if unknown:
        raise TypeError(f"{rule.id} has no step {', '.join(sorted(unknown))}.")
    return Judgement(
        rule=rule,
        as_of=as_of,
        subject_id=1,
        outcome=outcome,
        breach=outcome.verdict.breach if is_sure else None,
        since=result.since,
        due_on=result.due_on,
        missing=tuple(missing if is_sure else [*missing, UNCONFIRMED]),
        version=version,
        confidence=confidence,
        steps=tuple(StepValue(step, result.steps.get(step.name)) for step in rule.steps),
    )


def _form(rule: Rule) -> Callable[[Case, Version], Found]:
    form: Callable[[Case, Version], Found] = import_module(form_module(rule)).judge
    return form
