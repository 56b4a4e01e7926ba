"""Whether unpaid leave (CLTN) may be given to a PNS, for how long, and by whom."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day, months_after


def judge(case: Case, version: Version) -> Found:
    """Judge service and reason, then the length, then approval and decree."""
    values = version.values
    entitled = months_after(case.bekerja_sejak_on, values["masa_kerja_bulan"])
    if case.mulai_on < entitled:
        return found("masa_kerja_kurang", berhak_on=entitled, pasal=values["pasal_hak"])
    if not case.alasan_pribadi_mendesak:
        return found("tanpa_alasan", pasal=values["pasal_hak"])
    return _term(case, version) or _decree(case, version)


def _term(case: Case, version: Version) -> Found | None:
    """Compare the first term with three years, and its prolonging with one more."""
    values = version.values
    end = last_day(case.mulai_on, values["lama_bulan"])
    if case.sampai_on > end:
        since = end + timedelta(1)
        pasal = values["pasal_lama"]
        return found("terlalu_lama", since=since, due_on=end, batas=end, pasal=pasal)
    prolonged = case.told("diperpanjang_sampai_on")
    if prolonged is None:
        return None
    end = last_day(case.sampai_on + timedelta(1), values["perpanjangan_bulan"])
    if prolonged > end:
        since = end + timedelta(1)
        pasal = values["pasal_perpanjangan"]
        return found("terlalu_lama", since=since, due_on=end, batas=end, pasal=pasal)
    if not case.ada_alasan_perpanjangan:
        return found("perpanjangan_tanpa_alasan", pasal=values["pasal_perpanjangan"])
    return None


def _decree(case: Case, version: Version) -> Found:
    """The authority itself decides, after approval by BKN; it may refuse."""
    pasal = version.values["pasal_keputusan"]
    if not case.disetujui_bkn:
        return found("belum_disetujui_bkn", pasal=pasal)
    if not case.ditetapkan_ppk:
        return found("bukan_oleh_ppk", pasal=pasal)
    last = case.told("diperpanjang_sampai_on") or case.sampai_on
    return found("dapat_diberikan", due_on=last, batas=last, pasal=pasal)
