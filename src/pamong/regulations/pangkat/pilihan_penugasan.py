"""Promotion of those away from their post: state officials, on study assignment, lent out."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pangkat.conditions import appraised, full_on, in_rank
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 17, 19 and 21 with their explanations."""
    state = case.keadaan
    asked = version.values["syarat"][state]
    if not getattr(case, asked["fakta"]):
        return found(asked["lainnya"], pasal=asked["pasal"])
    months = version.values["bulan_pangkat"]
    requirements = [in_rank(case, months), *appraised(case, asked["tahun_baik"])]
    most = asked.get("kali")
    if most is not None:
        few_enough = requires(case, "sudah_tiga_kali", "sudah_kali", test=lambda n: n < most)
        requirements.append(few_enough)
    if asked.get("dalam_jenjang"):
        requirements.append(requires(case, "melampaui_jenjang", "dalam_jenjang_jabatan"))
    return found(
        **weigh(requirements, met="memenuhi"),
        genap_on=full_on(case, months),
        pasal=asked["pasal"],
    )
