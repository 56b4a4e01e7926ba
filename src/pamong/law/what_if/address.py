"""Addresses of figures: ``usia.administrator``, ``rungs[outcome=pdhtaps].days``.

An address is read along the rule's file: the keys below ``values`` of a version, or
``transitional.ID`` and the keys of a clause, or ``list.NAME`` and the columns of a list. In square
brackets stands which rows are meant:

| written | means |
| --- | --- |
| ``[jenjang=ahli_utama]`` | the rows with that word, or with that word among several |
| ``[kelompok=guru,usia=60]`` | the rows of which both hold |
| ``[3]`` | the third row |
| ``[=58]`` | the values that are 58 |
| ``usia.*`` | every value below ``usia`` |

An address may mean several figures at once. A key with a dot in it is written in double quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pamong.kernel.language import say

Key = str | int
Path = tuple[Key, ...]
"""The keys, and the places in lists counted from 0, that lead to one figure."""

_SEGMENT = re.compile(r'(?P<name>"[^"]+"|[^."\[\]=]+)(?P<picked>(?:\[[^\[\]]*\])*)(?:\.|$)')
_PICKED = re.compile(r"\[([^\[\]]*)\]")
_PLAIN = re.compile(r"[\w /-]+")
EVERY = "*"
ARTICLES = ("pasal", "article", "sumber")
"""The keys under which articles stand beside a figure."""
NO_NAMES = frozenset({*ARTICLES, "keyakinan"})
"""Columns that say of a row on what it rests, not what it is."""


class AddressTextError(ValueError):
    """A text is no address."""

    def __init__(self, text: str) -> None:
        super().__init__(
            say(
                '"%(text)s" bukan alamat angka. Tulis seperti usia.administrator atau '
                "rungs[outcome=pdhtaps].days.",
                text=text,
            )
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """One key of an address with what picks among its rows or values."""

    name: str
    picked: tuple[str, ...]


def parse_address(text: str) -> tuple[Segment, ...]:
    """Read an address.

    Raises:
        AddressTextError: it is none.

    >>> parse_address("khusus[kelompok=guru].usia")[0]
    Segment(name='khusus', picked=('kelompok=guru',))
    """
    segments = []
    at = 0
    while at < len(text):
        match = _SEGMENT.match(text, at)
        if match is None:
            raise AddressTextError(text)
        picked = tuple(part.strip() for part in _PICKED.findall(match["picked"]))
        segments.append(Segment(match["name"].strip().strip('"'), picked))
        at = match.end()
    if not segments or text.rstrip().endswith("."):
        raise AddressTextError(text)
    return tuple(segments)


def find(tree: Mapping[str, Any], segments: Sequence[Segment]) -> list[Path]:
    """Return the way to everything that an address means in a tree of figures."""
    return list(_walk(tree, segments, ()))


def value_at(tree: Any, path: Path) -> Any:
    """Return what stands at the end of a way."""
    for key in path:
        tree = tree[key]
    return tree


def write_address(tree: Mapping[str, Any], path: Path) -> str:
    """Write the address of one figure; rows are told by their words where these tell them apart.

    >>> tree = {"rungs": [{"days": 3, "outcome": "lisan"}, {"days": 4, "outcome": "tertulis"}]}
    >>> write_address(tree, ("rungs", 1, "days"))
    'rungs[outcome=tertulis].days'
    """
    written: list[str] = []
    at: Any = tree
    for key in path:
        if isinstance(key, int):
            written[-1] += f"[{_brackets(at, key)}]"
        else:
            written.append(f'"{key}"' if re.search(r'[.\[\]="]', key) else key)
        at = at[key]
    return ".".join(written)


def words_of_row(rows: Sequence[Any], place: int) -> tuple[str, ...]:
    """Return the words that tell a row from its sisters; all that it has where none do."""
    named = _names(rows[place])
    names = _telling_apart(rows, place, named) or tuple(named)
    return tuple(", ".join(named[name]) for name in names)


def _walk(at: Any, segments: Sequence[Segment], path: Path) -> Iterator[Path]:
    if not segments:
        yield path
        return
    if not isinstance(at, Mapping):
        return
    first, rest = segments[0], segments[1:]
    keys = list(at) if first.name == EVERY else [first.name]
    for key in keys:
        if key in at:
            for way in _pick(at[key], first.picked, (*path, key)):
                yield from _walk(value_at(at, way[len(path) :]), rest, way)


def _pick(at: Any, picked: Sequence[str], path: Path) -> Iterator[Path]:
    if not picked:
        yield path
        return
    for key, inner in _inside(at):
        if _is_picked(picked[0], key, inner):
            yield from _pick(inner, picked[1:], (*path, key))


def _inside(at: Any) -> list[tuple[Key, Any]]:
    if isinstance(at, Mapping):
        return list(at.items())
    return list(enumerate(at)) if isinstance(at, list | tuple) else []


def _is_picked(picked: str, key: Key, value: Any) -> bool:
    if picked == EVERY:
        return True
    if picked.isdecimal():
        return key == int(picked) - 1
    conditions = [part.partition("=") for part in picked.split(",")]
    return all(
        equals == "="
        and _says(value if not name.strip() else _cell(value, name.strip()), wanted.strip())
        for name, equals, wanted in conditions
    )


def _cell(row: Any, name: str) -> Any:
    return row.get(name) if isinstance(row, Mapping) else None


def _says(value: Any, wanted: str) -> bool:
    if isinstance(value, list | tuple):
        return any(_says(each, wanted) for each in value)
    return value is not None and wanted.casefold() in _written(value)


def _written(value: Any) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("ya", "true") if value else ("tidak", "false")
    return (value.isoformat() if isinstance(value, date) else str(value).casefold(),)


def _brackets(rows: Sequence[Any], place: int) -> str:
    """Return what picks one row: its words, else its place."""
    named = _names(rows[place])
    names = _telling_apart(rows, place, named)
    return ",".join(f"{name}={named[name][0]}" for name in names) or str(place + 1)


def _telling_apart(
    rows: Sequence[Any], place: int, named: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Return the first columns whose words only this row has; empty where there are none."""
    names = tuple(named)
    prefixes = (names[:number] for number in range(1, len(names) + 1))
    return next(
        (
            prefix
            for prefix in prefixes
            if _matching(rows, {name: named[name][0] for name in prefix}) == [place]
        ),
        (),
    )


def _matching(rows: Sequence[Any], wanted: Mapping[str, str]) -> list[int]:
    return [
        place
        for place, row in enumerate(rows)
        if all(_says(_cell(row, name), word) for name, word in wanted.items())
    ]


def _names(row: Any) -> dict[str, tuple[str, ...]]:
    """Return the words of a row by column: what is no figure and can be written in brackets."""
    named = {}
    for name, cell in row.items() if isinstance(row, Mapping) else ():
        words = cell if isinstance(cell, list | tuple) else [cell]
        if name not in NO_NAMES and words and all(map(_is_plain, words)):
            named[name] = tuple(words)
    return named


def _is_plain(word: Any) -> bool:
    return isinstance(word, str) and _PLAIN.fullmatch(word) is not None
