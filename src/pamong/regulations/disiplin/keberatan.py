"""Which remedy is open against a penalty, and whether each actor kept the term."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import LATE, OVERDUE, due_on, standing
from pamong.regulations.disiplin.happenings import happened_before

_FILING = {LATE: "diajukan_terlambat", OVERDUE: "hak_mengajukan_lewat"}


def judge(case: Case, version: Version) -> Found:
    """Find the remedy, then judge the stage that was asked for.

    Source: PP 79/2021 Pasal 3-13; PP 53/2010 Pasal 33-37; PP 24/2011 Pasal 7-9.
    """
    remedy = _remedy(case, version)
    if remedy is None:
        return found("tidak_diatur")
    if remedy == "tidak_ada":
        return found("tidak_ada_upaya", upaya=remedy)
    stages = version.values["tenggat"].get(remedy)
    if stages is None:
        raise case.lack("tenggat_bapek_lama")
    term = stages.get(case.tahap)
    if term is None:
        return found("tahap_tidak_ada", upaya=remedy)
    if case.tahap != "pengajuan" and _lies_between(case, version):
        return found("dua_aturan", upaya=remedy)
    return _within(case, term, remedy)


def _remedy(case: Case, version: Version) -> str | None:
    """Return the first remedy of the act that fits who punished and how."""
    for way in version.values["jalur"]:
        if all(getattr(case, name) in way[name] for name in ("oleh", "jenis") if name in way):
            remedy: str = way["upaya"]
            return remedy
    return None


def _lies_between(case: Case, version: Version) -> bool:
    """Tell whether the remedy was pending when the law changed in August 2021."""
    return any(
        case.mulai_on < day <= case.as_of and not happened_before(case, "dilakukan", day)
        for day in version.values["peralihan"]
    )


def _within(case: Case, term: Mapping[str, Any], remedy: str) -> Found:
    is_filing = case.tahap == "pengajuan"
    start = case.diterima_on if is_filing else case.mulai_on
    due = due_on(case, start, term["hari"], term["satuan"])
    told = standing(case, due, done_on="dilakukan_on", is_done="sudah_dilakukan")
    if is_filing:
        told["outcome"] = _FILING.get(told["outcome"], told["outcome"])
    if term.get("belum_dikonfirmasi"):
        told["confidence"] = Confidence.UNCONFIRMED
    return found(**told, upaya=remedy, batas=due, akibat=term["akibat"], pasal=term["pasal"])
