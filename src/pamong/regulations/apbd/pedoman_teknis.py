"""Which technical guide to regional finance a document had to follow."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """The guide of the day on which the document was made (PP 12/2019 Pasal 221, 224)."""
    due = version.values["pedoman"]
    if case.pedoman == due:
        return found("pedoman_berlaku", pedoman_yang_berlaku=due)
    is_older = version.values["yang_lain"] == "lama"
    outcome = "pedoman_lama" if is_older else "pedoman_belum_berlaku"
    return found(outcome, pedoman_yang_berlaku=due)
