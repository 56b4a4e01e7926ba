"""Titles in a list that has no columns for them: they stand around the name."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from pamong.exchange.fields import Value
from pamong.exchange.fields.identity import MADE_UP
from pamong.exchange.layout import Layout
from pamong.kernel.person_name import parse_person_name

Parted = Callable[[dict[str, Value]], bool]
"""Puts the titles of a row's name into columns of their own; whether there were any."""


def titles_parted(layout: Layout, present: Collection[str]) -> Parted | None:
    """Return what parts titles from names; ``None`` where the file has a column for some."""
    by = layout.by_meaning
    front, back = by.get("gelar_depan"), by.get("gelar_belakang")
    if "nama" not in by or front is None or back is None or {front, back} & set(present):
        return None
    return partial(_part, by["nama"], front, back)


def _part(name: str, front: str, back: str, values: dict[str, Value]) -> bool:
    """Part the titles from a name that was read, so that it holds one."""
    told = values.get(name)
    if not isinstance(told, str):
        return False
    bare = told.removesuffix(MADE_UP)
    parsed = parse_person_name(bare)
    titles = {front: parsed.gelar_depan, back: parsed.gelar_belakang}
    found = {column: title for column, title in titles.items() if title}
    if found:
        values |= {name: f"{parsed.nama}{told[len(bare) :]}", **found}
    return bool(found)
