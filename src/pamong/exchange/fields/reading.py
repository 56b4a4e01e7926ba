"""Which reader a kind of column has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pamong.exchange.code_lists import code_list
from pamong.exchange.fields.codes import code_reader, read_golongan
from pamong.exchange.fields.days import day_reader
from pamong.exchange.fields.identity import (
    nik_reader,
    nip_reader,
    read_email,
    read_name,
    read_phone,
    read_sex,
)
from pamong.exchange.fields.numbers import (
    read_flag,
    read_number,
    read_rupiah,
    whole_reader,
    year_reader,
)
from pamong.exchange.fields.values import Read, read_text
from pamong.exchange.sheet import Cell

Field = Callable[[Cell], Read]

_PLAIN: dict[str, Field] = {
    "text": read_text,
    "nip_lama": read_text,
    "name": read_name,
    "sex": read_sex,
    "email": read_email,
    "phone": read_phone,
    "golongan": read_golongan,
    "number": read_number,
    "rupiah": read_rupiah,
    "flag": read_flag,
    "whole": whole_reader(0, 100_000),
    "years": whole_reader(0, 60),
    "months": whole_reader(0, 11, "masa-kerja-bulan"),
    "month": whole_reader(1, 12),
}
FIELD_KINDS = frozenset({*_PLAIN, "nip", "nik", "day", "year", "code"})


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a file is read: the day, and whether numbers that can be nobody's are taken."""

    on: date
    takes_specimens: bool = False


def field_reader(
    kind: str, column: str, standpoint: Standpoint, *, codes: str = "", may_be_ahead: bool = False
) -> Field:
    """Return the reader of a column of one of ``FIELD_KINDS``."""
    if kind == "nip":
        return nip_reader(takes_specimens=standpoint.takes_specimens)
    if kind == "nik":
        return nik_reader(takes_specimens=standpoint.takes_specimens)
    if kind == "day":
        return day_reader(standpoint.on, may_be_ahead=may_be_ahead)
    if kind == "year":
        return year_reader(standpoint.on.year + (10 if may_be_ahead else 0))
    if kind == "code":
        return code_reader(code_list(codes), column)
    return _PLAIN[kind]
