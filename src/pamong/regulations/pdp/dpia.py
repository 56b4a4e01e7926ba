"""Whether the impact of processing must be assessed, and whether it was."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pdp.kewajiban import is_adapting
from pamong.regulations.pdp.pemicu import first_trigger


def judge(case: Case, version: Version) -> Found:
    """One kind of high risk is enough (UU 27/2022 Pasal 34 ayat (2))."""
    trigger = first_trigger(case, version.values["pemicu"])
    if trigger is None:
        return found("tidak_wajib")
    articles = {row["pemicu"]: row["pasal"] for row in case.rows("risiko_tinggi")}
    steps = {"pemicu": trigger, "pasal": articles[trigger]}
    if case.sudah_dinilai:
        return found("sudah_dinilai", **steps)
    return found("masa_penyesuaian" if is_adapting(case) else "belum_dinilai", **steps)
