"""Which body supervises neutrality on a day, and whether a report went there."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

#: Bodies that were, are or will be the supervisor; the others pass a report on.
_SUPERVISORS = {"kasn", "bkn", "lembaga_independen"}


def judge(case: Case, version: Version) -> Found:
    """Compare with the supervisor of the day; the ruling of 2025 gives BKN two more years."""
    limit = version.values.get("lembaga_paling_lambat")
    supervisor = version.values["pengawas"]
    if limit is not None and case.lembaga_independen_bekerja:
        supervisor = "lembaga_independen"
    elif limit is not None and case.as_of > limit:
        return found("masa_mk_lewat", pengawas=supervisor, lembaga_paling_lambat=limit)
    if case.dilaporkan_ke == supervisor:
        outcome = "lembaga_tepat"
    else:
        is_one = case.dilaporkan_ke in _SUPERVISORS
        outcome = "lembaga_tidak_berwenang" if is_one else "diteruskan"
    return found(outcome, pengawas=supervisor, lembaga_paling_lambat=limit)
