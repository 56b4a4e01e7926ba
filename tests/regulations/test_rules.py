"""What holds of every rule: time without gaps, columns and types, one and many, no fractions."""

import ast
import contextlib
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from tests.law.facts import judged, tables

from pamong import law
from pamong.law import content
from pamong.law.rule_checks import UNCONFIRMED_BASIS

ALL = pytest.mark.parametrize("rule", law.rules().values(), ids=law.rules())
RULES = pytest.mark.parametrize(
    "rule", law.rules_of(law.Kind.RULE).values(), ids=law.rules_of(law.Kind.RULE)
)
STEPS = pytest.mark.parametrize(
    "rule", law.rules_of(law.Kind.STEP).values(), ids=law.rules_of(law.Kind.STEP)
)
PURE = [Path(law.__file__).parents[1] / room for room in ("kernel", "law", "regulations")]


@ALL
def test_on_each_day_since_the_first_version_exactly_one_applies(rule):
    first = rule.versions[0].period.start
    for offset in range((date(2030, 1, 1) - first).days):
        day = first + timedelta(offset)
        assert sum(day in version.period for version in rule.versions) == 1

    with pytest.raises(law.BeforeFirstVersionError):
        rule.version_on(first - timedelta(1))


@RULES
def test_the_columns_and_types_are_those_that_are_promised(rule):
    schema = judged(rule.id, date(2020, 10, 1)).table.schema
    steps = {step.name: step.type.value for step in rule.steps}
    promised = {
        "subject_id": "int64",
        "outcome": "string",
        "since": "date",
        "due_on": "date",
        "breach": "boolean",
        "missing": "list",
        "version": "string",
        "confidence": "string",
        **steps,
    }
    shown = {
        pa.int64(): "int64",
        pa.string(): "string",
        pa.date32(): "date",
        pa.bool_(): "boolean",
        pa.list_(pa.string()): "list",
    }

    assert {field.name: shown[field.type] for field in schema} == promised


def many(case):
    """Return the facts of a case three times, for three governments with ids of their own."""
    facts = {}
    for name, rows in case.facts.items():
        for number in range(3):
            moved = [
                {
                    key: value + 1000 * number if key.endswith("_id") else value
                    for key, value in row.items()
                }
                for row in rows
            ]
            facts.setdefault(name, []).extend(moved if name != "kalender" or not number else [])
    return facts


@RULES
def test_one_is_judged_as_it_is_among_many(rule):
    day, cases = most_asked_day(rule)
    for case in cases:
        facts = many(case)
        for row in judged(rule.id, day, **facts).table.to_pylist():
            alone = judged(rule.id, day, [row["subject_id"]], **facts).table.to_pylist()
            assert alone == [row], case.name


def most_asked_day(rule):
    """Return the day that most cases ask for, and every eighth of these: a day is planned once."""
    ((day, _),) = Counter(case.as_of for case in rule.cases).most_common(1)
    return day, [case for case in rule.cases if case.as_of == day][::8]


@RULES
def test_a_rule_that_runs_over_a_population_tells_every_subject_once(rule):
    case = next(case for case in rule.cases if case.expect.get("breach") is not None)
    ids = judged(rule.id, case.as_of, **many(case)).table["subject_id"].to_pylist()

    assert ids == sorted(set(ids))


def fractions_in(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield f"{path.name}:{node.lineno} {node.value}"
        if isinstance(node, ast.Name) and node.id == "float":
            yield f"{path.name}:{node.lineno} float"


@pytest.mark.parametrize("room", PURE, ids=lambda room: room.name)
def test_there_is_no_float_in_the_rooms_that_know_the_law(room):
    assert [found for path in room.rglob("*.py") for found in fractions_in(path)] == []


def test_there_is_no_fraction_in_the_figures_of_the_law():
    for rule in law.rules().values():
        assert content.open_file(rule.path).problems == []


def test_the_facts_of_a_rule_that_uses_another_include_those_that_the_other_reads():
    for rule in law.rules().values():
        for used in rule.uses:
            assert law.rule(used).reads.keys() <= rule.reads.keys()


def test_every_table_but_the_calendar_may_be_empty():
    for rule in law.rules_of(law.Kind.RULE).values():
        assert len(law.judge(rule, tables(rule.id, {}), as_of=date(2020, 10, 1))) == 0


def judged_cases(rule):
    """Return the facts and the day of every case that a step rule judges, none refused."""
    for case in rule.cases:
        if "refused" not in case.expect:
            yield case.facts[rule.subject][0], case.as_of


@STEPS
def test_a_fact_less_is_never_an_error_and_what_is_missing_is_named(rule):
    for facts, as_of in judged_cases(rule):
        for name in facts:
            fewer = {key: value for key, value in facts.items() if key != name}
            try:
                judgement = law.judge_case(rule, fewer, as_of=as_of)
            except law.BeforeFirstVersionError:
                continue  # the day asked for stands in for nothing: the case is from before
            if judgement.breach is None:
                assert judgement.missing
            for missing in judgement.missing:
                assert missing.label, missing.name


@STEPS
def test_every_fact_whose_absence_keeps_a_case_open_is_missing_in_a_case(rule):
    named = {name for case in rule.cases for name in case.expect.get("missing", [])}
    open_without = set()
    for facts, as_of in judged_cases(rule):
        for name in facts:
            fewer = {key: value for key, value in facts.items() if key != name}
            with contextlib.suppress(law.BeforeFirstVersionError):
                judgement = law.judge_case(rule, fewer, as_of=as_of)
                open_without |= {missing.name for missing in judgement.missing}

    assert open_without - {UNCONFIRMED_BASIS} <= named


@STEPS
def test_a_case_of_which_nothing_is_known_is_not_judged(rule):
    try:
        judgement = law.judge_case(rule, {}, as_of=date(2026, 11, 25))
    except law.BeforeFirstVersionError:
        return

    assert judgement.breach is None
    assert judgement.missing


@STEPS
def test_a_step_rule_gives_two_outcomes_and_one_that_is_not_judged(rule):
    given = {case.expect["outcome"] for case in rule.cases if "outcome" in case.expect}

    assert "tidak_dapat_dinilai" in given
    assert len(given) >= 3


@STEPS
def test_a_step_rule_never_runs_over_a_population_and_says_so(rule):
    with pytest.raises(TypeError, match=f'"{rule.id}" tidak menilai data'):
        law.judge(rule, {}, as_of=date(2026, 11, 25))
