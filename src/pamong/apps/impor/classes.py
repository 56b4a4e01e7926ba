"""Which class of fields a cell of a file is of: who may read what it says."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.exchange.layout import Column, layouts
from pamong.exchange.places import column_index

OF_KIND = {
    "nip": FieldClass.IDENTITY, "nip_lama": FieldClass.IDENTITY, "nik": FieldClass.IDENTITY,
    "email": FieldClass.CONTACT, "phone": FieldClass.CONTACT,
}  # fmt: skip
OF_LAYOUT = {
    "siasn-data-utama": FieldClass.FAMILY,
    "siasn-pasangan": FieldClass.FAMILY,
    "siasn-rw-hukdis": FieldClass.DISCIPLINE,
    "siasn-rw-cltn": FieldClass.HEALTH,
}
"""Layouts of which every column tells what its section closes."""
OF_COLUMN = {
    **dict.fromkeys(
        (
            *("pns_id", "nip_lama", "npwp_nomor", "bpjs", "tanggal_lahir", "tempat_lahir_id"),
            *("tempat_lahir_nama", "agama_id", "agama_nama"),
        ),
        FieldClass.IDENTITY,
    ),
    "alamat": FieldClass.CONTACT,
    "jenis_kawin_id": FieldClass.FAMILY,
    "jenis_kawin_nama": FieldClass.FAMILY,
}
UNKNOWN = frozenset(FieldClass)
"""A column that no layout knows may tell anything, so that only who sees all reads it."""


def classes_of_cell(sheet: Mapping[str, Any] | None, letters: str) -> frozenset[FieldClass]:
    """Return the classes that somebody has to see in order to read a cell of a sheet.

    ``sheet`` is what became of it (``sheets.py``); without one nothing is known of its columns.
    """
    if not letters or sheet is None:
        return UNKNOWN
    index = column_index(letters)
    name = sheet.get("kolom", {}).get(str(index), "")
    known = _classes(sheet["tata_letak"]).get(name) if name else None
    return UNKNOWN if known is None else frozenset({known})


@cache
def _classes(layout: str) -> dict[str, FieldClass]:
    if layout not in layouts():
        return {}
    whole = OF_LAYOUT.get(layout)
    return {each.name: whole or _class(each) for each in layouts()[layout].columns}


def _class(column: Column) -> FieldClass:
    if "gaji" in column.name.casefold():
        return FieldClass.FINANCE
    if column.means == "lahir":
        return FieldClass.IDENTITY
    return OF_COLUMN.get(column.name) or OF_KIND.get(column.kind, FieldClass.OPEN)
