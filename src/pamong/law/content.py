"""Reads the TOML files of the law field by field; every problem of a file is told at once.

The people who edit these files know the law and not the engine. So nothing stops at the first
mistake: each problem is noted with its place, and one error carries them all.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from pamong.kernel.language import say

Choice = TypeVar("Choice", bound=StrEnum)

_SHOWN = {
    str: "teks",
    bool: "true atau false",
    int: "bilangan bulat",
    date: "tanggal",
    list: "daftar",
}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a file: where it stands, and what to do about it."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class ContentError(Exception):
    """A file of the law cannot be used; ``problems`` lists everything that is wrong with it."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.path = path
        self.problems = tuple(problems)
        lines = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"Berkas {path.name} belum dapat dipakai:\n{lines}")


class FractionText(str):
    """A number with a fraction, kept as text: the law's figures are whole, and floats are not."""

    __slots__ = ()


def nearest(word: str, known: Iterator[str] | list[str]) -> str:
    """Return a hint such as ' Maksud Anda "presensi"?'; empty where nothing is near."""
    close = get_close_matches(word, list(known), n=1)
    return say(' Maksud Anda "%(word)s"?', word=close[0]) if close else ""


class Cursor:
    """One table of a TOML file. What is read wrongly is noted in ``problems`` with its place."""

    def __init__(self, table: Mapping[str, Any], place: str, problems: list[Problem]) -> None:
        self._table = table
        self._place = place
        self._read: set[str] = set()
        self.problems = problems

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def note(self, key: str, message: str) -> None:
        """Add a problem that stands at ``key`` of this table."""
        self.problems.append(Problem(self.place(key), message))

    def place(self, key: str) -> str:
        """Name the place of ``key`` in the file: ``version[2].source``."""
        return ".".join(part for part in (self._place, key) if part)

    def text(self, key: str) -> str:
        """Read a text that must be there and say something."""
        value: str = self._required(key, str, "")
        if key in self._table and not value.strip():
            self.note(key, "masih kosong.")
        return value

    def optional_text(self, key: str) -> str | None:
        """Read a text that may be absent."""
        return self.text(key) if key in self._table else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts that must not be empty; one text alone counts as a list of one."""
        value = self._table.get(key)
        if isinstance(value, str):
            return (self.text(key),)
        items = self._required(key, list, [])
        if key in self._table and not (items and all(isinstance(item, str) for item in items)):
            self.note(key, "harus berisi satu teks atau lebih.")
            return ()
        return tuple(items)

    def optional_texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts that may be absent."""
        return self.texts(key) if key in self._table else ()

    def day(self, key: str) -> date:
        """Read a day that must be there."""
        day: date = self._required(key, date, date.max)
        return day

    def optional_day(self, key: str) -> date | None:
        """Read a day that may be absent."""
        return self.day(key) if key in self._table else None

    def flag(self, key: str, *, default: bool) -> bool:
        """Read true or false; ``default`` where it is absent."""
        return self._required(key, bool, default) if key in self._table else default

    def whole(self, key: str) -> int | None:
        """Read a whole number that may be absent."""
        number: int | None = self._required(key, int, None) if key in self._table else None
        return number

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """Read one value of a closed list."""
        if key not in self._table and default is not None:
            return default
        text = self._required(key, str, "")
        if text in list(choices):
            return choices(text)
        if key in self._table:
            known = [choice.value for choice in choices]
            self.note(
                key, f'"{text}" tidak dikenal; pilih {", ".join(known)}.{nearest(text, known)}'
            )
        return next(iter(choices))

    def value(self, key: str) -> Any:
        """Read a value of any form, such as a figure of the law; ``None`` where it is absent."""
        self._read.add(key)
        return self._table.get(key)

    def table(self, key: str) -> Cursor:
        """Read a table within this one; an empty one where it is absent."""
        return Cursor(self._mapping(key), self.place(key), self.problems)

    def named(self, key: str) -> dict[str, Cursor]:
        """Read a table of tables, by name."""
        tables = self._mapping(key)
        found = {name: row for name, row in tables.items() if isinstance(row, dict)}
        for name in tables.keys() - found.keys():
            self.note(f"{key}.{name}", "harus berupa tabel.")
        return {
            name: Cursor(row, self.place(f"{key}.{name}"), self.problems)
            for name, row in found.items()
        }

    def rows(self, key: str) -> list[Cursor]:
        """Read a list of tables; places count from 1, as people do."""
        rows = self._required(key, list, []) if key in self._table else []
        if not all(isinstance(row, dict) for row in rows):
            self.note(key, "harus berupa daftar tabel.")
            return []
        return [
            Cursor(row, self.place(f"{key}[{number}]"), self.problems)
            for number, row in enumerate(rows, 1)
        ]

    def items(self) -> dict[str, Any]:
        """Read everything in this table as it stands."""
        self._read |= self._table.keys()
        return dict(self._table)

    def close(self) -> None:
        """Note every key that nobody asked for: it is most likely a typing mistake."""
        for key in self._table.keys() - self._read:
            self.note(key, f"tidak dikenal di sini.{nearest(key, sorted(self._read))}")

    def _mapping(self, key: str) -> Mapping[str, Any]:
        return self._required(key, dict, {}) if key in self._table else {}

    def _required(self, key: str, kind: type[Any], instead: Any) -> Any:
        self._read.add(key)
        if key not in self._table:
            self.note(key, "belum diisi.")
            return instead
        value = self._table[key]
        if type(value) is not kind:
            self.note(key, f"harus berupa {_SHOWN.get(kind, 'tabel')}, bukan {value!r}.")
            return instead
        return value


def open_file(path: Path) -> Cursor:
    """Read a TOML file; a fraction anywhere in it is noted as a problem.

    Raises:
        ContentError: the file is not TOML.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=FractionText)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(
            path, [Problem("berkas", f"bukan TOML yang benar: {error}.")]
        ) from error
    cursor = Cursor(table, "", [])
    cursor.problems += [
        Problem(place, f"{text} adalah pecahan; pakai bilangan bulat (misalnya persen × 100).")
        for place, text in _fractions(table, "")
    ]
    return cursor


def _fractions(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, FractionText):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _fractions(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _fractions(inner, f"{place}[{number}]")
