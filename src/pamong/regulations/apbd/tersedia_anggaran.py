"""Whether the budget may be charged: money, purpose, and the documents it must rest on."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Before promulgation only an emergency is outside the ban (PP 12/2019 Pasal 124, 141)."""
    articles = version.values["pasal"]
    if not case.apbd_diundangkan:
        outcome = "darurat_sebelum_apbd" if case.keadaan_darurat else "sebelum_apbd"
        return found(outcome, pasal=articles[outcome])
    told = weigh(
        [
            requires(case, "tidak_dianggarkan", "sisa_anggaran", test=lambda left: left > 0),
            requires(case, "tidak_cukup", "nilai", "sisa_anggaran", test=_is_enough),
            requires(case, "tujuan_lain", "tujuan_sesuai"),
            requires(case, "tanpa_dpa", "ada_dpa"),
            _has_spd(case),
        ],
        met="tersedia",
    )
    amount, left = case.told("nilai"), case.told("sisa_anggaran")
    short = None if amount is None or left is None else max(amount - left, 0) or None
    return found(**told, pasal=articles.get(told["outcome"]), kekurangan=short)


def _is_enough(amount: int, left: int) -> bool:
    return amount <= left


def _has_spd(case: Case) -> Requirement:
    """Another document may stand for the SPD, so that both must be known to be absent."""
    facts = ("ada_spd", "ada_dokumen_dipersamakan")
    told = [case.told(name) for name in facts]
    if any(told):
        return Requirement("tanpa_spd", (), holds=True)
    unknown = tuple(name for name, value in zip(facts, told, strict=True) if value is None)
    return Requirement("tanpa_spd", unknown, holds=None if unknown else False)
