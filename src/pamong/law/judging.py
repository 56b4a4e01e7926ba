"""Judges by a rule in the process, one subject or a population."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pamong.law.compiling import SUBJECTS, duckdb_sql, list_table_name, rules_behind
from pamong.law.content import Problem, nearest
from pamong.law.fact_table import fact_table
from pamong.law.judgement import FrozenJudgement, Judgement, judgement_from_row
from pamong.law.keeping import KeptWithRule
from pamong.law.library import rule as rule_by_id
from pamong.law.reference import national_table
from pamong.law.rule import SHARED, Kind, Rule
from pamong.law.running import run_sql
from pamong.law.tables import FactsError, conform, schema_of

_REFERENCE = {"kalender": national_table}
_VERDICT_SCHEMA = pa.schema(
    [
        ("subject_id", pa.int64()),
        ("outcome", pa.string()),
        ("since", pa.date32()),
        ("due_on", pa.date32()),
        ("breach", pa.bool_()),
        ("missing", pa.list_(pa.string())),
        ("version", pa.string()),
        ("confidence", pa.string()),
    ]
)
#: What a judgement comes to, and when.
VERDICTS = pa.schema(
    _VERDICT_SCHEMA.field(name) for name in ("subject_id", "outcome", "breach", "since", "due_on")
)


class NotForPopulationsError(TypeError):
    """The entry is a procedure or a provision, so it has nothing to judge over tables."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        super().__init__(f'"{rule.id}" tidak menilai data: jenisnya {rule.kind.value}.')


class NotJudgedError(LookupError):
    """The rule gave no row for the subject: it does not concern it on that day."""

    def __init__(self, rule: Rule, subject_id: int, as_of: date) -> None:
        self.subject_id = subject_id
        super().__init__(
            f'Aturan "{rule.id}" tidak menyangkut {rule.subject} {subject_id} pada {as_of}.'
        )


@dataclass(frozen=True, slots=True)
class Judgements:
    """What a rule says of every subject that it could judge, ordered by subject.

    ``table`` has the columns that ``expression`` documents; iterate for ``Judgement`` objects.
    """

    rule: Rule
    as_of: date
    table: pa.Table
    facts: Mapping[str, pa.Table]

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __iter__(self) -> Iterator[Judgement]:
        for batch in self.table.to_batches(max_chunksize=1024):
            for row in batch.to_pylist():
                yield judgement_from_row(self.rule, self.as_of, row)

    @property
    def breaches(self) -> Judgements:
        """The rows with a breach alone: the findings."""
        found = self.table.filter(pc.field("breach"))
        return Judgements(self.rule, self.as_of, found, self.facts)

    def of(self, subject_id: int) -> Judgement:
        """Return the judgement of one subject.

        Raises:
            NotJudgedError: the rule gave no row for it.
        """
        rows = self.table.filter(pc.field("subject_id") == subject_id).to_pylist()
        if not rows:
            raise NotJudgedError(self.rule, subject_id, self.as_of)
        return judgement_from_row(self.rule, self.as_of, rows[0])

    def facts_of(self, subject_id: int) -> dict[str, list[dict[str, Any]]]:
        """Return the facts that concern one subject, by table; shared tables are left out.

        Raises:
            NotJudgedError: the subject is not among the facts.
        """
        subjects = self.facts[self.rule.subject]
        rows = subjects.filter(pc.field(self.rule.subject_key) == subject_id).to_pylist()
        if not rows:
            raise NotJudgedError(self.rule, subject_id, self.as_of)
        return {
            name: self._ordered_rows(name, column, rows[0][column])
            for name, column in self.rule.reads.items()
            if column != SHARED
        }

    def freeze(self, subject_id: int) -> FrozenJudgement:
        """Return one judgement with its version and facts, for whoever acts upon it.

        Raises:
            NotJudgedError: the rule gave no row for the subject.
        """
        return self.of(subject_id).freeze(self.facts_of(subject_id))

    def _ordered_rows(self, name: str, column: str, value: int | None) -> list[dict[str, Any]]:
        rows = self.facts[name].filter(pc.field(column) == value)
        ordered = rows.sort_by([(each, "ascending") for each in fact_table(name).key])
        return list(ordered.to_pylist())


def judge(
    rule: Rule | str,
    tables: Mapping[str, pa.Table],
    *,
    as_of: date,
    subjects: Iterable[int] | None = None,
) -> Judgements:
    """Judge every subject in ``tables`` by a rule, or those of ``subjects`` only.

    ``rule`` is the id of a rule of the library, or a rule: an edited copy is judged as edited.

    Every table that the rule reads must be given, empty where nothing is recorded; ``kalender``
    alone has a default. Tables that it does not read are refused, so that nothing is overlooked.

    Raises:
        UnknownRuleError: the rule does not exist.
        NotForPopulationsError: it is a procedure or a provision.
        BeforeFirstVersionError: ``as_of`` lies before its first version.
        FactsError: a table lacks or does not keep to its declaration.
    """
    rule = over_tables(rule)
    rule.version_on(as_of)
    facts = conforming(rule, tables)
    asked = None if subjects is None else sorted(set(subjects))
    sql = duckdb_sql(rule, as_of, narrowed=asked is not None)
    result = _run(rule, sql, facts, asked).cast(result_schema(rule))
    return Judgements(rule, as_of, _by_subject(result), facts)


def outcomes(rule: Rule | str, tables: Mapping[str, pa.Table], *, as_of: date) -> pa.Table:
    """Return ``subject_id``, ``outcome`` and ``breach`` of everybody, for whoever counts them.

    Days, reasons and steps are not worked out, which over millions is most of the work.

    Raises: as ``judge`` does.
    """
    rule = over_tables(rule)
    rule.version_on(as_of)
    sql = duckdb_sql(rule, as_of, narrowed=False)
    counted = f"SELECT subject_id, outcome, breach FROM ({sql})"  # noqa: S608  our own SQL
    return _by_subject(_run(rule, counted, conforming(rule, tables), None))


def verdicts(rule: Rule, facts: Mapping[str, pa.Table], *, as_of: date) -> pa.Table:
    """Return ``subject_id``, ``outcome``, ``breach``, ``since`` and ``due_on`` of everybody.

    ``facts`` are those that ``conforming`` returned. They come in no promised order.

    Raises:
        BeforeFirstVersionError: ``as_of`` lies before the first version.
    """
    sql = duckdb_sql(rule, as_of, narrowed=False)
    told = f"SELECT {', '.join(VERDICTS.names)} FROM ({sql})"  # noqa: S608  our own SQL
    return _run(rule, told, facts, None).cast(VERDICTS)


def judge_each(
    rules: Iterable[Rule], tables: Mapping[str, pa.Table], *, as_of: date
) -> Iterator[Judgements]:
    """Judge everybody in ``tables`` by several rules, as many at once as there are processors.

    ``tables`` are all that any of the rules reads. The judgements come in the order of the rules.

    Raises: as ``judge`` does.
    """

    def one(rule: Rule) -> Judgements:
        read = {name: tables[name] for name in rule.reads.keys() & tables.keys()}
        return judge(rule, read, as_of=as_of)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(one, rules)


def prepare(rule: Rule, days: Iterable[date]) -> None:
    """Write the plans by which a rule will judge everybody on some days, so that nobody waits.

    It may run in a thread beside other work. Days before the first version are passed over.
    """
    for day in days:
        if day >= rule.versions[0].period.start:
            duckdb_sql(rule, day, narrowed=False)


def over_tables(rule: Rule | str) -> Rule:
    """Return the rule, if it judges tables.

    Raises:
        UnknownRuleError: the rule does not exist.
        NotForPopulationsError: it is a procedure or a provision.
    """
    rule = rule_by_id(rule) if isinstance(rule, str) else rule
    if rule.kind is not Kind.RULE:
        raise NotForPopulationsError(rule)
    return rule


def _run(rule: Rule, sql: str, facts: Mapping[str, pa.Table], asked: list[int] | None) -> pa.Table:
    run_on = dict(facts)
    if asked is not None:
        run_on[SUBJECTS] = pa.table({"subject_id": pa.array(asked, pa.int64())})
    lasting = {name: run_on.pop(name) for name in _REFERENCE.keys() & facts.keys()} | list_tables(
        rule
    )
    return run_sql(sql, run_on, lasting)


def _by_subject(result: pa.Table) -> pa.Table:
    """Sort by subject; where it comes so, as it does from a table in that order, not again."""
    ids = result["subject_id"].combine_chunks()
    if pc.all(pc.less(ids[:-1], ids[1:]), min_count=0).as_py():
        return result
    return result.sort_by("subject_id")


def conforming(rule: Rule, tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Return what a rule reads, in the declared columns and types; doing so again costs nothing.

    Raises:
        FactsError: with all that lacks, is too much, or does not keep to its declaration.
    """
    own = {name: make() for name, make in _REFERENCE.items() if name in rule.reads.keys() - tables}
    given = dict(tables)
    problems = [
        Problem(name, f"tidak dibaca oleh {rule.id}.{nearest(name, list(rule.reads))}")
        for name in given.keys() - rule.reads.keys()
    ]
    problems += [
        Problem(name, "belum diberikan; beri tabel kosong bila memang tidak ada catatan.")
        for name in rule.reads.keys() - given.keys() - own.keys()
    ]
    facts: dict[str, pa.Table] = {}
    for name in rule.reads.keys() & given.keys():
        try:
            facts[name] = conform(fact_table(name), given[name])
        except FactsError as error:
            problems += error.problems
    if problems:
        raise FactsError(sorted(problems))
    return facts | own


@KeptWithRule
def list_tables(rule: Rule) -> dict[str, pa.Table]:
    """Return the lists of the law of a rule, and of those that it uses, as tables."""
    return {
        list_table_name(each, name): pa.Table.from_pylist(
            list(values.rows), schema=schema_of(values.columns)
        )
        for each in rules_behind(rule)
        for name, values in each.lists.items()
    }


def result_schema(rule: Rule) -> pa.Schema:
    """Return the columns that ``expression`` promises; DuckDB sums into wider ones."""
    steps = schema_of({step.name: step.type for step in rule.steps})
    return pa.schema([*_VERDICT_SCHEMA, *steps])
