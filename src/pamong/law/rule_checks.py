"""What must hold of a rule as a whole: versions on the line of time, names, cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from pamong.kernel.day import format_day
from pamong.kernel.period import ONE_DAY
from pamong.law.content import Cursor, nearest
from pamong.law.fact_rows import clean_rows
from pamong.law.fact_table import ColumnType, fact_tables
from pamong.law.rule import SHARED, Case, Kind, Rule, Verdict
from pamong.law.sentence import has_stray_brace, names_in

#: Columns that every rule gives, in this order, before the columns of its steps.
VERDICT_COLUMNS = (
    "subject_id",
    "outcome",
    "since",
    "due_on",
    "breach",
    "missing",
    "version",
    "confidence",
)
#: Names that every template may use besides the rule's steps and the figures of its versions.
COMMON_NAMES = frozenset({"as_of", "since", "due_on", "subject_id"})
#: What the engine itself adds to ``missing`` where a figure is unconfirmed.
UNCONFIRMED_BASIS = "dasar_belum_dikonfirmasi"

_EXPECTATIONS = frozenset(VERDICT_COLUMNS) | {"no_row", "refused"}


def check_rule(rule: Rule, cursor: Cursor) -> None:
    """Note what is wrong with the rule as a whole."""
    _check_versions(rule, cursor)
    _check_figure_words(rule, cursor)
    if rule.kind is Kind.PROVISION:
        return
    _check_form(rule, cursor)
    if rule.kind is Kind.RULE:
        _check_reads(rule, cursor)
    elif rule.chosen_on is not None:
        _check_chosen_on(rule, cursor)
    _check_templates(rule, cursor)
    for number, case in enumerate(rule.cases, 1):
        _check_case(rule, case, f"case[{number}]", cursor)


def _check_versions(rule: Rule, cursor: Cursor) -> None:
    if not rule.versions:
        cursor.note("version", "belum ada satu versi pun.")
    if len({version.id for version in rule.versions}) < len(rule.versions):
        cursor.note("version", "dua versi memakai id yang sama.")
    for earlier, later in pairwise(rule.versions):
        end, start = earlier.period.end, later.period.start
        if end is None or start < end:
            cursor.note(
                "version",
                f'dua versi berlaku pada {format_day(start)}: "{earlier.id}" dan "{later.id}".',
            )
        elif end < start:
            cursor.note(
                "version",
                f"tidak ada versi yang berlaku {format_day(end)}–{format_day(start - ONE_DAY)}, "
                f'antara "{earlier.id}" dan "{later.id}".',
            )


def _check_figure_words(rule: Rule, cursor: Cursor) -> None:
    held = [*(version.values for version in rule.versions)]
    held += [clause.values for clause in rule.transitional.values()]
    held += [row for values in rule.lists.values() for row in values.rows]
    known = {key for each in held for key in _keys(each)}
    for name in sorted(rule.figure_words.keys() - known):
        hint = nearest(name, sorted(known))
        cursor.note(f"figure.{name}", f"tidak ada angka bernama demikian.{hint}")


def _keys(value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


def _check_form(rule: Rule, cursor: Cursor) -> None:
    if not rule.form_path.exists():
        cursor.note("id", f"bentuk aturannya belum ada: {rule.form_path.name}.")
    verdicts = {outcome.verdict for outcome in rule.outcomes.values()}
    if Verdict.TIDAK_DAPAT_DINILAI not in verdicts or len(verdicts) < 2:
        cursor.note("outcome", "perlu hasil yang dapat dan yang tidak dapat dinilai.")
    if not rule.cases:
        cursor.note("case", "belum ada satu kasus pun.")
    for outcome in rule.outcomes.values():
        if outcome.waits_for is not None and outcome.waits_for not in rule.transitional:
            cursor.note(f"outcome.{outcome.id}.waits_for", "bukan ketentuan peralihan aturan ini.")


def _check_reads(rule: Rule, cursor: Cursor) -> None:
    known = fact_tables()
    for name in rule.reads.keys() - known.keys():
        cursor.note(f"reads.{name}", f"tabel fakta ini tidak ada.{nearest(name, list(known))}")
    subject = known.get(rule.subject)
    if subject is None or rule.subject not in rule.reads:
        cursor.note("subject", "harus salah satu tabel dalam reads.")
        return
    if len(subject.key) != 1:
        cursor.note("subject", "harus tabel yang barisnya dikenali dengan satu kolom.")
    for name in rule.reads.keys() & known.keys():
        _check_tie(rule, name, cursor)


def _check_chosen_on(rule: Rule, cursor: Cursor) -> None:
    column = rule.case_table.find_column(str(rule.chosen_on)) if rule.case_table else None
    if column is None or column.type is not ColumnType.DATE:
        cursor.note("chosen_on", "harus salah satu masukan yang berupa tanggal.")


def _check_tie(rule: Rule, name: str, cursor: Cursor) -> None:
    column = rule.reads[name]
    tables = (fact_tables()[rule.subject], fact_tables()[name])
    if column != SHARED and any(table.find_column(column) is None for table in tables):
        cursor.note(
            f"reads.{name}", f'kolom "{column}" harus ada di tabel ini dan di {rule.subject}.'
        )


def _check_templates(rule: Rule, cursor: Cursor) -> None:
    figures = {name for version in rule.versions for name in version.told}
    known = COMMON_NAMES | {step.name for step in rule.steps} | figures
    for place, templates in _templates(rule):
        for template in templates:
            for name in sorted(set(names_in(template)) - known):
                hint = nearest(name, sorted(known))
                cursor.note(place, f'"{{{name}}}" bukan langkah atau angka aturan ini.{hint}')
            if has_stray_brace(template):
                cursor.note(place, "ada kurung kurawal yang tidak berpasangan.")


def _templates(rule: Rule) -> Iterable[tuple[str, tuple[str, ...]]]:
    for outcome in rule.outcomes.values():
        yield f"outcome.{outcome.id}.meaning", outcome.meaning
        yield f"outcome.{outcome.id}.meaning_en", outcome.meaning_en
        yield f"outcome.{outcome.id}.to_do", outcome.to_do
    for step in rule.steps:
        yield f"step.{step.name}.sentence", step.sentence
    for missing in rule.missing.values():
        yield f"missing.{missing.name}.sentence", missing.sentence


def _check_case(rule: Rule, case: Case, place: str, cursor: Cursor) -> None:
    _check_facts(rule, case, place, cursor)
    known = _EXPECTATIONS | {step.name for step in rule.steps}
    for name in sorted(case.expect.keys() - known):
        cursor.note(f"{place}.expect.{name}", f"bukan kolom hasil.{nearest(name, sorted(known))}")
    if not case.expect:
        cursor.note(f"{place}.expect", "belum menyebut hasil apa pun.")
    outcome = case.expect.get("outcome")
    if outcome is not None and outcome not in rule.outcomes:
        hint = nearest(str(outcome), list(rule.outcomes))
        cursor.note(f"{place}.expect.outcome", f'"{outcome}" bukan hasil aturan ini.{hint}')


def _check_facts(rule: Rule, case: Case, place: str, cursor: Cursor) -> None:
    if rule.case_table is not None:
        _, problems = clean_rows(rule.case_table, case.facts[rule.subject])
        for problem in problems:
            cursor.note(f"{place}.facts{problem.place.removeprefix('[1]')}", problem.message)
    for name in case.facts.keys() & fact_tables().keys():
        if name not in rule.reads:
            cursor.note(f"{place}.facts.{name}", "tidak dibaca oleh aturan ini.")
        _, problems = clean_rows(fact_tables()[name], case.facts[name])
        for problem in problems:
            cursor.note(f"{place}.facts.{name}{problem.place}", problem.message)
