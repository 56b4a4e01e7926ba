"""Whether a secretary of a regional council is appointed or dismissed as the law says."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 9 ayat (3) (province) and Pasal 31 ayat (3) (kabupaten/kota)."""
    by, row = version.values["oleh"], version.values["pengangkatan"][case.daerah]
    checks = [
        requires(case, "bukan_kepala_daerah", "diputus_oleh", test=lambda who: who == by),
        requires(case, "tanpa_persetujuan", "disetujui_pimpinan_dprd"),
        requires(case, "tanpa_konsultasi_fraksi", "dikonsultasikan_fraksi"),
    ]
    return found(**weigh(checks, met="sesuai"), pasal=row["pasal"])
