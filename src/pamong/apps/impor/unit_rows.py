"""Rows of units: what one says of an OPD or unit, where it stands, and the post that heads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pamong.apps.impor.asides import UNITS as WHY
from pamong.apps.impor.models import StagedRow, Weight
from pamong.apps.impor.placing import LacksError, Part, Reader
from pamong.apps.impor.two_way import fits
from pamong.apps.organisasi.models import Jabatan, UnitKerja, UnitState
from pamong.exchange.code_lists import code_list
from pamong.exchange.layout import layout, layouts

STRUCTURE = "susunan"
"""The section of rows that become a plan of the structure, and no entry of a record."""
UNIT_LAYOUTS = tuple(each.name for each in layouts().values() if each.kind == "unor")
OF_SIASN = "siasn-unor"
MEANINGS = ("kode_unit", "nama_unit", "kode_induk", "nama_induk", "eselon_unit", "jabatan_unit")
NO_ESELON = {"", "NON", "-"}
"""What is written in place of an echelon where a post has none."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One row: an OPD or unit by its code and name, its parent by either, and its head post."""

    pk: int
    file: str
    sheet: str
    row: int
    layout: str
    kode_unit: str = ""
    nama_unit: str = ""
    kode_induk: str = ""
    nama_induk: str = ""
    eselon_unit: str = ""
    jabatan_unit: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)
    """The letters of each column in the file, by meaning."""
    is_refused: bool = False
    """Whether a cell of it has to be mended first."""


def unit_row(row: Reader) -> list[Part]:
    """Read a row of units; a plan is made of it later, so that it is laid aside with the reason.

    Raises:
        LacksError: its echelon is none, or a text is longer than its column.
    """
    names = row.of.by_meaning
    said = {means: _text(row, names.get(means, "")) for means in MEANINGS}
    said["eselon_unit"] = _eselon(said["eselon_unit"], names["eselon_unit"])
    for means, model, column in (
        ("kode_unit", UnitKerja, "kode"),
        ("nama_unit", UnitState, "nama"),
        ("jabatan_unit", Jabatan, "nama"),
    ):
        if not fits(model, column, said[means]):
            raise LacksError(names[means])
    letters = {
        means: row.record.letters[name]
        for means, name in names.items()
        if name in row.record.letters
    }
    told = {"baris": {"tata_letak": row.record.layout}, "mengapa": WHY, "nama": said["nama_unit"]}
    return [Part(STRUCTURE, {**told, "unit": said, "huruf": letters}, kode_asal=said["kode_unit"])]


def unit_of(staged: StagedRow) -> UnitRow:
    """Return what was staged of a row; of one that was refused, what could be read."""
    of = str(staged.said["baris"]["tata_letak"])
    said = staged.said.get("unit") or _as_read(staged, of)
    return UnitRow(
        *(staged.pk, staged.file, staged.sheet, staged.row, of),
        **said,
        letters=staged.said.get("huruf", {}),
        is_refused=staged.doubt == Weight.REFUSES,
    )


def _as_read(staged: StagedRow, of: str) -> dict[str, str]:
    values = staged.said["baris"]["nilai"]
    names = layout(of).by_meaning
    told = {means: str(values.get(names.get(means, ""), "")).strip() for means in MEANINGS}
    return {**told, "eselon_unit": ""}


def _text(row: Reader, name: str) -> str:
    value = row.get(name)
    return "" if value is None else " ".join(str(value).split())


def _eselon(text: str, column: str) -> str:
    """Return an echelon as posts have it: SIASN's code, or how people write its name.

    Raises:
        LacksError: it is none.
    """
    names = code_list("eselon").names
    named = {_bare(name): name for name in names.values()}
    found = names.get(text) or named.get(_bare(text), "")
    if not found and text not in {*NO_ESELON, *names}:
        raise LacksError(column)
    return "" if found in NO_ESELON else found


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
