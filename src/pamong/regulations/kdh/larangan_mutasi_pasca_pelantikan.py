"""Whether a new head replaced officials within six months of the inauguration."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.kdh.consent import consent
from pamong.regulations.kdh.months import months_after

_REPLACEMENTS = {None, "penggantian", "pengisian_kekosongan"}


def judge(case: Case, version: Version) -> Found:
    """Only UU 10/2016 Pasal 162 ayat (3) lets the Minister agree; before, it was forbidden."""
    if case.told("perbuatan") not in _REPLACEMENTS:
        return found("bukan_penggantian")
    decided, start = case.diputuskan_on, case.kepala_dilantik_on
    last = months_after(start, version.values["bulan"])
    if not start <= decided <= last:
        return found("di_luar_enam_bulan", sampai=last)
    _ = case.perbuatan
    if not version.values["dapat_disetujui"]:
        return found("dilarang", since=decided, sampai=last)
    agreed = consent(case, "menteri_dalam_negeri", decided)
    if agreed is not None:
        return found(agreed, sampai=last)
    return found("tanpa_persetujuan", since=decided, sampai=last)
