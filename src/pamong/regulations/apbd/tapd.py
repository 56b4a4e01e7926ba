"""Whether the team that prepares the budget is led and made up as it must be."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """The Sekda leads; planner and treasurer belong to it (PP 12/2019 Pasal 22)."""
    leaders = version.values["ketua"]
    chair = case.told("ketua")
    needs = [
        Requirement(
            "ketua_bukan_sekda",
            ("ketua",) if chair is None else (),
            holds=None if chair is None else chair in leaders,
        ),
        requires(case, "anggota_kurang", "ada_perencana"),
        requires(case, "anggota_kurang", "ada_ppkd"),
    ]
    told = weigh(needs, met="susunan_sesuai")
    return found(**told, pasal=version.values["pasal"].get(told["outcome"]))
