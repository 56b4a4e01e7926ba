"""What a contract civil servant gets as base salary, by golongan and years of service."""

from __future__ import annotations

from pamong.kernel.rupiah import format_rupiah
from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.gaji.tables import column, outcome


def judge(case: Case, version: Version) -> Found:
    """Read the table of the Perpres on salaries of PPPK."""
    golongan, years = case.golongan, case.masa_kerja_golongan
    table = column(case.rule, version, "golongan", golongan)
    known = {"golongan": golongan, "masa_kerja": years}
    if table.first is not None and years < table.first:
        return found("di_bawah_baris_pertama", **known, baris_pertama=table.first)
    row = table.at(years)
    if row is None:
        return found("tidak_dapat_dinilai", missing=("tabel",))
    recorded = case.told("gaji_tercatat")
    return found(
        outcome(row, years, paid=row["rupiah"], recorded=recorded),
        confidence=Confidence(row["keyakinan"]),
        **known,
        baris_mkg=row["mkg"],
        sampai_mkg=row["sampai_mkg"],
        gaji_pokok=row["rupiah"],
        gaji_tercatat=recorded,
        sebulan=format_rupiah(row["rupiah"]),
        tercatat=None if recorded is None else format_rupiah(recorded),
    )
