"""Which act governs a case of discipline that reaches over a change of the law."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.disiplin.happenings import happened_before


def judge(case: Case, version: Version) -> Found:
    """Follow the breach through examination, penalty and remedy up to the day of the change.

    Source: PP 94/2021 Pasal 40; PP 53/2010 Pasal 48.
    """
    start, old, new = version.period.start, version.values["lama"], version.values["baru"]
    if case.pelanggaran_on >= start:
        return found("peraturan_baru", pelanggaran=new, proses=new)
    if happened_before(case, "dijatuhkan", start):
        return _imposed(case, version)
    if happened_before(case, "diperiksa", start):
        return found("hasil_pemeriksaan_tetap", pelanggaran=old, proses=new)
    return found("belum_diperiksa", pelanggaran=new, proses=new)


def _imposed(case: Case, version: Version) -> Found:
    """Judge the remedy against a penalty that the act before had imposed."""
    old = version.values["lama"]
    told = {"pelanggaran": old, "proses": old}
    if not happened_before(case, "upaya", version.period.start):
        return found("hukuman_tetap_berlaku", **told)
    clash = version.values.get("upaya_juga")
    if clash is None or happened_before(case, "diputus", clash["sejak"]):
        return found("upaya_peraturan_lama", upaya=old, **told)
    return found("upaya_dua_aturan", upaya=f"{old} dan {clash['peraturan']}", **told)
