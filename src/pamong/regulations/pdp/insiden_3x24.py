"""Whether a failure to protect personal data was told to whom it must be, in time and in full."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME
from pamong.regulations.pdp.jam import IN_ORDER, standing_by_hours
from pamong.regulations.pdp.kewajiban import is_adapting, not_met
from pamong.regulations.pdp.pemicu import first_trigger

_PUBLIC = "masyarakat"


def judge(case: Case, version: Version) -> Found:
    """The subject and the authority within hours (Pasal 46 ayat (1)), the public by ayat (3)."""
    if case.penerima == _PUBLIC:
        return _judge_public(case, version)
    told = _standing(case, version.values["jam"])
    told["pasal"] = version.values["pasal"][case.penerima]
    if told["outcome"] == IN_TIME and not all(getattr(case, n) for n in version.values["isi"]):
        told["outcome"] = "isi_tidak_lengkap"
    if told["outcome"] in IN_ORDER:
        return found(**told)
    return found(**not_met(case, case.penerima, told))


def _standing(case: Case, hours: int) -> dict[str, Any]:
    """Count from the failure; where that is late, from its discovery as well."""
    notice = {"done": "diberitahukan", "is_done": "sudah_diberitahukan"}
    from_failure = standing_by_hours(case, hours, begun="terjadi", **notice)
    if from_failure["outcome"] in IN_ORDER:
        return from_failure
    from_discovery = standing_by_hours(case, hours, begun="diketahui", **notice)
    if from_discovery["outcome"] in IN_ORDER:
        return from_failure | {"outcome": "tergantung_awal_hitungan"}
    return from_discovery


def _judge_public(case: Case, version: Version) -> Found:
    if first_trigger(case, version.values["pemicu_umum"]) is None:
        return found("tidak_perlu_diumumkan")
    if case.sudah_diberitahukan:
        return found("diumumkan")
    return found("masa_penyesuaian" if is_adapting(case) else "belum_diumumkan")
