"""Whether somebody rises a rank for long service: at death, retirement age, or disablement."""

from __future__ import annotations

from datetime import date

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import months_after
from pamong.regulations.pangkat.conditions import appraised
from pamong.regulations.requirements import Requirement, requires, weigh

_DISABLED = "cacat_karena_dinas"


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 27, also as amended, and 28."""
    cause = case.sebab
    values = version.values
    if cause not in values["berlaku"]:
        return found("sebab_tidak_diatur")
    effect = _effect(case.peristiwa_on, values["berlaku"][cause])
    known = {"berlaku_on": effect, "pasal": values["pasal"][cause]}
    if cause == _DISABLED:
        told = weigh(
            [requires(case, "bukan_cacat_karena_dinas", "dinyatakan_tim")], met="memenuhi"
        )
        return found(**told, **known)
    requirements = [
        requires(case, "masa_kerja_terputus", "terus_menerus"),
        _service(case, values["jenjang"]),
        *appraised(case, values["tahun_baik"]),
        requires(case, "hukuman_disiplin", values["bebas_hukuman"]),
    ]
    return found(**weigh(requirements, met="memenuhi"), **known)


def _service(case: Case, tiers: list[dict[str, int]]) -> Requirement:
    """Require the months in the rank that the years of service ask for."""

    def is_enough(worked: date, since: date, event: date) -> bool:
        return any(
            months_after(worked, 12 * tier["tahun"]) <= event
            and months_after(since, tier["bulan_pangkat"]) <= event
            for tier in tiers
        )

    facts = ("bekerja_sejak_on", "pangkat_sejak_on", "peristiwa_on")
    return requires(case, "masa_kerja_kurang", *facts, test=is_enough)


def _effect(event: date, rule: str) -> date:
    """Return the first day of the promotion: of the event itself, of its month, or a month before.

    Source: PP 99/2000 Pasal 27 ayat (2), also as amended, and 28 ayat (2).
    """
    if rule == "hari_peristiwa":
        return event
    return event.replace(day=1) if rule == "awal_bulan" else months_after(event, -1)
