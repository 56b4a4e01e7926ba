"""Whether the standard of a public service is set, complete and followed."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.checklist import check, in_words
from pamong.regulations.requirements import Requirement, requires, weigh

_ARTICLES = {
    "komponen_kurang": "Pasal 21",
    "tanpa_masyarakat": "Pasal 20 ayat (2)",
    "tidak_diterapkan": "Pasal 20 ayat (3)",
    "lengkap": "Pasal 20 dan Pasal 21",
}


def judge(case: Case, version: Version) -> Found:
    """Until it is certain that the transition is over, none set is not a breach yet."""
    if not case.ditetapkan:
        if case.clause("uu-25-2009-pasal-60"):
            return found("masa_peralihan", pasal="Pasal 60 ayat (4)")
        return found("belum_ditetapkan", pasal="Pasal 20 ayat (1)")
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
    return found(
        **told,
        ada=len(parts.there),
        kurang=in_words(parts.lacking, words),
        pasal=_ARTICLES.get(told["outcome"]),
    )
