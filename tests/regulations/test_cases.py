"""Every case of every rule: the facts that stand there lead to the judgement that does."""

import pytest

from pamong import law
from pamong.law.case_table import CALENDAR
from pamong.law.checking import about_whom, as_row, judge_facts_of
from pamong.law.rule_checks import UNCONFIRMED_BASIS

JUDGING = law.rules_of(law.Kind.RULE) | law.rules_of(law.Kind.STEP)
CASES = [
    pytest.param(rule, case, id=f"{rule.id}: {case.name}")
    for rule in law.rules().values()
    for case in rule.cases
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_the_facts_lead_to_the_judgement(rule, case):
    expected = dict(case.expect)
    if expected == {"refused": True}:
        with pytest.raises(law.BeforeFirstVersionError):
            judge_facts_of(rule, case)
        return
    judgements = judge_facts_of(rule, case)
    for judgement in judgements:
        keeps_what_is_promised(judgement)
    if expected == {"no_row": True}:
        assert judgements == []
        return
    (judgement,) = about_whom(case, judgements)
    row = as_row(judgement)

    assert {name: row[name] for name in expected} == expected


def keeps_what_is_promised(judgement):
    """Check what holds of every judgement, whatever the rule."""
    is_sure = judgement.confidence != "unconfirmed"
    assert judgement.breach == (judgement.outcome.verdict.breach if is_sure else None)
    assert judgement.breach is not None or judgement.missing
    assert (UNCONFIRMED_BASIS in {each.name for each in judgement.missing}) is not is_sure
    assert judgement.meaning
    assert judgement.meaning_en or not judgement.outcome.meaning_en
    assert len(judgement.explanation) >= len(judgement.missing)
    assert "{" not in " ".join(judgement.sentences)


@pytest.mark.parametrize("rule", law.rules().values(), ids=law.rules())
def test_case_names_are_told_apart(rule):
    names = [case.name for case in rule.cases]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", law.rules().values(), ids=law.rules())
def test_every_outcome_is_reached_by_a_case_unless_it_waits_for_a_clause_to_end(rule):
    reached = {case.expect.get("outcome") for case in rule.cases}
    waiting = {outcome.id for outcome in rule.outcomes.values() if outcome.waits_for}

    assert set(rule.outcomes) - reached == waiting


@pytest.mark.parametrize("rule", JUDGING.values(), ids=JUDGING)
def test_every_fact_that_may_be_missing_is_missing_in_a_case(rule):
    named = {name for case in rule.cases for name in case.expect.get("missing", [])}
    # The inputs of a step rule are left out one by one in test_rules.
    inputs = {CALENDAR, *(rule.case_table.column_names if rule.case_table else ())}

    assert set(rule.missing) - inputs <= named


@pytest.mark.parametrize("rule", JUDGING.values(), ids=JUDGING)
def test_every_version_has_a_case_on_its_first_day_or_from_it(rule):
    used = {case.expect.get("version") for case in rule.cases}

    assert {version.id for version in rule.versions} <= used
