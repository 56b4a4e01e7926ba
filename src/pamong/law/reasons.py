"""Why a judgement is what it is: which version applied and why, on what facts, by which steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pamong.kernel.day import format_day, format_period
from pamong.kernel.language import say
from pamong.law.judgement import Judgement
from pamong.law.rule import ChosenBy, Rule, Transitional, Version
from pamong.law.sentence import show
from pamong.law.source import Confidence

Rows = Mapping[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons of one judgement, each part as sentences in the order in which people ask.

    ``facts`` are the rows that were looked at, by table; a table without rows says that nothing
    is on record there.
    """

    judgement: Judgement
    facts: Rows

    @property
    def version(self) -> tuple[str, ...]:
        """Which version applied, since when, on what it rests, and what the other versions are."""
        return tuple(self._version())

    @property
    def clauses(self) -> tuple[str, ...]:
        """The transitional clauses in force on the day asked for."""
        day = self.judgement.as_of
        told = self.judgement.rule.transitional.values()
        return tuple(_clause(clause) for clause in told if day in clause.period)

    @property
    def steps(self) -> tuple[str, ...]:
        """Every step that has a value, with its unit."""
        return tuple(
            f"{each.step.label}: {each.shown}{f' {each.step.unit}' if each.step.unit else ''}"
            for each in self.judgement.steps
            if each.shown is not None
        )

    @property
    def rows(self) -> tuple[str, ...]:
        """The facts that were looked at, one line each."""
        return tuple(line for name, rows in self.facts.items() for line in _rows(name, rows))

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing, and what to do about it."""
        return tuple(f"{missing.label}: {missing.to_do}" for missing in self.judgement.missing)

    @property
    def discretion(self) -> str | None:
        """The room that the law leaves, and who decides; ``None`` where it leaves none."""
        return self.judgement.outcome.discretion

    def sentences(self) -> Iterator[str]:
        """Yield everything under its heading, as the command line prints it."""
        judgement = self.judgement
        yield f"{judgement.outcome.label} [{judgement.verdict.label}]"
        if judgement.meaning:
            yield f"  {judgement.meaning}"
        for heading, lines in (
            (say("Versi yang dipakai"), self.version),
            (say("Ketentuan peralihan"), self.clauses),
            (say("Fakta yang dilihat"), self.rows),
            (say("Langkah"), self.steps),
            (say("Penjelasan"), judgement.explanation),
            (say("Yang belum diketahui"), self.missing),
            (say("Diskresi"), (self.discretion,) if self.discretion else ()),
            (say("Yang perlu dilakukan"), judgement.to_do),
        ):
            if lines:
                yield f"{heading}:"
                yield from (f"  {line}" for line in lines)

    def _version(self) -> Iterator[str]:
        used = self.judgement.version
        yield say(
            "%(version)s: %(basis)s; dipilih menurut %(chosen)s.",
            version=used.id,
            basis=self.judgement.basis,
            chosen=self._chosen(),
        )
        sure = self.judgement.confidence
        checked = format_day(used.checked_on)
        if sure is Confidence.CONFIRMED:
            yield say(
                "Dasarnya dibaca dalam teks peraturannya, terakhir diperiksa %(day)s.", day=checked
            )
        else:
            seen = used.seen_in or "–"
            yield say(
                "Keyakinan atas dasar ini: %(sure)s (%(seen)s), terakhir diperiksa %(day)s.",
                sure=sure.label,
                seen=seen,
                day=checked,
            )
        if used.note:
            yield used.note
        for other in self.judgement.rule.versions:
            if other is not used:
                yield say(
                    "Di luar itu: %(period)s menurut %(basis)s.",
                    period=format_period(other.period),
                    basis=other.basis,
                )

    def _chosen(self) -> str:
        rule = self.judgement.rule
        if rule.case_table is None:
            return rule.chosen_by.label
        column = rule.case_table.find_column(rule.chosen_on or "")
        return ChosenBy.AS_OF.label if column is None else column.meaning.lower()


def _clause(clause: Transitional) -> str:
    basis = "; ".join(map(str, clause.sources))
    return f"{clause.says} ({basis}; {format_period(clause.period)})"


def _rows(name: str, rows: list[dict[str, Any]]) -> Iterator[str]:
    if not rows:
        yield say("%(table)s: tidak ada baris", table=name)
    for row in rows:
        told = ", ".join(
            f"{key} = {show(value)}" for key, value in row.items() if value is not None
        )
        yield f"{name}: {told}"


@dataclass(frozen=True, slots=True)
class LawChange:
    """What becomes another law between two days: a version, or a transitional clause."""

    rule: Rule
    on: date
    before: Version | None
    after: Version | None
    clause: Transitional | None = None

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures that differ, before and after; lists and tables are named only."""
        if self.before is None or self.after is None:
            return ()
        older, newer = self.before.values, self.after.values
        return tuple(
            f"{name}: {_figure(older.get(name))} → {_figure(newer.get(name))}"
            for name in sorted({*older, *newer})
            if older.get(name) != newer.get(name)
        )


def law_changes(rules: Mapping[str, Rule], before: date, after: date) -> list[LawChange]:
    """Return what of the rules changes later than ``before``, up to ``after``, by day and rule."""
    changes = [change for rule in rules.values() for change in _changes_of(rule, before, after)]
    return sorted(changes, key=lambda change: (change.on, change.rule.id))


def _changes_of(rule: Rule, before: date, after: date) -> Iterator[LawChange]:
    older: Version | None = None
    for version in rule.versions:
        if before < version.period.start <= after:
            yield LawChange(rule, version.period.start, older, version)
        older = version
    last = rule.versions[-1].period.end
    if last is not None and before < last <= after:
        yield LawChange(rule, last, rule.versions[-1], None)
    for clause in rule.transitional.values():
        for day in (clause.period.start, clause.period.end):
            if day is not None and before < day <= after:
                yield LawChange(rule, day, None, None, clause)


def _figure(value: Any) -> str:
    if value is None:
        return "–"
    return "…" if isinstance(value, list | dict) else show(value)
