"""Whether a perda on perangkat daerah was answered in time, and may be promulgated."""

from __future__ import annotations

from typing import Any

from pamong.kernel.period import ONE_DAY
from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on


def judge(case: Case, version: Version) -> Found:
    """Pasal 3 ayat (4)-(8): 15 working days; after them silence is consent."""
    values = version.values
    due = due_on(case, case.diterima_on, values["hari"], values["satuan"])
    told: dict[str, Any] = {"due_on": due, "batas": due}
    told["penyetuju"] = values["penyetuju"][case.daerah]
    answered, promulgated = case.told("dijawab_on"), case.told("diundangkan_on")
    if answered is None and case.as_of > due and case.sudah_dijawab:
        raise case.lack("dijawab_on")
    is_answered = answered is not None and answered <= min(due, case.as_of)
    agreed_on = answered if is_answered else due + ONE_DAY
    is_promulgated = promulgated is not None and promulgated <= case.as_of
    if is_promulgated and promulgated < agreed_on:
        return found("diundangkan_tanpa_persetujuan", since=promulgated, **told)
    if not is_answered:
        return found("menunggu_jawaban" if case.as_of <= due else "dianggap_disetujui", **told)
    if case.jawaban == "disetujui":
        return found("disetujui", **told)
    if not is_promulgated:
        return found("harus_disempurnakan", **told)
    if case.sudah_disempurnakan:
        return found("disempurnakan", **told)
    return found("diundangkan_tanpa_perbaikan", since=promulgated, **told)
