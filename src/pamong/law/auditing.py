"""Runs every rule over the same facts and keeps what each says, one Parquet file a rule."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pamong.kernel.language import say
from pamong.law.fact_files import completed
from pamong.law.judging import judge
from pamong.law.rule import Rule

SUMMARY = "ringkasan.json"


class AuditFolderError(ValueError):
    """The folder for the results holds something already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say(
                'Map "%(folder)s" sudah berisi; pilih map kosong atau yang belum ada.',
                folder=folder,
            )
        )


@dataclass(frozen=True, slots=True)
class Audited:
    """What one rule said: how many subjects, how many by outcome, how many could not be judged."""

    rule: Rule
    judged: int
    breaches: int
    not_judged: int
    outcomes: Mapping[str, int]


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
    if out.exists() and any(out.iterdir()):
        raise AuditFolderError(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    told: list[Audited] = []
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as place:
        aside = Path(place) / "hasil"
        aside.mkdir()
        for rule in rules:
            has_subjects = rule.subject in tables and tables[rule.subject].num_rows
            if not has_subjects or as_of < rule.versions[0].period.start:
                continue
            report(rule)
            told.append(_audit_one(rule, tables, as_of, aside))
        _summary(aside, told, as_of)
        if out.exists():
            out.rmdir()
        aside.replace(out)
    return told


def _audit_one(rule: Rule, tables: Mapping[str, pa.Table], as_of: date, folder: Path) -> Audited:
    read = {name: table for name, table in tables.items() if name in rule.reads}
    result = judge(rule, completed(rule, read), as_of=as_of).table
    pq.write_table(result, folder / f"{rule.id}.parquet")
    breach = Counter(result["breach"].to_pylist())
    return Audited(
        rule=rule,
        judged=result.num_rows,
        breaches=breach[True],
        not_judged=breach[None],
        outcomes=Counter(result["outcome"].to_pylist()),
    )


def _summary(folder: Path, told: Iterable[Audited], as_of: date) -> None:
    content = {
        "as_of": as_of.isoformat(),
        "rules": [
            {
                "rule": each.rule.id,
                "version": each.rule.version_on(as_of).id,
                "judged": each.judged,
                "breaches": each.breaches,
                "not_judged": each.not_judged,
                "outcomes": dict(sorted(each.outcomes.items())),
            }
            for each in told
        ],
    }
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    (folder / SUMMARY).write_text(text, encoding="utf-8")
