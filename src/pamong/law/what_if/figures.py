"""Which figures the law of a day rests on, each with its address, its meaning and its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pamong.law.fact_table import ColumnType
from pamong.law.figure import Figure, FigureValue, bounds, words_for
from pamong.law.rule import Rule, Transitional, Version
from pamong.law.what_if.address import ARTICLES, Path, value_at, words_of_row, write_address

CLAUSES, LISTS = "transitional", "list"
"""How addresses of clauses and of lists begin."""

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_TYPES: tuple[tuple[type, ColumnType], ...] = (
    (bool, ColumnType.BOOLEAN),
    (int, ColumnType.INT64),
    (date, ColumnType.DATE),
    (str, ColumnType.STRING),
)


@dataclass(frozen=True, slots=True)
class LawOfADay:
    """One version with the clauses beside it and the lists of the rule, as a tree of figures."""

    rule: Rule
    version: Version
    clauses: tuple[Transitional, ...]

    @property
    def tree(self) -> dict[str, Any]:
        """The values by their keys, as addresses name them."""
        return {
            **self.version.values,
            CLAUSES: {clause.id: clause.values for clause in self.clauses},
            LISTS: {name: list(each.rows) for name, each in self.rule.lists.items()},
        }


def law_on(rule: Rule, day: date) -> LawOfADay:
    """Return what a rule rests on, on ``day``.

    Raises:
        BeforeFirstVersionError: ``day`` lies before the first version.
    """
    clauses = (clause for clause in rule.transitional.values() if day in clause.period)
    return LawOfADay(rule, rule.version_on(day), tuple(clauses))


def figures(rule: Rule, day: date) -> list[Figure]:
    """Return every figure of a rule that may be changed for a what-if on ``day``.

    They are the whole numbers, days and truth values of the version and the clauses in force and
    of the rule's lists, and the words of which its versions know several. Articles and names are
    none. The first figures are those of the version.

    Raises:
        BeforeFirstVersionError: ``day`` lies before the first version.
    """
    return every_figure(law_on(rule, day))


def every_figure(law: LawOfADay) -> list[Figure]:
    """Return the figures of a law, those of its version first."""
    tree = law.tree
    return [
        figure_at(law, tree, path) for path in _leaves(tree, ()) if is_figure(law.rule, tree, path)
    ]


def figure_at(law: LawOfADay, tree: Mapping[str, Any], path: Path) -> Figure:
    """Return the figure at the end of a way through the tree of a law."""
    value: FigureValue = value_at(tree, path)
    name, of = _told(law.rule, tree, path)
    names = [key for key in reversed(path) if isinstance(key, str)]
    words = words_for([name, *names], law.rule.figure_words)
    least, most = bounds(words, value)
    return Figure(
        address=write_address(tree, path),
        name=name,
        of=of,
        value=value,
        type=next(type_ for kind, type_ in _TYPES if isinstance(value, kind)),
        words=words,
        basis=_basis(law, tree, path),
        least=least,
        most=most,
        choices=_choices(law.rule, path) if isinstance(value, str) else (),
    )


def is_figure(rule: Rule, tree: Mapping[str, Any], path: Path) -> bool:
    """Tell whether something in the tree can be changed: neither a table, nor a name."""
    value = value_at(tree, path)
    if isinstance(value, str):
        return bool(_choices(rule, path))
    return isinstance(value, int | date)


def _leaves(at: Any, path: Path) -> Iterator[Path]:
    if isinstance(at, Mapping):
        for key, inner in at.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(at, list | tuple):
        for place, inner in enumerate(at):
            yield from _leaves(inner, (*path, place))
    elif isinstance(at, int | date | str):
        yield path


def _choices(rule: Rule, path: Path) -> tuple[str, ...]:
    """Return the words that may stand there: those that the versions say at the same place."""
    if path[-1] in ARTICLES or not all(isinstance(key, str) for key in path):
        return ()
    said = dict.fromkeys(
        each for version in rule.versions if (each := _said(version.values, path)) is not None
    )
    return tuple(said) if len(said) > 1 and all(map(_CODE.fullmatch, said)) else ()


def _said(values: Mapping[str, Any], path: Path) -> str | None:
    try:
        said = value_at(values, path)
    except (KeyError, TypeError):
        return None
    return said if isinstance(said, str) else None


def _told(rule: Rule, tree: Mapping[str, Any], path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the key that says what a figure is, and the words that tell it from its sisters.

    Of ``usia.administrator`` it is ``usia``, of a row it is the column.
    """
    keys = path[2:] if path[0] in {LISTS, CLAUSES} else path
    names = [key for key in keys if isinstance(key, str)]
    declared = next((name for name in reversed(names) if name in rule.figure_words), None)
    in_row = any(isinstance(key, int) for key in keys)
    name = declared or (names[-1] if in_row or not names else names[0])
    of: list[str] = []
    for number, key in enumerate(path):
        if isinstance(key, int):
            rows = value_at(tree, path[:number])
            of += words_of_row(rows, key) or (str(key + 1),)
        elif number >= len(path) - len(keys) and key != name and not _has_rows(path, number):
            of.append(key)
    return name, tuple(of)


def _has_rows(path: Path, number: int) -> bool:
    return number + 1 < len(path) and isinstance(path[number + 1], int)


def _basis(law: LawOfADay, tree: Mapping[str, Any], path: Path) -> str:
    """Return the articles of a figure: those that stand beside it, else those of its version."""
    for depth in range(len(path) - 1, -1, -1):
        beside = value_at(tree, path[:depth])
        for name in ARTICLES:
            said = beside.get(name) if isinstance(beside, Mapping) else None
            if isinstance(said, Mapping):
                said = said.get(path[-1])
            if isinstance(said, str) and said.strip():
                return said.strip()
    if path[0] == CLAUSES:
        clause = law.rule.transitional[str(path[1])]
        return "; ".join(map(str, clause.sources))
    return law.version.basis
