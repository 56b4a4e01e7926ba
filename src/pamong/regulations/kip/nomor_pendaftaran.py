"""Whether a request for public information was given its number on receipt."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """At once, save for a request by letter (UU 14/2008 Pasal 22 ayat (4) to (6))."""
    if case.cara in version.values["bersama_informasi"]:
        return found("bersama_informasi")
    due = due_on(case, case.diterima_on, version.values["hari"], "hari")
    return found(**standing(case, due, done_on="nomor_on", is_done="sudah_bernomor"))
