"""Looks at what stands in a lake before it is judged: empty cells, unknown words, strangers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pamong.kernel.language import say
from pamong.law.content import Problem
from pamong.law.fact_table import FactTable, fact_table
from pamong.law.lake.folder import Lake
from pamong.law.rule import Rule

_SHOWN = 3

#: Runs one statement and returns its rows. Names are quoted by ``Look.quote``.
Run = Callable[[str], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: some groups of a lake, by a way to run SQL and to quote names in it."""

    lake: Lake
    groups: tuple[str, ...]
    run: Run
    quote: str = '"'

    def name(self, text: str) -> str:
        """Return a name as SQL takes it."""
        return f"{self.quote}{text}{self.quote}"

    @property
    def where(self) -> str:
        """Tell the groups, where there are any."""
        first, last = self.groups[0], self.groups[-1]
        if not first:
            return ""
        return f" (kelompok {first}–{last})" if first != last else f" (kelompok {first})"


def inspect(look: Look, rules: Iterable[Rule]) -> list[Problem]:
    """Return what is wrong with the rows of the groups that were laid out.

    An empty cell that may not be empty, a word that is not among those allowed, a subject that
    stands twice, and a row about a subject that is not there would be judged wrongly in silence.
    """
    chosen = list(rules)
    read = {name for rule in chosen for name in rule.reads}
    names = sorted(name for name in read if look.lake.rows(name, look.groups))
    subjects = {rule.subject for rule in chosen}
    problems = [problem for name in names for problem in _wrong_cells(fact_table(name), look)]
    for name in sorted(subjects & set(names)):
        problems += _twice(fact_table(name), look)
    for name, column, subject in sorted(_ties(chosen, names)):
        problems += _strangers(name, column, subject, look)
    return problems


def _wrong_cells(table: FactTable, look: Look) -> Iterator[Problem]:
    """Tell of cells that are empty or hold a word that is not known; all in one pass."""
    checks: list[tuple[str, str, str]] = []
    for column in table.columns:
        name = look.name(column.name)
        if column.required:
            checks.append((column.name, f"{name} IS NULL", say("belum diisi")))
        if column.one_of:
            words = ", ".join(f"'{word}'" for word in column.one_of)
            told = say("berisi kata yang tidak dikenal; pilih %(words)s", words=words)
            checks.append((column.name, f"{name} NOT IN ({words})", told))
    counts = ", ".join(f"count(CASE WHEN {wrong} THEN 1 END)" for _, wrong, _ in checks)
    [row] = look.run(f"SELECT {counts} FROM {look.name(table.name)}")
    for (column_name, _, told), number in zip(checks, row, strict=True):
        if number:
            place = f"{table.name}.{column_name}"
            rows = say("%(number)d baris%(where)s", number=number, where=look.where)
            yield Problem(place, f"{told}: {rows}.")


def _twice(table: FactTable, look: Look) -> Iterator[Problem]:
    key = look.name(table.key[0])
    rows = look.run(
        f"SELECT {key}, count(*) FROM {look.name(table.name)} "
        f"GROUP BY {key} HAVING count(*) > 1 ORDER BY {key} LIMIT {_SHOWN}"
    )
    for value, number in rows:
        told = say(
            "%(key)s %(value)d ada %(number)d kali.",
            key=table.key[0],
            value=value,
            number=number,
        )
        yield Problem(table.name, told)


def _ties(rules: Iterable[Rule], names: list[str]) -> set[tuple[str, str, str]]:
    """Return the tables whose rows belong to a subject by its identifier."""
    return {
        (name, column, rule.subject)
        for rule in rules
        for name, column in rule.reads.items()
        if column == rule.subject_key and name in names and name != rule.subject
    }


def _strangers(name: str, column: str, subject: str, look: Look) -> Iterator[Problem]:
    tied = f"t.{look.name(column)}"
    [(number, one)] = look.run(
        f"SELECT count(*), min({tied}) FROM {look.name(name)} t WHERE NOT EXISTS "
        f"(SELECT 1 FROM {look.name(subject)} s WHERE s.{look.name(column)} = {tied})"
    )
    if number:
        told = say(
            "%(number)d baris%(where)s menunjuk %(subject)s yang tidak ada, seperti %(value)s.",
            number=number,
            where=look.where,
            subject=subject,
            value=one,
        )
        yield Problem(f"{name}.{column}", told)
