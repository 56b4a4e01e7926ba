"""The counts of an import as a table whose numbers add up, and lead to the rows behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from pamong.apps.impor.browsing import RowClass
from pamong.apps.impor.choosing import Counts
from pamong.apps.impor.covering import told_latest
from pamong.apps.impor.differences import title_of
from pamong.apps.impor.unit_rows import STRUCTURE

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.impor.models import Import

LABELS: "Mapping[str, StrOrPromise]" = {
    "new": _("baru"),
    "changed": _("berubah"),
    "unchanged": _("sama"),
    "left": _("tidak diterima"),
    "asks": _("perlu diputuskan"),
    "doubtful": _("harus diperbaiki"),
    "aside": _("disisihkan"),
}
"""What a row is, in the order in which the table has it."""
ORDER = (
    STRUCTURE,
    "pegawai", "pengangkatan", "penempatan", "data-pribadi", "kontak", "pangkat", "jabatan",
    "pendidikan", "diklat", "kinerja", "angka-kredit", "penghargaan", "hukuman", "cuti",
    "keluarga", "perjanjian", "masa-kerja", "pindah", "pemberhentian", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """How many rows of a section are of a class; ``is_link`` where they can be listed."""

    of: str
    label: "StrOrPromise"
    number: int
    is_link: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One section of the table; its cells add up to ``total``."""

    key: str
    title: str
    cells: tuple[Cell, ...]
    total: int
    is_left: bool = False
    is_choice: bool = False
    """Whether rows of it can be left out: those of units are not written by an import."""


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table; the last line adds up the others."""

    heads: "tuple[tuple[str, StrOrPromise], ...]"
    lines: tuple[Line, ...]
    sum: Line


def table_of(
    counts: Counts, *, links: bool, sections_left: "list[str] | tuple[str, ...]" = ()
) -> Table:
    """Return counts as a table; classes of which there is no row have no column."""
    found = [what for what in LABELS if any(each.get(what) for each in counts.values())]
    shown = found or ["new"]
    keys = sorted(counts, key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
    lines = tuple(
        _line(key, counts[key], shown, links=links, is_left=key in sections_left) for key in keys
    )
    added = {what: sum(each.get(what, 0) for each in counts.values()) for what in shown}
    total = _line("", added, shown, links=links)
    return Table(tuple((what, LABELS[what]) for what in shown), lines, total)


def in_all(counts: Counts, *classes: str) -> int:
    """Return how many rows there are, of some classes or of all."""
    return sum(
        rows for each in counts.values() for what, rows in each.items() if what in classes
    ) or (0 if classes else sum(sum(each.values()) for each in counts.values()))


def is_without_ranks(batch: "Import", counts: Counts) -> bool:
    """Tell whether people are new here and nothing says which rank they hold since when."""
    told = counts.keys() | told_latest(batch)
    return bool(counts.get("pegawai", {}).get("new")) and "pangkat" not in told


def unread(batch: "Import") -> int:
    """Return how many rows of sheets nobody could read: their layout is not known."""
    return sum(sheet["tidak_terbaca"] for sheet in batch.sheets)


def _line(
    key: str, counts: Mapping[str, int], shown: list[str], *, links: bool, is_left: bool = False
) -> Line:
    cells = tuple(
        Cell(what, LABELS[what], counts.get(what, 0), links and what in set(RowClass))
        for what in shown
    )
    total = sum(cell.number for cell in cells)
    return Line(key, title_of(key), cells, total, is_left, bool(key) and key != STRUCTURE)
