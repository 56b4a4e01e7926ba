"""Reads a file of scenarios; every mistake is told at once, each with its place and a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pamong.law.content import ContentError, Cursor, nearest, open_file
from pamong.law.fact_table import FactTable, fact_tables
from pamong.synth.scenario import Expectation, Expected, Host, Rows, Scenario
from pamong.synth.scenario_rows import read_row

OWN_FILE = Path(__file__).with_name("scenarios.toml")
_HOST_TABLES = {
    Host.JABATAN: {"jabatan", "pemangku", "cuti_pejabat", "fasilitas_jabatan"},
    Host.KEPALA_DAERAH: {
        *("jabatan", "pemangku", "cuti_pejabat", "fasilitas_jabatan", "keikutsertaan_pilkada"),
    },
    Host.APBD: {"apbd"},
    Host.TENAGA_NON_ASN: {"tenaga_non_asn"},
}
_LEVELS = ("provinsi", "kabupaten", "kota")


def load_scenarios(path: Path, as_of: date) -> list[Scenario]:
    """Read the scenarios of a file, with their days told from ``as_of``.

    Raises:
        ContentError: with every problem of the file.
    """
    cursor = open_file(path)
    rules = _read_rules(cursor.table("rules"))
    persons = {name: row.items() for name, row in cursor.named("person").items()}
    scenarios = [
        _Reading(row, rules, persons, as_of).scenario() for row in cursor.rows("scenario")
    ]
    seen: set[str] = set()
    for number, scenario in enumerate(scenarios, 1):
        if scenario.id in seen:
            cursor.note(f"scenario[{number}].id", f'"{scenario.id}" dipakai dua kali.')
        seen.add(scenario.id)
    if not scenarios:
        cursor.note("scenario", "berkas ini tidak berisi skenario.")
    cursor.close()
    if cursor.problems:
        raise ContentError(path, cursor.problems)
    return scenarios


def tables_of(host: Host) -> set[str]:
    """Return the tables whose rows a scenario of this host may give."""
    if host is not Host.PEGAWAI:
        return _HOST_TABLES[host]
    return {t.name for t in fact_tables().values() if t.find_column("pegawai_id")}


def _read_rules(cursor: Cursor) -> dict[str, str]:
    rules = {}
    for rule in cursor.items():
        table = cursor.text(rule)
        if table and table not in fact_tables():
            hint = nearest(table, list(fact_tables()))
            cursor.note(rule, f'tabel fakta "{table}" tidak dikenal.{hint}')
        rules[rule] = table
    return rules


class _Reading:
    """One scenario being read."""

    def __init__(
        self,
        cursor: Cursor,
        rules: Mapping[str, str],
        persons: Mapping[str, Mapping[str, Any]],
        as_of: date,
    ) -> None:
        self._cursor = cursor
        self._rules = rules
        self._persons = persons
        self._as_of = as_of

    def scenario(self) -> Scenario:
        cursor = self._cursor
        id_ = cursor.text("id")
        host = cursor.choice("host", Host, Host.PEGAWAI)
        level = cursor.optional_text("level")
        if level is not None and level not in _LEVELS:
            cursor.note("level", f'"{level}" tidak dikenal; pilih {", ".join(_LEVELS)}.')
        expectations = [self._expectation(cursor)]
        for row in cursor.rows("also"):
            expectations.append(self._expectation(row))
            row.close()
        rows = self._rows(host)
        cursor.close()
        return Scenario(id_, host, level, rows, tuple(expectations))

    def _expectation(self, cursor: Cursor) -> Expectation:
        rule = cursor.text("rule")
        if rule and rule not in self._rules:
            hint = nearest(rule, list(self._rules))
            cursor.note("rule", f'aturan "{rule}" tidak ada dalam tabel rules.{hint}')
        subject = cursor.value("subject") if "subject" in cursor else 1
        if type(subject) is not int or subject < 1:
            cursor.note("subject", "harus bilangan bulat mulai dari 1.")
            subject = 1
        return Expectation(
            rule,
            self._rules.get(rule, ""),
            subject,
            cursor.choice("expected", Expected),
            cursor.text("because"),
            cursor.text("section"),
        )

    def _rows(self, host: Host) -> dict[str, Rows]:
        given = dict(self._base())
        allowed = tables_of(host)
        facts = self._cursor.value("facts") or {}
        if not isinstance(facts, dict):
            self._cursor.note("facts", "harus berupa tabel.")
            facts = {}
        for name in facts.keys() - allowed:
            hint = nearest(name, sorted(allowed))
            self._cursor.note(
                f"facts.{name}", f'tabel "{name}" tidak dapat dipakai di sini.{hint}'
            )
        person = {**_one(given.get("pegawai")), **_one(facts.get("pegawai"))}
        given.update(facts)
        if host is Host.PEGAWAI:
            given["pegawai"] = person
            if "status" not in person:
                self._cursor.note("facts.pegawai", "status kepegawaian belum diisi.")
        return {
            name: self._table(fact_tables()[name], rows)
            for name, rows in given.items()
            if name in allowed
        }

    def _base(self) -> Mapping[str, Any]:
        name = self._cursor.optional_text("person")
        if name is None:
            return {}
        if name not in self._persons:
            hint = nearest(name, list(self._persons))
            self._cursor.note("person", f'orang "{name}" tidak ada dalam berkas ini.{hint}')
            return {}
        return self._persons[name]

    def _table(self, table: FactTable, rows: Any) -> Rows:
        if isinstance(rows, dict):
            rows = [rows]
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self._cursor.note(f"facts.{table.name}", "harus berupa daftar baris.")
            return ()
        found: list[dict[str, Any]] = []
        for number, row in enumerate(rows, 1):
            place = f"facts.{table.name}[{number}]"
            read, problems = read_row(table, row, self._as_of)
            for key, message in problems:
                self._cursor.note(f"{place}.{key}", message)
            found += read
        return tuple(found)


def _one(row: Any) -> dict[str, Any]:
    return row if isinstance(row, dict) else {}
