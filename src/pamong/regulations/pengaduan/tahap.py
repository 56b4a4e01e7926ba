"""Whether a stage of a complaint about a public service was done within its statutory term."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME, STILL_TIME, due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Terms of the act are calendar days; who complains only loses what he did not do in time."""
    term = version.values["tahap"][case.tahap]
    due = due_on(case, case.mulai_on, term["hari"], term["satuan"])
    told = standing(case, due, done_on="selesai_on", is_done="sudah_selesai")
    beyond = term.get("akibat")
    if beyond is not None and told["outcome"] not in {IN_TIME, STILL_TIME}:
        told["outcome"] = beyond
    return found(**told, batas=due, hari=term["hari"], pelaku=term["pelaku"], pasal=term["pasal"])
