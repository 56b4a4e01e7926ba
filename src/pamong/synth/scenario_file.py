"""Reads a file of scenarios; every mistake is told at once, each with its place and a sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pamong.kernel.day import format_day
from pamong.law.content import ContentError, Cursor, nearest, open_file
from pamong.law.fact_table import fact_tables
from pamong.synth.scenario import Expectation, Expected, Host, Rows, Scenario
from pamong.synth.scenario_persons import (
    PERSON_COVERAGE,
    PERSON_TABLES,
    Persons,
    merged,
    read_persons,
)
from pamong.synth.scenario_rows import read_rows

OWN_FILE = Path(__file__).with_name("scenarios.toml")
_HOST_TABLES = {
    Host.PEGAWAI: PERSON_TABLES | PERSON_COVERAGE,
    Host.JABATAN: {"jabatan", "pemangku", "cuti_pejabat", "fasilitas_jabatan"},
    Host.KEPALA_DAERAH: {
        *("jabatan", "pemangku", "cuti_pejabat", "fasilitas_jabatan", "keikutsertaan_pilkada"),
    },
    Host.APBD: {"apbd"},
    Host.TENAGA_NON_ASN: {"tenaga_non_asn"},
}
_LEVELS = ("provinsi", "kabupaten", "kota")


def load_scenarios(path: Path, as_of: date) -> list[Scenario]:
    """Read the scenarios of a file, which hold on ``as_of`` and tell their days from it.

    Raises:
        ContentError: with every problem of the file.
    """
    cursor = open_file(path)
    holds_on = cursor.day("as_of")
    if holds_on != as_of and not cursor.problems:
        cursor.note(
            "as_of",
            f"skenario ini berlaku pada {format_day(holds_on)} saja; pakai --as-of "
            f"{holds_on.isoformat()}.",
        )
    rules = _read_rules(cursor.table("rules"))
    persons = read_persons(cursor.named("person"), as_of)
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
        persons: Persons,
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
        facts = self._facts(_HOST_TABLES[host])
        whole = merged(self._base(), facts)
        if host is Host.PEGAWAI and "status" not in _one(whole.get("pegawai")):
            self._cursor.note("facts.pegawai", "status kepegawaian belum diisi.")
        told = Cursor({}, "", [])  # the mistakes of a person were noted where the person stands
        return {
            name: read_rows(
                self._cursor if name in facts else told,
                f"facts.{name}",
                fact_tables()[name],
                rows,
                self._as_of,
            )
            for name, rows in whole.items()
            if name in fact_tables()
        }

    def _facts(self, allowed: Collection[str]) -> dict[str, Any]:
        facts = self._cursor.value("facts") or {}
        if not isinstance(facts, dict):
            self._cursor.note("facts", "harus berupa tabel.")
            return {}
        for name in facts.keys() - set(allowed):
            hint = nearest(name, sorted(allowed))
            self._cursor.note(
                f"facts.{name}", f'tabel "{name}" tidak dapat dipakai di sini.{hint}'
            )
        return {name: rows for name, rows in facts.items() if name in allowed}

    def _base(self) -> Mapping[str, Any]:
        name = self._cursor.optional_text("person")
        if name is None:
            return {}
        if name not in self._persons:
            hint = nearest(name, list(self._persons))
            self._cursor.note("person", f'orang "{name}" tidak ada dalam berkas ini.{hint}')
            return {}
        return self._persons[name]


def _one(row: Any) -> dict[str, Any]:
    return row if isinstance(row, dict) else {}
