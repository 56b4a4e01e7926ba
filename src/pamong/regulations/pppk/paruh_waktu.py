"""Whether somebody may be named a part-time PPPK."""

from __future__ import annotations

from dataclasses import replace

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import Requirement, requires, weigh

_NO_VACANCY = "tanpa_lowongan"


def judge(case: Case, version: Version) -> Found:
    """Weigh the database, the selection of 2024, the post and the proposal of the PPK."""
    posts = version.values["jabatan"]
    requirements = [
        _in_database(case),
        _through_selection(case),
        requires(case, "jabatan_tidak_termasuk", "jabatan", test=lambda post: post in posts),
        requires(case, "belum_diusulkan", "diusulkan"),
    ]
    return found(**weigh(requirements, met="memenuhi"))


def _in_database(case: Case) -> Requirement:
    """In BKN's database; who went through PPPK 2024 outside it is for a person to look at."""
    told = requires(case, "tidak_terdata", "terdata_bkn")
    if told.holds is not False:
        return told
    result = case.pppk_2024
    return replace(told, outcome="tidak_terdata_diperiksa") if result == _NO_VACANCY else told


def _through_selection(case: Case) -> Requirement:
    """Failed as CPNS 2024, or went through PPPK 2024 without a vacancy (diktum kelima)."""
    cpns, pppk = case.told("cpns_2024"), case.told("pppk_2024")
    if "lulus" in (cpns, pppk):
        return Requirement("sudah_lulus", (), holds=False)
    if cpns == "tidak_lulus" or pppk == _NO_VACANCY:
        return Requirement("tidak_mengikuti_seleksi", (), holds=True)
    unknown = tuple(n for n, v in (("cpns_2024", cpns), ("pppk_2024", pppk)) if v is None)
    return Requirement("tidak_mengikuti_seleksi", unknown, None if unknown else False)
