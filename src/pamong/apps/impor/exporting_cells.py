"""The cells of a row: the values of its columns, and what its source told besides."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pamong.apps.impor.exporting_tally import Tally
from pamong.apps.impor.histories import HISTORIES
from pamong.apps.impor.people import MAIN_ROWS
from pamong.apps.impor.two_way import as_value, is_filled
from pamong.exchange.code_lists import code_list
from pamong.exchange.fields import Value
from pamong.exchange.headings import heading_key
from pamong.exchange.layout import Layout, layout

Told = tuple[dict[str, Value], dict[str, str]]
"""The values of a row, and what stands behind the columns of its layout."""


def told(of: Layout, cells: Mapping[str, Any], lainnya: Mapping[str, Any], tally: Tally) -> Told:
    """Return the values of a row: its cells, and what its source told besides."""
    values: dict[str, Value] = {}
    extras: dict[str, str] = {}
    for name, raw in (*cells.items(), *lainnya.items()):
        if not is_filled(raw) or name in values:
            continue
        column = of.by_name.get(name)
        if column is not None:
            _put(values, of, name, raw, tally)
        elif isinstance(raw, str) and name in extra_headings_of(of.name, frozenset({name})):
            extras[name] = raw
        else:
            tally.foreign[name] += 1
    for column in of.columns:
        if column.names in values and column.name not in values:
            codes = code_list(of.by_name[column.names].codes)
            if word := codes.names.get(str(values[column.names])):
                values[column.name] = word
    return values, extras


def _put(values: dict[str, Value], of: Layout, name: str, raw: Any, tally: Tally) -> None:
    column = of.by_name[name]
    try:
        value = as_value(raw, column.kind)
    except (TypeError, ValueError):
        value = None
    codes = code_list(column.codes) if column.codes else None
    if value is None or (codes and not codes.is_open and str(value) not in codes.names):
        tally.foreign[name] += 1
    else:
        values[name] = value


@cache
def _headings_known(name: str) -> frozenset[str]:
    """Return the headings, as they compare, that no extra column of a layout may have."""
    if name in MAIN_ROWS:
        beside = [layout(each) for each in MAIN_ROWS]
    else:
        key = HISTORIES[name].key
        beside = [each.layout for each in HISTORIES.values() if each.key == key]
    return frozenset(key for each in beside for key in each.by_key)


def extra_headings_of(name: str, headings: frozenset[str]) -> list[str]:
    """Return which headings can stand behind the columns of a layout, and be read as they are."""
    known = _headings_known(name)
    return sorted(
        each for each in headings if heading_key(each) and heading_key(each) not in known
    )
