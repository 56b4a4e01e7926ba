"""Whether the name beside a code is the name of that code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pamong.exchange.checks.meanings import Troubles, Values
from pamong.exchange.code_lists import code_list
from pamong.exchange.doubts import Trouble
from pamong.exchange.layout import Layout


@dataclass(frozen=True, slots=True)
class Pair:
    """A column with a code and the one that names it."""

    code: str
    name: str
    codes: str


def pairs_of(layout: Layout, present: set[str]) -> tuple[Pair, ...]:
    """Return the pairs of which the file has both columns."""
    return tuple(
        Pair(column.names, column.name, layout.by_name[column.names].codes)
        for column in layout.columns
        if column.names and {column.name, column.names} <= present
    )


def name_against_code(pairs: tuple[Pair, ...], values: Values) -> Troubles:
    """Yield where the name is that of another code; a name of no code says nothing for certain."""
    for pair in pairs:
        code, name = values.get(pair.code), values.get(pair.name)
        if not isinstance(code, str) or not isinstance(name, str):
            continue
        known = code_list(pair.codes).names.get(code)
        owners = _codes_named(pair.codes).get(_key(name))
        if known and owners and code not in owners:
            yield pair.name, Trouble("kode-dan-nama-berbeda", {"id": code, "known": known})


@cache
def _codes_named(codes: str) -> Mapping[str, frozenset[str]]:
    owners: dict[str, set[str]] = {}
    for code, name in code_list(codes).names.items():
        owners.setdefault(_key(name), set()).add(code)
    owners.pop("", None)
    return {name: frozenset(codes) for name, codes in owners.items()}


@cache
def _key(name: str) -> str:
    return re.sub(r"\W+", "", name).casefold()
