"""What follows where a contract employee does not reach the target of the contract."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Dismissal asks for the word of superior and team (PP 49/2018 Pasal 35 ayat (9))."""
    outcome = "tercapai"
    if not case.tercapai_menurut_atasan:
        if not case.tim_sudah_menilai:
            outcome = "menunggu_tim"
        elif not case.tercapai_menurut_tim:
            outcome = "harus_diberhentikan"
    if case.diberhentikan:
        is_due = outcome == "harus_diberhentikan"
        outcome = "sudah_diberhentikan" if is_due else "diberhentikan_tanpa_dasar"
    return found(outcome, pasal=version.values["pasal"])
