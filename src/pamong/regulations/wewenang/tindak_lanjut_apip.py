"""What follows the internal auditors' result, and whether a loss was paid back in time."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing

_WITHOUT_LOSS = {
    "tidak_ada_kesalahan": "tidak_ada_kesalahan",
    "kesalahan_administratif": "perbaikan_administrasi",
}


def judge(case: Case, version: Version) -> Found:
    """Only a loss has a term, from the day on which the result was issued (Pasal 20 ayat (4))."""
    if case.hasil_apip in _WITHOUT_LOSS:
        return found(_WITHOUT_LOSS[case.hasil_apip])
    due = due_on(case, case.diterbitkan_on, version.values["hari"], version.values["satuan"])
    told = standing(case, due, done_on="dikembalikan_on", is_done="sudah_dikembalikan")
    return found(**told, batas=due, **_payer(case))


def _payer(case: Case) -> dict[str, Any]:
    """Pasal 20 ayat (5) and ayat (6)."""
    is_abuse = case.told("ada_penyalahgunaan")
    if is_abuse is None:
        return {"missing": ("ada_penyalahgunaan",)}
    if is_abuse:
        return {"penanggung": "pejabat", "pasal": "Pasal 20 ayat (6)"}
    return {"penanggung": "badan", "pasal": "Pasal 20 ayat (5)"}
