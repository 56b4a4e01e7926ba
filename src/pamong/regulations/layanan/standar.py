"""Whether the standard of a public service is set, complete and followed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import NOT_JUDGED, Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.checklist import check, in_words
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Until it is certain that the transition is over, what is wanting is not a breach yet."""
    articles = version.values["pasal"]
    if not case.ditetapkan:
        return _wanting(case, {"outcome": "belum_ditetapkan"}, articles)
    words = version.values["komponen"]
    parts = check(case, words)
    complete = False if parts.lacking else (None if parts.unknown else True)
    told = weigh(
        [
            Requirement("komponen_kurang", parts.unknown, complete),
            requires(case, "tanpa_masyarakat", "mengikutsertakan_masyarakat"),
            requires(case, "tidak_diterapkan", "diterapkan"),
        ],
        met="lengkap",
    )
    return _wanting(
        case, told, articles, ada=len(parts.there), kurang=in_words(parts.lacking, words)
    )


def _wanting(case: Case, told: dict[str, Any], articles: Mapping[str, str], **steps: Any) -> Found:
    """UU 25/2009 Pasal 60 ayat (4) gives time to make, to set and to follow a standard."""
    if told["outcome"] not in {"lengkap", NOT_JUDGED} and case.clause("uu-25-2009-pasal-60"):
        told = told | {"outcome": "masa_peralihan"}
    return found(**told, **steps, pasal=articles.get(told["outcome"]))
