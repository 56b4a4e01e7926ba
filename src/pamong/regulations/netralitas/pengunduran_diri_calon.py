"""Whether a civil servant who stands in a regional election resigned, and from when."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.netralitas.month_end import end_of_month


def judge(case: Case, version: Version) -> Found:
    """Count from registration or from the setting of the pairs, as the version says."""
    if case.status == "pppk":
        return found("pppk_tidak_disebut")
    due = case.mendaftar_on if version.values["sejak"] == "mendaftar" else case.ditetapkan_on
    resigned = case.told("mundur_on")
    if case.as_of < due and resigned is None:
        return found("belum_wajib", wajib_sejak=due)
    steps: dict[str, Any] = {"wajib_sejak": due}
    if "akhir_bulan" in version.values:
        steps["berhenti_terhitung"] = end_of_month(case.ditetapkan_on)
        steps["pemberhentian"] = "dengan_hormat"
    if resigned is None:
        return _not_resigned(case, steps)
    if case.ditarik_kembali:
        return found("ditarik_kembali", since=resigned, **steps)
    return found("sudah_mundur" if resigned <= due else "mundur_terlambat", **steps)


def _not_resigned(case: Case, steps: dict[str, Any]) -> Found:
    """Tell both articles of PP 11/2017: Pasal 254 ayat (4) and Pasal 346 ayat (4)."""
    if case.sudah_mundur:
        raise case.lack("mundur_on")
    if "pemberhentian" in steps:
        steps["pemberhentian"] = "bertentangan"
    return found("tidak_mundur", since=steps["wajib_sejak"], **steps)
