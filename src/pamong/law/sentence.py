"""Sentences for people, made from templates: ``{hari_absen} hari pada {mulai..sebelum}``.

``{name}`` is a value, ``{from..before}`` a period whose second name is the exclusive end. A
template is told only where every value that it names is there; of several the first that can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pamong.kernel.day import format_day, format_period
from pamong.kernel.period import Period

_FIELD = re.compile(r"\{(?P<name>[a-z0-9_]+)(?:\.\.(?P<before>[a-z0-9_]+))?\}")


def names_in(template: str) -> Iterator[str]:
    """Return the names that a template needs."""
    for match in _FIELD.finditer(template):
        yield from (name for name in match.groups() if name)


def has_stray_brace(template: str) -> bool:
    """Tell whether a brace is left that belongs to no field: a typing mistake."""
    return bool(set("{}") & set(_FIELD.sub("", template)))


def tell(templates: Iterable[str], values: Mapping[str, Any]) -> str | None:
    """Return the first sentence whose values are all there; ``None`` where there is none.

    >>> days = {"mulai": date(2020, 9, 26), "sebelum": date(2020, 12, 6), "siapa": None}
    >>> tell(["{siapa} cuti.", "Cuti {mulai..sebelum}."], days)
    'Cuti 26 September–5 Desember 2020.'
    """
    for template in templates:
        if all(values.get(name) is not None for name in names_in(template)):
            return _FIELD.sub(lambda match: _fill(match, values), template)
    return None


def show(value: Any) -> str:
    """Write one value as people read it."""
    if isinstance(value, date):
        return format_day(value)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value)


def _fill(match: re.Match[str], values: Mapping[str, Any]) -> str:
    value = values[match["name"]]
    if match["before"] is None:
        return show(value)
    return format_period(Period(value, values[match["before"]]))
