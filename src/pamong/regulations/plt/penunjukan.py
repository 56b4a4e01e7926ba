"""Whether an acting official was named in the right capacity, at the right level, and only so."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """The act asks for the right capacity (Pasal 14 ayat (2)); BKN's letters ask for the rest."""
    absence, asked = case.berhalangan, version.values
    due = asked["kedudukan"][absence]
    checks = [requires(case, "kedudukan_keliru", "kedudukan", test=lambda told: told == due)]
    if "jenjang" in asked:
        checks += _letters(case, asked)
    if due == "plh" and "hari_kerja_plh" in asked:
        least = asked["hari_kerja_plh"]
        days = "hari_kerja_berhalangan"
        checks.append(requires(case, "belum_perlu_plh", days, test=lambda told: told >= least))
    return found(
        **weigh(checks, met="penunjukan_memenuhi"),
        kedudukan_seharusnya=due,
        hari_kerja_plh=asked.get("hari_kerja_plh") if due == "plh" else None,
    )


def _letters(case: Case, asked: Any) -> list[Requirement]:
    """The same level or one higher, in the own unit, by warrant, keeping one's own office."""
    ladder: list[str] = asked["jenjang"]
    steps_up: int = asked["tingkat_di_atas"]

    def fits(own: str, target: str) -> bool:
        return 0 <= ladder.index(target) - ladder.index(own) <= steps_up

    if case.told("jenjang_sendiri") in (None, *ladder):
        level = requires(case, "jenjang_terlalu_jauh", "jenjang_sendiri", "jenjang", test=fits)
    else:
        level = Requirement("jenjang_perlu_dipastikan", (), holds=False)
    return [
        level,
        requires(case, "di_luar_unit", "satu_unit"),
        requires(case, "tidak_perlu_dilantik", "dilantik", test=lambda told: not told),
        requires(
            case,
            "jabatan_sendiri_dilepas",
            "dibebaskan_dari_jabatan",
            test=lambda told: not told,
        ),
        requires(case, "tanpa_surat_perintah", "surat_perintah"),
    ]
