"""Two laws over the same facts on one day, subject by subject, in the database in the process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Template

import pyarrow as pa

from pamong.law.judging import verdicts
from pamong.law.rule import Rule
from pamong.law.running import day_literal, run_sql
from pamong.law.what_if.grouping import PLACED

_TOUCHED = pa.schema(
    [
        ("day", pa.date32()),
        ("subject_id", pa.int64()),
        ("outcome_before", pa.string()),
        ("outcome_after", pa.string()),
        ("breach_before", pa.bool_()),
        ("breach_after", pa.bool_()),
        ("since_before", pa.date32()),
        ("since_after", pa.date32()),
        ("due_on_before", pa.date32()),
        ("due_on_after", pa.date32()),
        ("unit_id", pa.int64()),
        ("grade", pa.string()),
    ]
)
_COUNTS = pa.schema(
    [
        ("day", pa.date32()),
        ("judged_before", pa.int64()),
        ("judged_after", pa.int64()),
        ("breaches_before", pa.int64()),
        ("breaches_after", pa.int64()),
        ("not_judged_before", pa.int64()),
        ("not_judged_after", pa.int64()),
    ]
)
_YEARS = pa.schema(
    [("column", pa.string()), ("year", pa.int64()), ("before", pa.int64()), ("after", pa.int64())]
)
_OUTCOMES = pa.schema(
    [
        ("day", pa.date32()),
        ("outcome_before", pa.string()),
        ("outcome_after", pa.string()),
        ("subjects", pa.int64()),
    ]
)

# "berlaku" is what the law in force says of each subject, "berubah" what the changed law says,
# "tempat" where each belongs.
_MEMBERS_SQL = """
SELECT subject_id, g.unit_id, g.grade
FROM (SELECT subject_id FROM berlaku UNION SELECT subject_id FROM berubah)
LEFT JOIN tempat g USING (subject_id)
ORDER BY subject_id
"""
_TOUCHED_SQL = Template("""
SELECT $day, subject_id, b.outcome, a.outcome, b.breach, a.breach,
       b.since, a.since, b.due_on, a.due_on, g.unit_id, g.grade
FROM berlaku b FULL JOIN berubah a USING (subject_id)
LEFT JOIN tempat g USING (subject_id)
WHERE b.outcome IS DISTINCT FROM a.outcome OR b.breach IS DISTINCT FROM a.breach
   OR b.since IS DISTINCT FROM a.since OR b.due_on IS DISTINCT FROM a.due_on
ORDER BY subject_id
""")
_COUNTS_SQL = Template("""
SELECT $day, b.judged, a.judged, b.breaches, a.breaches, b.not_judged, a.not_judged
FROM (SELECT count(*) AS judged, count(*) FILTER (breach) AS breaches,
             count(*) FILTER (breach IS NULL) AS not_judged FROM berlaku) b,
     (SELECT count(*) AS judged, count(*) FILTER (breach) AS breaches,
             count(*) FILTER (breach IS NULL) AS not_judged FROM berubah) a
""")
_YEARS_SQL = """
SELECT what, year(day) AS year, count(*) FILTER (is_before), count(*) FILTER (NOT is_before)
FROM (SELECT 'due_on' AS what, due_on AS day, true AS is_before FROM berlaku
      UNION ALL SELECT 'due_on', due_on, false FROM berubah
      UNION ALL SELECT 'since', since, true FROM berlaku
      UNION ALL SELECT 'since', since, false FROM berubah)
WHERE day IS NOT NULL
GROUP BY ALL ORDER BY what, year
"""
_OUTCOMES_SQL = """
SELECT day, outcome_before, outcome_after, count(*)
FROM tersentuh GROUP BY ALL ORDER BY day, 4 DESC, outcome_before, outcome_after
"""
_GROUPED_SQL = Template("""
SELECT $key, sum(judged), sum(touched)
FROM (SELECT $key, count(*) AS judged, 0 AS touched FROM anggota GROUP BY ALL
      UNION ALL SELECT $key, 0, count(DISTINCT subject_id) FROM tersentuh GROUP BY ALL)
GROUP BY ALL ORDER BY 3 DESC, 1
""")


@dataclass(frozen=True, slots=True)
class Beside:
    """What the law in force and the changed law say of everybody on one day."""

    day: date
    _laid: Mapping[str, pa.Table]

    def touched(self, placed: pa.Table) -> pa.Table:
        """Return everybody of whom they differ in outcome, breach or days, by subject."""
        return _run(self._sql(_TOUCHED_SQL), {**self._laid, "tempat": placed}, _TOUCHED)

    def counts(self) -> pa.Table:
        """Count who is judged, who breaches and who cannot be judged; one row."""
        return _run(self._sql(_COUNTS_SQL), self._laid, _COUNTS)

    def members(self, placed: pa.Table) -> pa.Table:
        """Return everybody whom either judges, with unit and grade."""
        return _run(_MEMBERS_SQL, {**self._laid, "tempat": placed}, PLACED)

    def by_year(self) -> pa.Table:
        """Count in which years the days of the judgements fall."""
        return _run(_YEARS_SQL, self._laid, _YEARS)

    def _sql(self, template: Template) -> str:
        return template.substitute(day=day_literal(self.day))


def lay_beside(rule: Rule, copy: Rule, facts: Mapping[str, pa.Table], day: date) -> Beside:
    """Judge everybody by two laws on a day.

    Raises: as ``verdicts`` does.
    """
    laid = {"berlaku": rule, "berubah": copy}
    return Beside(day, {name: verdicts(law, facts, as_of=day) for name, law in laid.items()})


def count_moves(touched: pa.Table) -> pa.Table:
    """Count who moves from which outcome to which, day by day."""
    return _run(_OUTCOMES_SQL, {"tersentuh": touched}, _OUTCOMES)


def count_by(key: str, members: pa.Table, touched: pa.Table) -> pa.Table:
    """Count who is judged and who is touched, by unit or by grade; each subject once."""
    schema = pa.schema([PLACED.field(key), ("judged", pa.int64()), ("touched", pa.int64())])
    tables = {"anggota": members, "tersentuh": touched}
    return _run(_GROUPED_SQL.substitute(key=key), tables, schema)


def _run(sql: str, tables: Mapping[str, pa.Table], schema: pa.Schema) -> pa.Table:
    """Run our own SQL and give its columns the names and types that are promised."""
    return run_sql(sql, tables, {}).rename_columns(schema.names).cast(schema)
