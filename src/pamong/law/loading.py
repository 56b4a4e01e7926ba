"""Reads a rule from its TOML, and refuses a file with all its problems at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pamong.kernel.period import Period, PeriodError
from pamong.law.case_table import absent_inputs, read_case_table, unjudged
from pamong.law.content import ContentError, Cursor, open_file
from pamong.law.fact_table import ColumnType, fact_tables
from pamong.law.figure import read_figure_words
from pamong.law.rule import (
    CASE,
    NOT_JUDGED,
    Case,
    ChosenBy,
    Kind,
    Missing,
    Outcome,
    Rule,
    Step,
    Transitional,
    ValueList,
    Verdict,
    Version,
)
from pamong.law.rule_checks import check_rule
from pamong.law.source import Confidence, Register

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
#: Columns that every row of a list has besides its own.
LIST_SOURCE, LIST_CONFIDENCE = "sumber", "keyakinan"


def load_rule(path: Path, register: Register) -> Rule:
    """Read one rule.

    Raises:
        ContentError: with every problem of the file.
    """
    cursor = open_file(path)
    read = {Kind.STEP: _read_step_rule, Kind.PROVISION: _read_provision}
    rule = read.get(_kind_of(cursor), _read_rule)(cursor, path, register)
    cursor.close()
    if not _ID.fullmatch(rule.id):
        cursor.note("id", f'"{rule.id}" bukan pengenal aturan; contoh: disiplin-absen-kumulatif.')
    check_rule(rule, cursor)
    if cursor.problems:
        raise ContentError(path, sorted(set(cursor.problems)))
    return rule


def _kind_of(cursor: Cursor) -> Kind:
    return cursor.choice("kind", Kind, Kind.RULE)


def _read_rule(cursor: Cursor, path: Path, register: Register) -> Rule:
    return Rule(
        **_read_law(cursor, path, register),
        subject=cursor.text("subject"),
        about_officials=cursor.flag("about_officials", default=False),
        chosen_by=cursor.choice("chosen_by", ChosenBy),
        reads=_read_reads(cursor),
        uses=cursor.optional_texts("uses"),
        **_read_answers(cursor),
        cases=_read_cases(cursor),
    )


def _read_step_rule(cursor: Cursor, path: Path, register: Register) -> Rule:
    answers = _read_answers(cursor)
    table = read_case_table(cursor)
    answers["outcomes"] = answers["outcomes"] | {
        name: outcome
        for name, outcome in {NOT_JUDGED: unjudged()}.items()
        if name not in answers["outcomes"]
    }
    answers["missing"] = absent_inputs(table) | answers["missing"]
    return Rule(
        **_read_law(cursor, path, register),
        subject=CASE,
        about_officials=False,
        chosen_by=cursor.choice("chosen_by", ChosenBy),
        chosen_on=cursor.optional_text("chosen_on"),
        reads={},
        uses=(),
        **answers,
        cases=_read_step_cases(cursor),
        case_table=table,
    )


def _read_provision(cursor: Cursor, path: Path, register: Register) -> Rule:
    return Rule(
        **_read_law(cursor, path, register),
        subject="",
        about_officials=False,
        chosen_by=ChosenBy.AS_OF,
        reads={},
        uses=(),
        outcomes={},
        steps=(),
        missing={},
        cases=(),
    )


def _read_law(cursor: Cursor, path: Path, register: Register) -> dict[str, Any]:
    """Read what every entry has: what it is called, what it says, on what it rests."""
    return {
        "path": path,
        "kind": _kind_of(cursor),
        "id": cursor.text("id"),
        "title": cursor.text("title"),
        "title_en": cursor.text("title_en"),
        "summary": cursor.text("summary"),
        "summary_en": cursor.text("summary_en"),
        "versions": _read_versions(cursor, register),
        "transitional": {clause.id: clause for clause in _read_transitional(cursor, register)},
        "lists": {
            name: _read_list(name, row, register) for name, row in cursor.named("list").items()
        },
        "figure_words": read_figure_words(cursor),
    }


def _read_answers(cursor: Cursor) -> dict[str, Any]:
    """Read what a rule can answer, and the steps on its way there."""
    outcomes = cursor.named("outcome").items()
    missing = cursor.named("missing").items()
    return {
        "outcomes": {name: _read_outcome(name, row) for name, row in outcomes},
        "steps": tuple(_read_step(name, row) for name, row in cursor.named("step").items()),
        "missing": {name: _read_missing(name, row) for name, row in missing},
    }


def _read_reads(cursor: Cursor) -> dict[str, str]:
    reads = cursor.table("reads")
    return {name: reads.text(name) for name in reads.items()}


def _read_versions(cursor: Cursor, register: Register) -> tuple[Version, ...]:
    versions = [_read_version(row, register) for row in cursor.rows("version")]
    return tuple(sorted(versions, key=lambda version: version.period.start))


def _read_version(row: Cursor, register: Register) -> Version:
    version = Version(
        id=row.text("id"),
        period=_read_period(row),
        sources=register.read(row),
        confidence=row.choice("confidence", Confidence),
        checked_on=row.day("checked_on"),
        values=row.table("values").items(),
        seen_in=row.optional_text("seen_in"),
        note=row.optional_text("note"),
    )
    row.close()
    for citation in version.sources:
        _note_too_early(row, version.period.start, citation.regulation.in_force_from)
    return version


def _note_too_early(row: Cursor, start: date, in_force_from: date | None) -> None:
    if in_force_from is not None and start < in_force_from:
        row.note("in_force_from", f"lebih awal daripada berlakunya peraturan ({in_force_from}).")


def _read_period(row: Cursor) -> Period:
    start, end = row.day("in_force_from"), row.optional_day("ends_before")
    try:
        return Period(start, end)
    except PeriodError as error:
        row.note("ends_before", str(error))
        return Period(start)


def _read_transitional(cursor: Cursor, register: Register) -> Iterable[Transitional]:
    for row in cursor.rows("transitional"):
        yield Transitional(
            id=row.text("id"),
            period=_read_period(row),
            sources=register.read(row),
            confidence=row.choice("confidence", Confidence),
            checked_on=row.day("checked_on"),
            says=row.text("says"),
            values=row.table("values").items(),
        )
        row.close()


def _read_list(name: str, cursor: Cursor, register: Register) -> ValueList:
    names = cursor.table("columns")
    columns = {column: names.choice(column, ColumnType) for column in names.items()}
    rows = [_read_list_row(row, columns, register) for row in cursor.rows("row")]
    meaning = cursor.text("meaning")
    cursor.close()
    return ValueList(
        name=name,
        meaning=meaning,
        columns=columns | {LIST_SOURCE: ColumnType.STRING, LIST_CONFIDENCE: ColumnType.STRING},
        rows=tuple(rows),
    )


def _read_list_row(row: Cursor, columns: Iterable[str], register: Register) -> dict[str, Any]:
    cells = {column: row.value(column) for column in columns}
    sources = [str(citation) for citation in register.read(row)]
    seen_in = row.optional_text("seen_in")
    cells[LIST_SOURCE] = "; ".join([*sources, *([seen_in] if seen_in else [])])
    cells[LIST_CONFIDENCE] = row.choice("confidence", Confidence).value
    row.close()
    return cells


def _read_outcome(name: str, row: Cursor) -> Outcome:
    outcome = Outcome(
        id=name,
        label=row.text("label"),
        label_en=row.optional_text("label_en"),
        verdict=row.choice("verdict", Verdict),
        meaning=row.texts("meaning"),
        meaning_en=row.optional_texts("meaning_en"),
        to_do=row.optional_texts("to_do"),
        discretion=row.optional_text("discretion"),
        waits_for=row.optional_text("waits_for"),
    )
    row.close()
    return outcome


def _read_step(name: str, row: Cursor) -> Step:
    labels = row.table("labels")
    step = Step(
        name=name,
        type=row.choice("type", ColumnType),
        label=row.text("label"),
        unit=row.optional_text("unit"),
        sentence=row.optional_texts("sentence"),
        labels={code: labels.text(code) for code in labels.items()},
    )
    row.close()
    return step


def _read_missing(name: str, row: Cursor) -> Missing:
    missing = Missing(name, row.text("label"), row.texts("sentence"), row.text("to_do"))
    row.close()
    return missing


def _read_cases(cursor: Cursor) -> tuple[Case, ...]:
    shared = cursor.table("facts_of_all_cases").items()
    return tuple(_read_case(row, shared) for row in cursor.rows("case"))


def _read_step_cases(cursor: Cursor) -> tuple[Case, ...]:
    shared = cursor.table("facts_of_all_cases").items()
    cases = []
    for row in cursor.rows("case"):
        told = shared | row.table("facts").items()
        facts = {CASE: [told]}
        cases.append(_case(row, facts))
        row.close()
    return tuple(cases)


def _case(row: Cursor, facts: dict[str, list[dict[str, Any]]]) -> Case:
    return Case(
        name=row.text("name"),
        as_of=row.day("as_of"),
        facts=facts,
        expect=row.table("expect").items(),
        source=row.optional_text("source"),
    )


def _read_case(row: Cursor, shared: dict[str, Any]) -> Case:
    facts = row.table("facts")
    own = {name: facts.rows(name) for name in facts.items()}
    case = _case(
        row, shared | {name: [cells.items() for cells in rows] for name, rows in own.items()}
    )
    row.close()
    for table in case.facts.keys() - fact_tables().keys():
        row.note("facts", f'tabel "{table}" tidak dikenal.')
    return case
