"""Whether the head of a school of a region holds the functional post that the law asks for."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 94 ayat (8) (province) and Pasal 95 ayat (7) (kabupaten/kota)."""
    row = version.values["jabatan"][case.daerah]
    fits = case.jabatan_pemegang in row["boleh"]
    return found(
        "sesuai" if fits else "bukan_jabatan_itu", **{k: row[k] for k in ("jabatan", "pasal")}
    )
