"""Whether the contract of a PPPK may be extended, and for how long."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Weigh performance, competence, need and consent, then the length of the extension."""
    values = version.values
    requirements = [requires(case, "syarat_kurang", name) for name in values["syarat"]]
    if "persetujuan" in values:
        requirements.append(requires(case, "belum_disetujui", values["persetujuan"]))
    requirements.append(_within_age(case))
    steps = {"pasal": values["pasal"]}
    if "jpt_tahun" in values:
        limited = case.told("jabatan")
        limit = None
        if limited == "jpt_utama_madya" and case.told("mulai_on") is not None:
            limit = last_day(case.mulai_on, values["jpt_tahun"] * 12)
            steps |= {"paling_lama_sampai": limit}
        requirements.append(_within_limit(case, limited, limit))
        requirements.append(requires(case, "tembusan_belum", "tembusan_bkn"))
    return found(**weigh(requirements, met="memenuhi"), **steps)


def _within_age(case: Case) -> Requirement:
    """The relation ends with the age limit of the post (PP 49/2018 Pasal 54 ayat (1))."""
    return requires(
        case,
        "melewati_batas_usia",
        "sampai_on",
        "batas_usia_on",
        test=lambda ends, reached: ends - timedelta(days=1) < reached,
    )


def _within_limit(case: Case, post: str | None, limit: object) -> Requirement:
    """High leaders are extended for five years at most (PP 49/2018 Pasal 37 ayat (5))."""
    if post is None:
        return Requirement("terlalu_lama", ("jabatan",), None)
    if post != "jpt_utama_madya":
        return Requirement("terlalu_lama", (), holds=True)
    return requires(
        case, "terlalu_lama", "mulai_on", "sampai_on", test=lambda _begins, ends: ends <= limit
    )
