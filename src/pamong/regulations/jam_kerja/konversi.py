"""How many days of absence lateness and early leave come to."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Convert whole days only. Source: explanation of PP 53/2010 Pasal 3 angka 11."""
    days, rest = divmod(case.menit, version.values["menit_sehari"])
    return found(
        "dihitung_hari" if days else "belum_sehari",
        hari_dihitung=days,
        sisa_menit=rest,
        jumlah_hari=case.hari_absen + days,
    )
