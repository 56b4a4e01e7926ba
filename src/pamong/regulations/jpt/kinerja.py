"""What follows where the holder of a high office does not reach the agreed performance."""

from __future__ import annotations

from datetime import date, timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import term_before


def judge(case: Case, version: Version) -> Found:
    """A year, then six months to improve, then a new test (Pasal 118; PP 11/2017 Pasal 142)."""
    year_over = term_before(case.periode_mulai_on, version.values["bulan_penilaian"])
    known = {"setahun_genap": year_over, "pasal": version.values["pasal"]}
    if case.as_of < year_over:
        return found("dipindahkan_terlalu_dini" if _moved_on(case) else "tahun_berjalan", **known)
    if case.target_tercapai:
        return found("memenuhi", **known)
    if not case.kesempatan_diberikan:
        is_moved = _moved_on(case) is not None
        outcome = "dipindahkan_terlalu_dini" if is_moved else "kesempatan_belum_diberikan"
        return found(outcome, **known)
    over = term_before(case.kesempatan_mulai_on, version.values["bulan_kesempatan"])
    last = over - timedelta(days=1)
    outcome = _after_a_year(case, over)
    due = last if outcome == "dalam_kesempatan" else None
    return found(outcome, due_on=due, **known, kesempatan_terakhir=last)


def _after_a_year(case: Case, over: date) -> str:
    """Tell what follows from the time to improve, which is over on a day."""
    moved = _moved_on(case)
    if moved is not None and moved < over:
        return "dipindahkan_terlalu_dini"
    if case.as_of < over:
        return "dalam_kesempatan"
    if case.membaik:
        return "membaik"
    if case.sudah_uji_ulang:
        return "dapat_dipindahkan"
    return "harus_uji_ulang" if moved is None else "dipindahkan_tanpa_uji"


def _moved_on(case: Case) -> date | None:
    moved: date | None = case.told("dipindahkan_on")
    return moved if moved is not None and moved <= case.as_of else None
