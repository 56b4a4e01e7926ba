"""The table of ``pamong demo --no-serve``: who held which office on four days, on what basis."""

import sys
from itertools import groupby

from rich.console import Console
from rich.table import Table

from pamong.apps.demonstration.selectors import TableRow, table
from pamong.apps.organisasi.as_of import NOT_PROOF
from pamong.kernel.day import format_day

WIDTH_OF_A_FILE = 140
# The sentence of the banner on every page (web/layout); docs/explanation/real-people.md.
BANNER = (
    "Data peraga. Nama pejabat dan peristiwa diringkas dari pemberitaan; pegawai lain, susunan "
    "OPD dan angka adalah rekaan. Bukan catatan resmi pemerintah mana pun."
)


def show() -> None:
    """Print the table, one part a day; as wide as the terminal, or fit for a file."""
    is_terminal = sys.stdout.isatty()
    console = Console(width=None if is_terminal else WIDTH_OF_A_FILE, highlight=False)
    console.print(BANNER)
    for day, rows in groupby(table(), key=lambda row: row.day):
        console.print(_part(format_day(day), list(rows)))
    console.print(str(NOT_PROOF))


def _part(title: str, rows: list[TableRow]) -> Table:
    part = Table(title=title, title_justify="left", title_style="bold", expand=True)
    for heading, ratio in (
        ("Pemerintah daerah", 2),
        ("Jabatan", 2),
        ("Pemangku", 3),
        ("Dasar", 4),
        ("Catatan", 5),
    ):
        part.add_column(heading, ratio=ratio, overflow="fold")
    for row in rows:
        part.add_row(row.pemda, row.office, row.holder, row.basis, row.remark, end_section=True)
    return part
