"""Proposes which column each heading of an unknown layout is: by its name and by what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from pamong.exchange.code_lists import code_list
from pamong.exchange.fields import Standpoint, field_reader
from pamong.exchange.header import Header
from pamong.exchange.headings import heading_key, heading_words
from pamong.exchange.layout import Column, Layout
from pamong.exchange.sheet import Cell, Cells, Sheet, is_blank, text_of

SAMPLED = 200
"""Rows whose cells tell what a column holds."""
_LIKELY = 0.62
_BY_CONTENT = 0.8
"""The share of cells that must read as the kind for content alone to propose it."""
_TELLING = {"nip", "nik", "email", "golongan", "day", "sex", "phone"}
"""Kinds that a cell is hardly by chance."""


class Why(StrEnum):
    """What a proposal rests on."""

    HEADING = "judul"
    LIKENESS = "mirip"
    CONTENT = "isi"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """A column of the file and the column of the layout that it may be."""

    index: int
    heading: str
    column: str = ""
    """Empty where nothing is proposed: the column is then kept as it is."""
    score: float = 0.0
    why: Why = Why.NOTHING
    examples: tuple[str, ...] = ()


def propose(
    sheet: Sheet, header: Header, of: Layout, standpoint: Standpoint
) -> list[ColumnProposal]:
    """Return a proposal for every column of the file; no column of the layout twice.

    What the cells say rules a likeness of names out: a column of words is no NIP.
    """
    sample = _sample(sheet, header)
    kinds = [_kind_of(_cells(sample, index), standpoint) for index in range(len(header.headings))]
    scored = sorted(
        (
            (_score(heading, column, _cells(sample, index), standpoint), index, column.name)
            for index, heading in enumerate(header.headings)
            if heading
            for column in of.columns
        ),
        key=lambda each: (-each[0][0], each[1]),
    )
    chosen: dict[int, ColumnProposal] = {}
    taken: set[str] = set()
    for (score, why), index, name in scored:
        if score >= _LIKELY and index not in chosen and name not in taken:
            chosen[index] = ColumnProposal(index, header.headings[index], name, score, why)
            taken.add(name)
    _by_content(header, of, kinds, chosen)
    return [
        replace(
            chosen.get(index, ColumnProposal(index, heading)),
            examples=tuple(text_of(cell) for cell in _cells(sample, index)[:3]),
        )
        for index, heading in enumerate(header.headings)
    ]


def told_by_cells(
    sheet: Sheet, header: Header, of: Layout, known: Mapping[int, str]
) -> dict[int, str]:
    """Return the columns of headings that alone say too little, and whose cells leave no doubt."""
    asked = {
        index: column
        for index, heading in enumerate(header.headings)
        if index not in known
        for column in of.columns
        if column.name not in known.values()
        and heading_key(heading) in map(heading_key, column.told)
    }
    found: dict[int, str] = {}
    sample = _sample(sheet, header) if asked else []
    for index, column in asked.items():
        cells = {text_of(cell).strip().casefold() for cell in _cells(sample, index)}
        names = code_list(column.codes).names
        words = {word.casefold() for word in (*names, *names.values(), *column.words)}
        if cells and cells <= words and column.name not in found.values():
            found[index] = column.name
    return found


def _by_content(
    header: Header, of: Layout, kinds: Sequence[str], chosen: dict[int, ColumnProposal]
) -> None:
    """Propose the first free column of a telling kind for a heading that says nothing."""
    for index, kind in enumerate(kinds):
        taken = {proposal.column for proposal in chosen.values()}
        free = [c.name for c in of.columns if c.kind == kind and c.name not in taken]
        if index in chosen or kind not in _TELLING or not free or not header.headings[index]:
            continue
        if kind in {"day", "golongan"} and len(free) > 1:
            continue  # which of several days it is, content does not say
        heading = header.headings[index]
        chosen[index] = ColumnProposal(index, heading, free[0], _BY_CONTENT, Why.CONTENT)


def _sample(sheet: Sheet, header: Header) -> list[Cells]:
    rows = []
    for number, cells in sheet.rows():
        if number > header.last_row and any(not is_blank(cell) for cell in cells):
            rows.append(cells)
        if len(rows) >= SAMPLED:
            break
    return rows


def _cells(sample: Sequence[Cells], index: int) -> list[Cell]:
    return [row[index] for row in sample if index < len(row) and not is_blank(row[index])]


def _score(
    heading: str, column: Column, cells: Sequence[Cell], standpoint: Standpoint
) -> tuple[float, Why]:
    if heading_key(heading) in column.keys:
        score, why = 1.0, Why.HEADING
    else:
        score, why = (
            max(_likeness(heading, name) for name in (column.name, *column.also)),
            Why.LIKENESS,
        )
    if score < _LIKELY or column.kind == "text" or not cells:
        return (score, why)
    return (score * (0.3 + 0.7 * _share(column, cells, standpoint)), why)


def _likeness(heading: str, name: str) -> float:
    """Compare two headings by their words and by their letters."""
    one, other = heading_words(heading), heading_words(name)
    if not one or not other:
        return 0.0
    shared = 2 * len(set(one) & set(other)) / (len(set(one)) + len(set(other)))
    letters = SequenceMatcher(None, "".join(one), "".join(other)).ratio()
    return round(0.5 * shared + 0.5 * letters, 3)


def _share(column: Column, cells: Sequence[Cell], standpoint: Standpoint) -> float:
    read = field_reader(column.kind, column.name, standpoint, codes=column.codes)
    return sum(read(cell)[0] is not None for cell in cells) / len(cells)


def _kind_of(cells: Sequence[Cell], standpoint: Standpoint) -> str:
    """Return the telling kind that most cells read as; empty for none."""
    if not cells:
        return ""
    shares = {kind: _share(Column("", kind), cells, standpoint) for kind in sorted(_TELLING)}
    kind = max(shares, key=lambda each: shares[each])
    return kind if shares[kind] >= _BY_CONTENT else ""
