"""What the law says of one pegawai on a day, judged while the page is made.

Lists and findings rest on the nightly run. One's own page must also tell what is missing, of any
day, and the moment after a correction: so the facts of one person are read in one statement and
judged at once (docs/adr/0071).
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pyarrow as pa
from django.db import connection

from pamong import law
from pamong.apps.findings.gathering import CARRIED_BY_THE_LAW, sources
from pamong.apps.kepegawaian.models import Pegawai
from pamong.law.fact_table import fact_table
from pamong.law.tables import arrow_schema

OWN = "pegawai_id"
Rows = list[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class FactsOfOne:
    """The fact tables of one pegawai, those of his government with them."""

    pegawai: Pegawai
    day: date
    tables: Mapping[str, pa.Table]

    def rows(self, name: str) -> Rows:
        """Return the rows of one table as plain values."""
        return list(self.tables[name].to_pylist())

    def judged_by(self, rule_ids: Collection[str]) -> dict[str, list[law.Judgement]]:
        """Return what each rule says of the pegawai, or of entries of his record.

        It says nothing of whom it does not concern, and of days before its first version.
        """
        rules = [rule for rule in map(law.rule, rule_ids) if self._has_begun(rule)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            told = pool.map(partial(_judged, self), rules)
            return {rule.id: judgements for rule, judgements in zip(rules, told, strict=True)}

    def _has_begun(self, rule: law.Rule) -> bool:
        return rule.versions[0].period.start <= self.day


def facts_of(
    pegawai: Pegawai, *, day: date, rule_ids: Iterable[str], also: Iterable[str] = ()
) -> FactsOfOne:
    """Read what some rules read of one pegawai, and other tables beside: one statement for all.

    What a table tells of one day it tells of ``day``. A table that no app tells is empty.
    """
    ties = dict.fromkeys(also, OWN)
    for rule in map(law.rule, rule_ids):
        ties |= rule.reads
    wanted = ties.keys() - CARRIED_BY_THE_LAW
    rows: dict[str, Rows] = {name: [] for name in wanted}
    parts = [_part(name) for name in sorted(wanted & sources().keys())]
    with connection.cursor() as cursor:
        asked: dict[str, Any] = {"pemda": [pegawai.pemda_id], "day": day, "keys": [pegawai.pk]}
        cursor.execute(" UNION ALL ".join(parts), asked)
        for name, row in cursor.fetchall():
            rows[name].append(json.loads(row))
    return FactsOfOne(pegawai, day, {name: _table(name, told) for name, told in rows.items()})


def _judged(facts: FactsOfOne, rule: law.Rule) -> list[law.Judgement]:
    reads = {name: facts.tables[name] for name in rule.reads.keys() & facts.tables.keys()}
    subjects = facts.tables[rule.subject].column(rule.subject_key).to_pylist()
    if not subjects:
        return []
    return list(law.judge(rule, reads, as_of=facts.day, subjects=subjects))


def _part(name: str) -> str:
    is_own = any(column.name == OWN for column in fact_table(name).columns)
    sql = sources()[name].narrowed_by(OWN) if is_own else sources()[name].sql
    return f"(SELECT '{name}', to_jsonb(told) FROM ({sql}) AS told)"  # noqa: S608  names of ours


def _table(name: str, rows: Rows) -> pa.Table:
    schema = arrow_schema(fact_table(name))
    return pa.table(
        [
            pa.array([_value(row[field.name], field.type) for row in rows], type=field.type)
            for field in schema
        ],
        schema=schema,
    )


def _value(value: Any, kind: pa.DataType) -> Any:
    """Return a value of JSON as its column holds it: days come as text."""
    return date.fromisoformat(value) if value is not None and pa.types.is_date(kind) else value
