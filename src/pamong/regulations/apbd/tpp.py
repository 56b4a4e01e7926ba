"""Whether additional income of civil servants may be paid, and whose consent it needs."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Without the government regulation the ministers take its place (PP 12/2019 Pasal 58)."""
    needs = [
        requires(case, "tanpa_persetujuan_dprd", "persetujuan_dprd"),
        requires(case, "di_luar_kemampuan", "kemampuan_keuangan"),
        requires(case, "tanpa_pertimbangan", "pertimbangan", test=_is_reason),
        requires(case, "tanpa_perkada", "perkada"),
    ]
    if case.told("pertimbangan") == "objektif_lainnya":
        needs.append(requires(case, "tidak_diamanatkan", "diamanatkan"))
    if not case.told("ada_pp"):
        ministers = [
            requires(case, "tanpa_persetujuan_menteri", "persetujuan_menteri"),
            requires(case, "tanpa_pertimbangan_menkeu", "pertimbangan_menkeu"),
        ]
        if case.told("ada_pp") is None and not all(each.holds for each in ministers):
            ministers = [requires(case, "tanpa_persetujuan_menteri", "ada_pp")]
        needs += ministers
    told = weigh(needs, met="dapat_diberikan")
    return found(**told, pasal=version.values["pasal"].get(told["outcome"]))


def _is_reason(reason: str) -> bool:
    return reason != "tidak_ada"
