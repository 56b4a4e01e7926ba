"""Whether the contract of a PPPK may be extended, and for how long."""

from __future__ import annotations

from datetime import date

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
    steps = {"pasal": values["pasal"]}
    if "batas_usia" in values:
        # The relation ends with the age limit of the post (PP 49/2018 Pasal 54 ayat (1)).
        names = ("sampai_on", values["batas_usia"])
        requirements.append(
            requires(case, "melewati_batas_usia", *names, test=lambda ends, age: ends <= age)
        )
    if "jpt_tahun" in values:
        limit = None
        if case.told("jabatan") == "jpt_utama_madya":
            limit = last_day(case.mulai_on, values["jpt_tahun"] * 12)
            steps |= {"paling_lama_sampai": limit}
        requirements.append(_within_limit(case, limit))
        requirements.append(requires(case, "tembusan_belum", "tembusan_bkn"))
    return found(**weigh(requirements, met="memenuhi"), **steps)


def _within_limit(case: Case, limit: date | None) -> Requirement:
    """High leaders are extended for five years at most (PP 49/2018 Pasal 37 ayat (5))."""
    if limit is None:
        return requires(case, "terlalu_lama", "jabatan", test=lambda _post: True)
    return requires(case, "terlalu_lama", "sampai_on", test=lambda ends: ends <= limit)
