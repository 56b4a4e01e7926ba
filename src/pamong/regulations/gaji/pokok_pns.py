"""What a civil servant gets as base salary, by golongan ruang and years of service."""

from __future__ import annotations

from pamong.kernel.rupiah import format_rupiah
from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.gaji.tables import Column, Row, column, outcome


def judge(case: Case, version: Version) -> Found:
    """Read the table; on probation 80 per cent of it (PP 7/1977 Pasal 5)."""
    room, years = case.golongan_ruang, case.masa_kerja_golongan
    table = column(case.rule, version, "golongan_ruang", room)
    known = {"golongan_ruang": room, "masa_kerja": years}
    if table.first is not None and years < table.first:
        return found("di_bawah_baris_pertama", **known, baris_pertama=table.first)
    row = table.at(years)
    on_probation = case.status == "cpns"
    if row is None or (on_probation and row["sampai_mkg"] is None and not table.is_complete):
        return found("tidak_dapat_dinilai", missing=("tabel",))
    held = _highest(table, row, version.values["cpns_kenaikan_di_bawah"]) if on_probation else row
    percent = version.values["cpns_persen"] if on_probation else 100
    paid = held["rupiah"] * percent // 100
    recorded = case.told("gaji_tercatat")
    told = outcome(held, years, paid=paid, recorded=recorded)
    return found(
        "dibatasi" if held is not row and told != "berbeda" else told,
        confidence=Confidence(held["keyakinan"]),
        **known,
        baris_mkg=held["mkg"],
        sampai_mkg=held["sampai_mkg"] if held is row else None,
        gaji_pokok=held["rupiah"],
        gaji_dibayar=paid,
        persen=percent if on_probation else None,
        gaji_tercatat=recorded,
        sebulan=format_rupiah(paid),
        seluruhnya=format_rupiah(held["rupiah"]),
        tercatat=None if recorded is None else format_rupiah(recorded),
    )


def _highest(table: Column, row: Row, rises_below: int) -> Row:
    """PP 7/1977 Pasal 5 ayat (3): on probation, so many rises below the highest row at most."""
    if not table.is_complete:
        return row
    highest = table.rows[-1 - rises_below]
    return row if row["mkg"] <= highest["mkg"] else highest
