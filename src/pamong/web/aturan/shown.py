"""One rule as a jurist reads it: versions, articles, figures, outcomes, cases, tables of facts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext

from pamong.apps.findings.selectors import RuleAtWork
from pamong.kernel.day import format_day, format_period
from pamong.kernel.period import Period
from pamong.law import Rule, Version
from pamong.law.figure import words_for
from pamong.law.rule import Kind, Outcome, Transitional, ValueList
from pamong.law.source import Citation, Confidence, Regulation, Status
from pamong.web.aturan.cases import ShownCase, shown_case, told_figure
from pamong.web.aturan.figures import counted, label_of_key
from pamong.web.aturan.names import (
    Told,
    field_of,
    is_english,
    known_on,
    label_of,
    meaning_of,
    subject_label,
    summary_of,
    table_meaning,
    title_of,
    version_on,
    words_of,
    yes_or_no,
)
from pamong.web.temuan.facts import FactsTable

_CODE = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
_FIELD = re.compile(r"\{([a-z0-9_]+)(?:\.\.([a-z0-9_]+))?\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule in the list; ``confidence`` is that of the version in force, empty without one."""

    rule_id: str
    title: str
    field: str
    subject: str
    subject_label: str
    summary: str
    basis: str
    confidence: str
    confidence_label: str
    about_officials: bool
    is_run: bool
    from_files: bool
    at_work: RuleAtWork | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One parameter of a version: a value, or a table of values."""

    label: Told
    value: str
    table: FactsTable | None


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A version or a transitional clause, with its articles and figures."""

    key: str
    days: str
    is_in_force: bool
    articles: tuple[Citation, ...]
    confidence: Confidence
    checked_on: date
    says: str
    seen_in: str
    figures: list[Figure]


@dataclass(frozen=True, slots=True)
class ShownRegulation:
    """An entry of the register."""

    short: str
    title: str
    promulgated_on: date | None
    in_force: str
    status: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class ShownOutcome:
    """An answer that the rule can give; what is filled in stands in angle quotes."""

    label: Told
    verdict: str
    verdict_label: str
    meaning: Told
    to_do: tuple[str, ...]
    discretion: str


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list of the law, such as the dates of every election."""

    meaning: str
    table: FactsTable


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A fact table that the rule reads."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ShownInput:
    """One thing that a single case is told; ``choices`` where only certain words are."""

    name: str
    meaning: str
    choices: str


@dataclass(frozen=True, slots=True)
class ShownRule:
    """Everything that the page of a rule shows; ``later`` versions begin after its day."""

    rule_id: str
    title: str
    summary: str
    kind: str
    chosen_by: str
    versions: list[ShownVersion]
    later: int
    clauses: list[ShownVersion]
    regulations: list[ShownRegulation]
    lists: list[ShownList]
    outcomes: list[ShownOutcome]
    cases: list[ShownCase]
    inputs: list[ShownInput]
    reads: list[ShownTable]
    uses: tuple[str, ...]


def entry_of(rule: Rule, day: date, at_work: RuleAtWork | None) -> Entry:
    """Return a rule as the list shows it on ``day``."""
    now = version_on(rule, day)
    return Entry(
        rule_id=rule.id,
        title=title_of(rule),
        field=field_of(rule),
        subject=rule.subject,
        subject_label=subject_label(rule.subject),
        summary=summary_of(rule),
        basis=now.basis if now else "",
        confidence=now.confidence.value if now else "",
        confidence_label=now.confidence.label if now else gettext("belum berlaku"),
        about_officials=rule.about_officials,
        is_run=rule.kind is Kind.RULE and rule.is_kept,
        from_files=rule.kind is Kind.RULE and not rule.is_kept,
        at_work=at_work,
    )


def shown(rule: Rule, day: date, *, is_today: bool) -> ShownRule:
    """Return a rule as its page shows it; on another day, without what began later."""
    versions = [each for each in rule.versions if is_today or each.period.start <= day]
    clauses = [each for each in rule.transitional.values() if is_today or each.period.start <= day]
    return ShownRule(
        rule_id=rule.id,
        title=title_of(rule),
        summary=summary_of(rule),
        kind=rule.kind.label,
        chosen_by=rule.chosen_by.label,
        versions=[_version(rule, each, day, is_today=is_today) for each in reversed(versions)],
        later=len(rule.versions) - len(versions),
        clauses=[_clause(rule, each, day, is_today=is_today) for each in clauses],
        regulations=[
            _regulation(each, day, is_today=is_today) for each in _cited([*versions, *clauses])
        ],
        lists=[_list(each) for each in rule.lists.values()],
        outcomes=[_outcome(rule, each) for each in rule.outcomes.values()],
        cases=[shown_case(rule, number) for number in range(1, len(rule.cases) + 1)],
        inputs=_inputs(rule),
        reads=[ShownTable(name, table_meaning(name)) for name in rule.reads],
        uses=rule.uses,
    )


def _inputs(rule: Rule) -> list[ShownInput]:
    return [
        ShownInput(
            name=column.name,
            meaning=column.meaning_en if is_english() else column.meaning,
            choices=", ".join(map(words_of, column.one_of)),
        )
        for column in (rule.case_table.told if rule.case_table else ())
    ]


def _version(rule: Rule, version: Version, day: date, *, is_today: bool) -> ShownVersion:
    return ShownVersion(
        key=version.id,
        days=format_period(known_on(version.period, day, is_today=is_today)),
        is_in_force=day in version.period,
        articles=version.sources,
        confidence=version.confidence,
        checked_on=version.checked_on,
        says=version.note or "",
        seen_in=version.seen_in or "",
        figures=_figures(rule, version.values),
    )


def _clause(rule: Rule, clause: Transitional, day: date, *, is_today: bool) -> ShownVersion:
    return ShownVersion(
        key=clause.id,
        days=format_period(known_on(clause.period, day, is_today=is_today)),
        is_in_force=day in clause.period,
        articles=clause.sources,
        confidence=clause.confidence,
        checked_on=clause.checked_on,
        says=clause.says,
        seen_in="",
        figures=_figures(rule, clause.values),
    )


def _figures(rule: Rule, values: Mapping[str, Any]) -> list[Figure]:
    return [_figure(rule, name, value) for name, value in values.items()]


def _figure(rule: Rule, name: str, value: Any) -> Figure:
    words = words_for([name], rule.figure_words)
    label = label_of_key(name, words)
    if isinstance(value, list) and value and all(isinstance(row, Mapping) for row in value):
        return Figure(label, "", _table(label.words, [_told_row(rule, row) for row in value]))
    if isinstance(value, Mapping):
        rows = [
            {gettext("bila"): told_figure(rule, key), gettext("maka"): told_figure(rule, each)}
            for key, each in value.items()
        ]
        return Figure(label, "", _table(label.words, rows))
    if isinstance(value, list):
        return Figure(label, ", ".join(told_figure(rule, each) for each in value), None)
    if isinstance(value, int) and not isinstance(value, bool):
        return Figure(label, counted(value, words), None)
    return Figure(label, told_figure(rule, value), None)


def _told_row(rule: Rule, row: Mapping[str, Any]) -> dict[str, str]:
    return {words_of(name): told_figure(rule, value) for name, value in row.items()}


def _table(title: str, rows: Sequence[Mapping[str, str]]) -> FactsTable:
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    return FactsTable(
        title, columns, tuple(tuple(row.get(name, "") for name in columns) for row in rows)
    )


def _cited(parts: Iterable[Version | Transitional]) -> list[Regulation]:
    """Return what is cited, each regulation once, in the order of the versions."""
    cited = {
        citation.regulation.short: citation.regulation
        for part in parts
        for citation in part.sources
    }
    return list(cited.values())


def _regulation(regulation: Regulation, day: date, *, is_today: bool) -> ShownRegulation:
    """Return an entry of the register; its status and note are those of today, and told then."""
    start, end = regulation.in_force_from, regulation.ends_before
    return ShownRegulation(
        short=regulation.short,
        title=regulation.title,
        promulgated_on=regulation.promulgated_on,
        in_force=format_period(known_on(Period(start, end), day, is_today=is_today))
        if start
        else gettext("tanggal belum dilihat"),
        status=status_label(regulation.status) if is_today else "",
        confidence=regulation.confidence.label,
        note=(regulation.note or "") if is_today else "",
    )


def status_label(status: Status) -> str:
    """Say whether a regulation applies still."""
    return {
        Status.BERLAKU: gettext("berlaku"),
        Status.DIUBAH: gettext("berlaku, sudah diubah"),
        Status.DICABUT: gettext("dicabut"),
        Status.DICABUT_SEBAGIAN: gettext("dicabut sebagian"),
    }[status]


def _list(values: ValueList) -> ShownList:
    rows = [
        {words_of(name): "" if cell is None else _cell(cell) for name, cell in row.items()}
        for row in values.rows
    ]
    return ShownList(values.meaning, _table(values.meaning, rows))


def _cell(value: Any) -> str:
    """Write one cell: a truth value and a code as their words, all else as it is written."""
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, date):
        return format_day(value)
    if value in set(Confidence):
        return Confidence(value).label
    text = str(value)
    return words_of(text) if _CODE.fullmatch(text) else text


def _outcome(rule: Rule, outcome: Outcome) -> ShownOutcome:
    meaning = meaning_of(outcome)
    return ShownOutcome(
        label=label_of(outcome),
        verdict=outcome.verdict.value,
        verdict_label=outcome.verdict.label,
        meaning=replace(meaning, words=filled_in(rule, meaning.words)),
        to_do=tuple(filled_in(rule, each) for each in outcome.to_do),
        discretion=outcome.discretion or "",
    )


def _inside(label: str) -> str:
    """Write a label within a sentence; what begins with an abbreviation keeps it: "MKG"."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _figure_label(rule: Rule, name: str) -> str:
    return label_of_key(name, words_for([name], rule.figure_words)).words


def filled_in(rule: Rule, template: str) -> str:
    """Write a sentence of a rule with the names of what is filled in, in angle quotes."""
    figures = {name for version in rule.versions for name in version.told}
    names = {
        **{name: _inside(_figure_label(rule, name)) for name in figures},
        "as_of": gettext("tanggal yang dinilai"),
        "since": gettext("hari mulainya"),
        "due_on": gettext("tenggatnya"),
        "subject_id": gettext("nomornya"),
        **{step.name: _inside(step.label) for step in rule.steps},
    }
    return _FIELD.sub(
        lambda match: "–".join(f"‹{names.get(name, name)}›" for name in match.groups() if name),
        template,
    )
