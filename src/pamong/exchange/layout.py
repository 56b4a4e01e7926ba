"""Layouts: which columns a kind of file has, what each holds, and how people write its heading.

SIASN's are data (``data/layouts``), spelled as SIASN spells them, mistakes included: the spelling
is part of the contract.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from pamong.exchange.fields import FIELD_KINDS
from pamong.exchange.headings import heading_key
from pamong.exchange.own_data import names_in, read_toml
from pamong.kernel.language import say

FOLDER = "layouts"


class UnknownLayoutError(LookupError):
    """There is no layout of that name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(say('Tata letak "%(name)s" tidak dikenal.', name=name))


class LayoutDataError(ValueError):
    """A layout says something that cannot be; every mistake is told."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layout."""

    name: str
    """As SIASN spells it; also the key of the value in a record."""
    kind: str
    means: str = ""
    """What it is beyond this layout (``nip``, ``lahir``, ``tmt`` …); checks ask by this."""
    codes: str = ""
    """The list whose codes it holds."""
    names: str = ""
    """The column whose code this one names."""
    required: bool = False
    future: bool = False
    """Whether a day after the day of reading is nothing unusual."""
    also: tuple[str, ...] = ()
    """Other headings that people write for it."""
    ours: bool = False
    """Whether SIASN has no such column: it is read where a file has it, and never written."""

    @property
    def keys(self) -> set[str]:
        """Return the headings by which it is known, in the form in which headings compare."""
        return {heading_key(heading) for heading in (self.name, *self.also)}


@dataclass(frozen=True)
class Layout:
    """One kind of file; records of it are of one ``kind``."""

    name: str
    kind: str
    title: str
    columns: tuple[Column, ...] = field(repr=False)

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """Return the columns by name."""
        return MappingProxyType({column.name: column for column in self.columns})

    @cached_property
    def by_meaning(self) -> Mapping[str, str]:
        """Return the name of the column for each meaning."""
        return MappingProxyType({c.means: c.name for c in self.columns if c.means})

    @cached_property
    def by_key(self) -> Mapping[str, str]:
        """Return the name of the column for each form of a heading; the first one that has it."""
        found: dict[str, str] = {}
        for keys in ({heading_key(c.name): c.name for c in self.columns}, self._aliases()):
            for key, name in keys.items():
                found.setdefault(key, name)
        return MappingProxyType(found)

    def _aliases(self) -> dict[str, str]:
        pairs = [(key, c.name) for c in self.columns for key in sorted(c.keys)]
        return dict(reversed(pairs))

    @property
    def written(self) -> tuple[Column, ...]:
        """The columns that a file of this layout is written with."""
        return tuple(column for column in self.columns if not column.ours)

    @property
    def required(self) -> tuple[str, ...]:
        """The columns that every row must fill."""
        return tuple(column.name for column in self.columns if column.required)


def layout(name: str) -> Layout:
    """Return the layout of that name.

    Raises:
        UnknownLayoutError: there is none.

    >>> layout("siasn-rw-angkakredit").by_name["bulanMulaiPenailan"].kind
    'month'
    """
    try:
        return layouts()[name]
    except KeyError:
        raise UnknownLayoutError(name) from None


@cache
def layouts() -> Mapping[str, Layout]:
    """Return every layout that Pamong brings, by name."""
    read = (read_layout(read_toml(f"{FOLDER}/{file}")) for file in names_in(FOLDER))
    return MappingProxyType({each.name: each for each in read})


def read_layout(table: Mapping[str, Any]) -> Layout:
    """Make a layout of what its file says.

    Raises:
        LayoutDataError: a column has an unknown kind, list, partner, or a meaning twice.
    """
    columns = tuple(
        Column(name=name, **{**given, "also": tuple(given.get("also", ()))})
        for name, given in table["columns"].items()
    )
    problems = list(_problems(columns))
    if problems:
        raise LayoutDataError(f"{table['name']}: {'; '.join(problems)}")
    return Layout(table["name"], table["kind"], table["title"], columns)


def _problems(columns: tuple[Column, ...]) -> Iterable[str]:
    names = {column.name for column in columns}
    meanings = [column.means for column in columns if column.means]
    for column in columns:
        if column.kind not in FIELD_KINDS:
            yield f"{column.name}: unknown kind {column.kind}"
        if (column.kind == "code") != bool(column.codes):
            yield f"{column.name}: a code needs its list, and only a code"
        if column.names and column.names not in names:
            yield f"{column.name}: names the absent {column.names}"
    if len(meanings) != len(set(meanings)):
        yield "a meaning stands twice"
