"""Whether somebody who serves the state filed the yearly wealth report, in the right form."""

from __future__ import annotations

from datetime import date

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME, LATE, standing


def judge(case: Case, version: Version) -> Found:
    """Ask for the LHKPN of who must file one, and for the paper of the time of the rest."""
    year = case.chosen_on.year
    due = date.fromisoformat(f"{year + 1}-{version.values['sampai']}")
    form = "lhkpn" if case.wajib_lhkpn else version.values["selain_lhkpn"]
    told = standing(case, due, done_on="disampaikan_on", is_done="sudah_disampaikan")
    if told["outcome"] in {IN_TIME, LATE} and case.bentuk != form:
        told = {"outcome": "bentuk_keliru", "due_on": due}
    audited = [row["sampai"] for row in case.rows("laporan_apip") if row["tahun"] == year]
    return found(**told, bentuk_wajib=form, batas=due, apip_sampai=next(iter(audited), None))
