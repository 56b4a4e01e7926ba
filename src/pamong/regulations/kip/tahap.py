"""What the stages of an objection and of a dispute share: a term, and who is bound by it."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME, STILL_TIME, due_on, standing


def judge_stage(case: Case, version: Version) -> Found:
    """Count the term of the stage from its own first day."""
    term = version.values["tahap"][case.tahap]
    due = due_on(case, case.mulai_on, term["hari"], term["satuan"])
    told = standing(case, due, done_on="selesai_on", is_done="sudah_selesai")
    if term.get("hanya_hak") and told["outcome"] not in {IN_TIME, STILL_TIME}:
        # Who may file breaks nothing by not filing: only his right lapses.
        told["outcome"] = "hak_lewat_waktu"
    told_of = {name: term[name] for name in ("hari", "satuan", "pelaku", "pasal")}
    return found(**told, batas=due, **told_of)
