"""Frozen dataclasses to plain JSON values and back, by their annotations alone."""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

JsonValue: TypeAlias = Any
"""A value that ``json`` writes: ``None``, bool, int, str, a list, or a dict with text keys.

``Any`` because a recursive alias would have to be narrowed again at every use; the form is
checked once, in ``from_plain``.
"""

Record = TypeVar("Record")


class PlainFormError(ValueError):
    """A plain value does not fit the annotation; the text says where."""


def to_plain(value: object) -> JsonValue:
    """Return ``value`` in JSON values: dataclasses as objects, tuples as lists, days in ISO."""
    if is_dataclass(value):
        return {part.name: to_plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    return value


def from_plain(record: type[Record], data: JsonValue, where: str = "") -> Record:
    """Build ``record`` from what ``to_plain`` wrote.

    Raises:
        PlainFormError: a key is unknown or missing, or a value has another form.
    """
    if not isinstance(data, Mapping):
        raise PlainFormError(f"{where or '/'} bukan objek")
    hints = _hints(record)
    if unknown := sorted(set(data) - set(hints)):
        raise PlainFormError(f"{where}/{unknown[0]} tidak dikenal")
    values = {}
    for part in fields(record):  # type: ignore[arg-type]  # Record is always a dataclass here
        if part.name in data:
            values[part.name] = _read(hints[part.name], data[part.name], f"{where}/{part.name}")
        elif part.default is MISSING and part.default_factory is MISSING:
            raise PlainFormError(f"{where}/{part.name} tidak ada")
    return record(**values)


def _hints(record: type) -> dict[str, Any]:
    """Return the annotations of a record, resolved once."""
    if record not in _HINTS:
        _HINTS[record] = get_type_hints(record)
    return _HINTS[record]


_HINTS: dict[type, dict[str, Any]] = {}


def _read(hint: Any, data: JsonValue, where: str) -> Any:
    origin = get_origin(hint)
    if hint is Any:
        return data
    if origin in (Union, types.UnionType):
        return None if data is None else _read(get_args(hint)[0], data, where)
    if isinstance(hint, type) and is_dataclass(hint):
        return from_plain(hint, data, where)
    if reader := _CONTAINERS.get(origin):
        return reader(get_args(hint), data, where)
    return _read_plain(hint, data, where)


def _read_plain(hint: type, data: JsonValue, where: str) -> Any:
    if hint is date and isinstance(data, str):
        try:
            return date.fromisoformat(data)
        except ValueError:
            raise PlainFormError(f"{where} bukan tanggal ISO") from None
    if type(data) is not hint:
        raise PlainFormError(f"{where} bukan {hint.__name__}")
    return data


def _read_tuple(arguments: tuple[Any, ...], data: JsonValue, where: str) -> tuple[Any, ...]:
    if not isinstance(data, (list, tuple)):
        raise PlainFormError(f"{where} bukan daftar")
    if arguments[-1] is Ellipsis:
        return tuple(_read(arguments[0], item, f"{where}/{i}") for i, item in enumerate(data))
    if len(data) != len(arguments):
        raise PlainFormError(f"{where} harus berisi {len(arguments)} nilai")
    pairs = zip(arguments, data, strict=True)
    return tuple(_read(hint, item, f"{where}/{i}") for i, (hint, item) in enumerate(pairs))


def _read_mapping(arguments: tuple[Any, ...], data: JsonValue, where: str) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise PlainFormError(f"{where} bukan objek")
    return {key: _read(arguments[1], item, f"{where}/{key}") for key, item in data.items()}


def _read_choice(arguments: tuple[Any, ...], data: JsonValue, where: str) -> Any:
    if data not in arguments:
        raise PlainFormError(f"{where} bukan salah satu dari {', '.join(map(str, arguments))}")
    return data


_CONTAINERS: dict[Any, Callable[[tuple[Any, ...], JsonValue, str], Any]] = {
    tuple: _read_tuple,
    Mapping: _read_mapping,
    Literal: _read_choice,
}
