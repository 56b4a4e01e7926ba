"""A rule with other figures: what if the law said 62 instead of 58?

A change is an address and a new value. The copy is a rule of its own: it is judged as the rule is,
and the rule of the library stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from pamong.kernel.language import say
from pamong.law.content import Problem, nearest
from pamong.law.figure import FigureValue
from pamong.law.rule import Rule
from pamong.law.what_if.address import (
    AddressTextError,
    Key,
    Path,
    Segment,
    find,
    parse_address,
    value_at,
)
from pamong.law.what_if.figure_text import FigureValueError, read_figure, show_figure
from pamong.law.what_if.figures import (
    CLAUSES,
    LISTS,
    LawOfADay,
    every_figure,
    figure_at,
    is_figure,
)

_KEPT = 16
"""So many changed rules are kept with their plans; the one longest unused gives way."""


class ChangeError(ValueError):
    """Figures cannot be changed so; ``problems`` names each address and what is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"{say('Angka itu belum dapat diubah:')}\n{lines}")


@dataclass(frozen=True, slots=True)
class Change:
    """What a figure, or all that an address means, is to be, as a person writes it."""

    address: str
    value: str

    @classmethod
    def parse(cls, text: str) -> Change:
        """Read ``ALAMAT=NILAI``; an equals sign within brackets belongs to the address.

        Raises:
            ChangeError: there is no address, or no value.

        >>> Change.parse("rungs[outcome=pdhtaps].days = 20")
        Change(address='rungs[outcome=pdhtaps].days', value='20')
        """
        at = text.find("=", text.rfind("]") + 1)
        address, value = (text[:at].strip(), text[at + 1 :].strip()) if at >= 0 else ("", "")
        if not address or not value:
            told = say("harus ALAMAT=NILAI, seperti usia.administrator=62.")
            raise ChangeError([Problem(text.strip(), told)])
        return cls(address, value)

    def __str__(self) -> str:
        return f"{self.address}={self.value}"


def changed(rule: Rule, changes: Iterable[Change], *, days: Iterable[date]) -> Rule:
    """Return a copy of a rule with other figures in every version in force on one of ``days``.

    Clauses in force on these days and the lists of the rule may be changed too. Addresses are
    looked up in the rule as it stands, so that the order of the changes does not matter. The same
    question gets the same copy, as long as it is among the latest.

    Raises:
        BeforeFirstVersionError: a day lies before the first version.
        ChangeError: with every address that means nothing, and every value that cannot be.
    """
    days = sorted(set(days))
    versions = dict.fromkeys(rule.version_on(day).id for day in days)
    clauses = (
        clause.id
        for clause in rule.transitional.values()
        if any(day in clause.period for day in days)
    )
    return _copy(rule, tuple(changes), tuple(versions), tuple(clauses))


@lru_cache(maxsize=_KEPT)
def _copy(
    rule: Rule, changes: tuple[Change, ...], versions: tuple[str, ...], clauses: tuple[str, ...]
) -> Rule:
    in_force = tuple(rule.transitional[name] for name in clauses)
    laws = [LawOfADay(rule, rule.version(name), in_force) for name in versions]
    edits: dict[Path, FigureValue] = {}
    problems: list[Problem] = []
    for change in changes:
        try:
            _add(edits, change, laws)
        except (AddressTextError, FigureValueError, _UnknownAddressError) as error:
            problems.append(Problem(change.address, str(error)))
    if problems:
        raise ChangeError(dict.fromkeys(problems))
    return _edited(rule, edits)


class _UnknownAddressError(LookupError):
    """An address means no figure of the rule."""


def _add(edits: dict[Path, FigureValue], change: Change, laws: Sequence[LawOfADay]) -> None:
    """Note what a change makes of every figure that its address means."""
    segments = parse_address(change.address.removeprefix(f"{laws[0].rule.id}:"))
    found = False
    for law in laws:
        tree = law.tree
        for path in find(tree, segments):
            if not is_figure(law.rule, tree, path):
                continue
            found = True
            value = read_figure(figure_at(law, tree, path), change.value)
            at = path if path[0] in {CLAUSES, LISTS} else (law.version.id, *path)
            if edits.setdefault(at, value) != value:
                told = {"one": show_figure(edits[at]), "other": show_figure(value)}
                raise FigureValueError(
                    say("diubah dua kali, menjadi %(one)s dan %(other)s.", **told)
                )
    if not found:
        raise _UnknownAddressError(_what_there_is(laws, segments, change.address))


def _what_there_is(laws: Sequence[LawOfADay], segments: Sequence[Segment], address: str) -> str:
    """Say that there is no such figure, and name the nearest, or those of the table it names."""
    known = list(dict.fromkeys(figure.address for law in laws for figure in every_figure(law)))
    if not known:
        return say("aturan ini tidak punya angka yang dapat diubah pada hari itu.")
    inside = [each for each in known if each.startswith((f"{address}.", f"{address}["))]
    if inside:
        return say(
            "memuat %(number)s angka; sebut yang mana, misalnya %(example)s.",
            number=len(inside),
            example=inside[0],
        )
    named = re.compile(rf"\b{re.escape(segments[-1].name)}\b")
    with_name = [each for each in known if named.search(each)]
    hint = nearest(address, with_name) or ("" if with_name else nearest(address, known))
    example = say(" Contohnya: %(example)s.", example=(with_name or known)[0])
    return say("tidak ada angka dengan alamat itu pada hari itu.") + (hint or example)


def _edited(rule: Rule, edits: Mapping[Path, FigureValue]) -> Rule:
    """Return the rule with new figures; everything that holds one is copied."""
    versions: dict[Key, Any] = {
        version.id: deepcopy(dict(version.values)) for version in rule.versions
    }
    clauses = {name: deepcopy(dict(each.values)) for name, each in rule.transitional.items()}
    lists = {name: [dict(row) for row in each.rows] for name, each in rule.lists.items()}
    roots: dict[Key, Any] = {**versions, CLAUSES: clauses, LISTS: lists}
    for path, value in edits.items():
        value_at(roots, path[:-1])[path[-1]] = value
    return replace(
        rule,
        versions=tuple(replace(each, values=versions[each.id]) for each in rule.versions),
        transitional={
            name: replace(each, values=clauses[name]) for name, each in rule.transitional.items()
        },
        lists={name: replace(each, rows=tuple(lists[name])) for name, each in rule.lists.items()},
    )
