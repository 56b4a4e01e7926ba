"""Checks the law as a whole: it loads, every citation is registered, every case comes out.

Loading itself refuses gaps and overlaps of versions, unknown regulations, misspelt keys, and facts
of cases that cannot be read. What is left is to run the cases and to look at the register.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pamong.law.content import ContentError, Problem
from pamong.law.fact_table import fact_table
from pamong.law.judgement import Judgement
from pamong.law.judging import judge
from pamong.law.library import register, rules
from pamong.law.rule import BeforeFirstVersionError, Case, Kind, Rule
from pamong.law.stepping import judge_case
from pamong.law.tables import table_from_rows


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and every problem found."""

    rules: int
    versions: int
    cases: int
    regulations: int
    problems: tuple[Problem, ...]


def check(*, texts: Path | None = None) -> Checked:
    """Look through the whole law; with ``texts``, also whether the texts read are still the same.

    ``texts`` is a folder with the files that the register names by ``text_file``.
    """
    try:
        every, regulations = rules(), register().regulations
    except ContentError as error:
        named = [Problem(f"{error.path.name}: {p.place}", p.message) for p in error.problems]
        return Checked(0, 0, 0, 0, tuple(named))
    problems = [problem for rule in every.values() for problem in _wrong_cases(rule)]
    if texts is not None:
        problems += _wrong_texts(texts)
    return Checked(
        rules=len(every),
        versions=sum(len(rule.versions) for rule in every.values()),
        cases=sum(len(rule.cases) for rule in every.values()),
        regulations=len(regulations),
        problems=tuple(problems),
    )


def judge_facts_of(rule: Rule, case: Case) -> list[Judgement]:
    """Return what a rule says of the facts of a case, for each subject.

    Raises:
        BeforeFirstVersionError: the day lies before the first version.
    """
    if rule.kind is Kind.STEP:
        return [judge_case(rule, case.facts[rule.subject][0], as_of=case.as_of)]
    tables = {
        name: table_from_rows(fact_table(name), case.facts.get(name, []))
        for name in rule.reads
        if name in case.facts or not fact_table(name).is_reference
    }
    return list(judge(rule, tables, as_of=case.as_of))


def _wrong_cases(rule: Rule) -> Iterator[Problem]:
    for number, case in enumerate(rule.cases, 1):
        for message in _wrong(rule, case):
            yield Problem(f"{rule.path.name}: case[{number}]", f'"{case.name}": {message}')


def _wrong(rule: Rule, case: Case) -> Iterable[str]:
    expected = dict(case.expect)
    try:
        judged = judge_facts_of(rule, case)
    except BeforeFirstVersionError:
        return [] if expected == {"refused": True} else ["ditolak: sebelum versi pertama."]
    if expected == {"refused": True}:
        return ["seharusnya ditolak, tetapi dinilai."]
    if expected == {"no_row": True}:
        return ["seharusnya tidak menilai siapa pun."] if judged else []
    told = about_whom(case, judged)
    if len(told) != 1:
        return [f"menilai {len(told)} subjek, bukan satu."]
    row = as_row(told[0])
    return [
        f"{name} seharusnya {value}, ternyata {row[name]}."
        for name, value in expected.items()
        if row[name] != value
    ]


def as_row(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as the columns that a case may expect."""
    return {
        "subject_id": judgement.subject_id,
        "outcome": judgement.outcome.id,
        "since": judgement.since,
        "due_on": judgement.due_on,
        "breach": judgement.breach,
        "missing": [each.name for each in judgement.missing],
        "version": judgement.version.id,
        "confidence": judgement.confidence.value,
    } | {each.step.name: each.value for each in judgement.steps}


def about_whom(case: Case, judged: list[Judgement]) -> list[Judgement]:
    """Return the judgement that a case is about: of ``subject_id``, or 1, or the only one."""
    wanted = case.expect.get("subject_id", 1)
    return [each for each in judged if each.subject_id == wanted] or judged


def _wrong_texts(folder: Path) -> Iterator[Problem]:
    for regulation in register().regulations.values():
        if regulation.text_file is None:
            continue
        path = folder / regulation.text_file
        if not path.is_file():
            yield Problem(
                regulation.short, f"naskah {regulation.text_file} tidak ada di folder itu."
            )
        elif hashlib.sha256(path.read_bytes()).hexdigest() != regulation.text_sha256:
            yield Problem(
                regulation.short,
                f"naskah {regulation.text_file} bukan yang dibaca dulu; periksa angkanya lagi.",
            )
