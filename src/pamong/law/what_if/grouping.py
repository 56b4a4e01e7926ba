"""Where the subjects of a rule belong: their unit, and their rank or what they have instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Template

import pyarrow as pa

from pamong.law.fact_table import fact_table
from pamong.law.rule import Rule
from pamong.law.running import day_literal, run_sql
from pamong.law.tables import conform

PLACED = pa.schema([("subject_id", pa.int64()), ("unit_id", pa.int64()), ("grade", pa.string())])

_OWN_GRADES = ("level", "jenis", "capacity", "status")
"""What a subject that is nobody's employment is told apart by, the first that its table has."""
_RANK_SQL = """
SELECT pegawai_id, last(golongan ORDER BY tmt_on, riwayat_id) AS grade
FROM riwayat_pangkat WHERE tmt_on <= $day GROUP BY pegawai_id
"""
_POST_SQL = """
SELECT pegawai_id, last(coalesce(jenjang, jenis) ORDER BY starts_on, riwayat_id) AS grade
FROM riwayat_jabatan WHERE starts_on <= $day AND (ends_before IS NULL OR ends_before > $day)
GROUP BY pegawai_id
"""
_HISTORIES = {
    "riwayat_pangkat": (_RANK_SQL, "riwayat_pangkat.golongan"),
    "riwayat_jabatan": (_POST_SQL, "riwayat_jabatan.jenis"),
}
_SQL = Template(
    "SELECT s.$key AS subject_id, $unit AS unit_id, $grade AS grade FROM $table s$joins"
)
#: Tables that tell where employees belong, beside those that a rule reads.
BELONGING = ("pegawai", *_HISTORIES)


@dataclass(frozen=True, slots=True)
class Groups:
    """How unit and grade of every subject are read from some tables.

    ``graded_by`` names the table and column of the grade; empty where subjects have none.
    """

    tables: Mapping[str, pa.Table]
    graded_by: str
    _sql: str

    def on(self, day: date) -> pa.Table:
        """Return ``subject_id``, ``unit_id`` and ``grade`` of every subject on a day."""
        placed = run_sql(self._sql.replace("$day", day_literal(day)), self.tables, {})
        return placed.rename_columns(PLACED.names).cast(PLACED)


def groups_of(rule: Rule, tables: Mapping[str, pa.Table]) -> Groups:
    """Tell from which tables unit and grade of the subjects of a rule are read.

    The grade is the latest rank by ``riwayat_pangkat``, where that is given; else the post held
    by ``riwayat_jabatan``, of a functional post its level; else what the subject's own table has.

    Raises:
        FactsError: a table does not keep to its declaration.
    """
    subject = fact_table(rule.subject)
    given = [name for name in BELONGING if name in tables and tables[name].num_rows]
    used, joins = [rule.subject], ""
    unit = "s.unit_id" if subject.find_column("unit_id") else "NULL::BIGINT"
    own = next((name for name in _OWN_GRADES if subject.find_column(name)), None)
    grade, graded_by = (f"s.{own}", f"{rule.subject}.{own}") if own else ("NULL::VARCHAR", "")
    if subject.find_column("pegawai_id"):
        if "pegawai" in given and rule.subject != "pegawai":
            used.append("pegawai")
            unit, joins = "p.unit_id", " LEFT JOIN pegawai p ON p.pegawai_id = s.pegawai_id"
        history = next((name for name in _HISTORIES if name in given), None)
        if history is not None:
            used.append(history)
            held, graded_by = _HISTORIES[history]
            grade = "h.grade"
            joins += f" LEFT JOIN ({held}) h ON h.pegawai_id = s.pegawai_id"
    return Groups(
        tables={name: conform(fact_table(name), tables[name]) for name in used},
        graded_by=graded_by,
        _sql=_SQL.substitute(
            key=rule.subject_key, unit=unit, grade=grade, table=rule.subject, joins=joins
        ),
    )
