"""Rows as JSON, to be kept until somebody has decided about them; what comes back is the same.

Days, decimals and truth values are no texts, so that each value is kept beside a letter of its
type where JSON alone would not tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from pamong.exchange.doubts import RowDoubt
from pamong.exchange.fields import Value
from pamong.exchange.places import Place
from pamong.exchange.record import DoubtfulRow, Record, Row, record_of

_DAY, _DECIMAL = "h", "d"


def row_to_json(row: Row) -> dict[str, Any]:
    """Return a row as what JSON can hold; the letters of its columns are kept apart, once."""
    record = record_of(row)
    kept: dict[str, Any] = {
        "tata_letak": record.layout,
        "jenis": record.kind,
        "tempat": _place(record.place),
        "nilai": {name: _kept(value) for name, value in record.values.items()},
        "lain": dict(record.extras),
    }
    if isinstance(row, DoubtfulRow):
        kept["sel"] = list(row.cells)
        kept["keraguan"] = [doubt_to_json(doubt) for doubt in row.doubts]
    return kept


def row_from_json(kept: Mapping[str, Any], letters: Mapping[str, str]) -> Row:
    """Return the row that was kept."""
    record = Record(
        kept["jenis"],
        kept["tata_letak"],
        {name: _value(value) for name, value in kept["nilai"].items()},
        kept["lain"],
        Place(*kept["tempat"]),
        letters,
    )
    if "keraguan" not in kept:
        return record
    doubts = tuple(doubt_from_json(doubt) for doubt in kept["keraguan"])
    return DoubtfulRow(record, doubts, tuple(kept["sel"]))


def doubt_to_json(doubt: RowDoubt) -> dict[str, Any]:
    """Return a doubt as what JSON can hold; its sentence is told when it is shown."""
    return {
        "tempat": _place(doubt.place),
        "kode": doubt.code,
        "isi": doubt.text,
        "kata": dict(doubt.told),
    }


def doubt_from_json(kept: Mapping[str, Any]) -> RowDoubt:
    """Return the doubt that was kept."""
    return RowDoubt(Place(*kept["tempat"]), kept["kode"], kept["isi"], kept["kata"])


def _place(place: Place) -> list[Any]:
    return list(asdict(place).values())


def _kept(value: Value) -> Any:
    if isinstance(value, date):
        return [_DAY, value.isoformat()]
    return [_DECIMAL, str(value)] if isinstance(value, Decimal) else value


def _value(kept: Any) -> Value:
    if not isinstance(kept, list):
        value: Value = kept
        return value
    letter, text = kept
    return date.fromisoformat(text) if letter == _DAY else Decimal(text)
