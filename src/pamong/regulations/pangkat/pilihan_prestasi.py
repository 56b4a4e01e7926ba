"""Whether extraordinary work or an invention lifts somebody a rank."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pangkat.conditions import GOOD, VERY_GOOD, appraised, full_on, in_rank
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 15 and 16; since PP 11/2017 its Pasal 234 and 236, without figures."""
    reason = case.alasan
    asked = version.values["syarat"].get(reason)
    if asked is None:
        return found("alasan_tidak_diatur")
    if "bulan_pangkat" not in asked:
        told = weigh(
            [
                requires(case, asked["tanpa_penetapan"], "dengan_penetapan"),
                requires(case, "tanpa_pertimbangan", "pertimbangan_tim"),
            ],
            met="dapat_dipertimbangkan",
        )
        return found(**told, pasal=asked["pasal"])
    least = VERY_GOOD if asked["penilaian"] == "sangat_baik" else GOOD
    requirements = [
        in_rank(case, asked["bulan_pangkat"]),
        *appraised(case, 1, at_least=least),
        requires(case, asked["tanpa_penetapan"], "dengan_penetapan"),
    ]
    return found(
        **weigh(requirements, met="memenuhi"),
        genap_on=full_on(case, asked["bulan_pangkat"]),
        pasal=asked["pasal"],
    )
