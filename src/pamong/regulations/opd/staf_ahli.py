"""Whether the advisers (staf ahli) of a head of region are appointed as the law says."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 102-103."""
    values = version.values
    checks = [
        requires(case, "terlalu_banyak", "jumlah", test=lambda n: n <= values["paling_banyak"]),
        requires(case, "bukan_pns", "semua_pns"),
        requires(
            case, "diangkat_pejabat_lain", "diangkat_oleh", test=lambda who: who == values["oleh"]
        ),
        requires(
            case,
            "terlalu_banyak_subbagian",
            "subbagian_tata_usaha",
            test=lambda n: n <= values["subbagian"],
        ),
    ]
    return found(**weigh(checks, met="sesuai"), jumlah=case.told("jumlah"))
