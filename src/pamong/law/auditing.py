"""Runs every rule over the same facts and keeps what each says, one Parquet file a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pamong.law.fact_files import completed
from pamong.law.judging import judge
from pamong.law.results import Audited, Tally, new_results, write_summary
from pamong.law.rule import Rule


def audit(
    rules: Iterable[Rule],
    tables: Mapping[str, pa.Table],
    *,
    as_of: date,
    out: Path,
    report: Callable[[Rule], None] = lambda _: None,
) -> list[Audited]:
    """Judge everybody in ``tables`` by each rule; write ``RULE.parquet`` and a summary to ``out``.

    Rules that begin after ``as_of``, and those of whose subjects ``tables`` has none, are passed
    over. The folder appears whole at the end: an audit that is stopped leaves nothing of its own.

    Raises:
        AuditFolderError: ``out`` holds something already.
        FactsError: a table does not keep to its declaration.
    """
    told: list[Audited] = []
    with new_results(out) as folder:
        for rule in rules:
            has_subjects = rule.subject in tables and tables[rule.subject].num_rows
            if not has_subjects or as_of < rule.versions[0].period.start:
                continue
            report(rule)
            told.append(_audit_one(rule, tables, as_of, folder))
        write_summary(folder, told, as_of)
    return told


def _audit_one(rule: Rule, tables: Mapping[str, pa.Table], as_of: date, folder: Path) -> Audited:
    read = {name: table for name, table in tables.items() if name in rule.reads}
    result = judge(rule, completed(rule, read), as_of=as_of).table
    pq.write_table(result, folder / f"{rule.id}.parquet")
    tally = Tally()
    for row in result.group_by(["outcome", "breach"]).aggregate([([], "count_all")]).to_pylist():
        tally.add(row["outcome"], row["breach"], row["count_all"])
    return Audited(rule, tally)
