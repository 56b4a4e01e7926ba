"""Whether the holder of a functional post may rise: years, credit points, appraisals, level."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pangkat.conditions import appraised, full_on, in_rank
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 13; since 2023 Peraturan BKN 3/2023."""
    months = version.values["bulan_pangkat"]
    requirements = [
        in_rank(case, months),
        requires(case, "angka_kredit_kurang", "angka_kredit_cukup"),
        *appraised(case, version.values["tahun_baik"]),
    ]
    if version.values["jenjang_dahulu"] and case.told("pangkat_jenjang_berikut") is not False:
        requirements.append(requires(case, "jenjang_belum_naik", "jenjang_sudah_naik"))
    return found(
        **weigh(requirements, met="memenuhi"),
        genap_on=full_on(case, months),
        pasal=version.values["pasal"],
    )
