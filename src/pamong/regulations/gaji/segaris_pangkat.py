"""The base salary on the day of a new rank: the column of the new one, on the same line."""

from __future__ import annotations

from pamong.kernel.golongan import parse_golongan
from pamong.kernel.rupiah import format_rupiah
from pamong.law.library import rule
from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.gaji.tables import column

#: The rule that holds the table of salaries.
_TABLE = "gaji-pokok-pns"


def judge(case: Case, version: Version) -> Found:
    """PP 7/1977 Pasal 7 (a higher rank) and Pasal 8 (a lower one)."""
    old, new = case.golongan_ruang_lama, case.golongan_ruang_baru
    if old == new:
        return found("tidak_berubah")
    years = case.masa_kerja_golongan
    is_up = parse_golongan(new) > parse_golongan(old)
    lines = version.values["garis"]
    if lines[old.partition("/")[0]] != lines[new.partition("/")[0]]:
        return found("tidak_dapat_dinilai", missing=("garis",))
    row = column(rule(_TABLE), version, "golongan_ruang", new).at(years)
    if row is None:
        return found("tidak_dapat_dinilai", missing=("tabel",))
    recorded = case.told("gaji_tercatat")
    told = "naik" if is_up else "turun"
    return found(
        told if recorded in (None, row["rupiah"]) else "berbeda",
        confidence=Confidence(row["keyakinan"]),
        golongan_ruang_baru=new,
        masa_kerja=years,
        gaji_pokok=row["rupiah"],
        sebulan=format_rupiah(row["rupiah"]),
        tercatat=None if recorded is None else format_rupiah(recorded),
        pasal=version.values["pasal"][told],
    )
