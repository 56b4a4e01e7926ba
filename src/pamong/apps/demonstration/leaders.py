"""Who leads Kabupaten Contoh, read from data/pejabat.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from pamong.kernel.capacity import Capacity
from pamong.kernel.period import Period


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office, by name, for one period."""

    jabatan: str
    nama: str
    period: Period
    capacity: Capacity = Capacity.DEFINITIF


@dataclass(frozen=True, slots=True)
class Letterhead:
    """How the decrees of one official read; ``number`` is filled with a count and a year."""

    issued_by: str
    number: str


@dataclass(frozen=True, slots=True)
class Leaders:
    """The terms and leaves of those who lead, and the letterheads of who appoints."""

    complete_since: date
    terms: tuple[Term, ...]
    leaves: tuple[Term, ...]
    of_heads: Letterhead
    of_others: Letterhead


@cache
def leaders() -> Leaders:
    """Return who leads."""
    data = tomllib.loads((files(__package__) / "data" / "pejabat.toml").read_text("utf-8"))
    heads, others = (
        Letterhead(data["sk"]["penetap"][key], data["sk"]["nomor"][key])
        for key in ("kepala_daerah", "lain")
    )
    return Leaders(
        complete_since=data["lengkap_sejak"],
        terms=tuple(map(_term, data["masa"])),
        leaves=tuple(map(_term, data["cuti"])),
        of_heads=heads,
        of_others=others,
    )


def _term(row: Mapping[str, Any]) -> Term:
    period = Period.inclusive(row["dari"], row.get("sampai"))
    return Term(row["jabatan"], row["nama"], period)
