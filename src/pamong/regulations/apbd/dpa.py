"""Whether each stage in making a document of execution (DPA) was done in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Validation has no term of its own, but needs the secretary's consent first (Pasal 133)."""
    if case.tahap == "pengesahan":
        return _validated(case, version)
    term = version.values["tahap"][case.tahap]
    due = due_on(case, case.mulai_on, term["hari"], term["satuan"])
    told = standing(case, due, done_on="selesai_on", is_done="sudah_selesai")
    return found(**told, batas=due, hari=term["hari"], pelaku=term["pelaku"], pasal=term["pasal"])


def _validated(case: Case, version: Version) -> Found:
    who = version.values["pengesahan"]
    if case.disahkan_oleh != who["pejabat"]:
        outcome = "bukan_ppkd"
    else:
        outcome = "disahkan" if case.disetujui_sekda else "tanpa_persetujuan_sekda"
    return found(outcome, pelaku=who["pelaku"], pasal=who["pasal"])
