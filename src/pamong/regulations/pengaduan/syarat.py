"""Whether a complaint about a public service says what it must, and was given a receipt."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.checklist import check, in_words
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """A receipt is due whatever is lacking; the rest is for the answer (Pasal 42, 44)."""
    if not case.tanda_terima_diberikan:
        return found("tanpa_tanda_terima", pasal="Pasal 44 ayat (1)")
    words = version.values["isi"]
    parts = check(case, words)
    whole = False if parts.lacking else (None if parts.unknown else True)
    told = weigh(
        [
            requires(case, "bukan_yang_berhak", "dirugikan_atau_kuasa"),
            requires(case, "tidak_tertulis", "tertulis"),
            Requirement("isi_kurang", parts.unknown, whole),
        ],
        met="lengkap",
    )
    return found(
        **told,
        kurang=in_words(parts.lacking, words),
        pasal=version.values["pasal"].get(told["outcome"]),
    )
