"""What follows where unpaid leave (CLTN) has ended: reporting back, and being placed again."""

from __future__ import annotations

from pamong.kernel.period import ONE_DAY
from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day


def judge(case: Case, version: Version) -> Found:
    """Ask first whether the leave is over, then for the report, then for a place."""
    values = version.values
    if case.as_of <= case.berakhir_on:
        return found("masih_cltn", pasal=values["pasal"])
    if not values["diatur"]:
        return found("belum_diatur", pasal=values["pasal"])
    if "batas_bulan" in values:
        return _within_a_month(case, version)
    if not case.sudah_melapor:
        return found("diberhentikan_tidak_melapor", pasal=values["pasal"])
    return _place_until_2017(case, version)


def _place_until_2017(case: Case, version: Version) -> Found:
    """By a vacancy at home, else elsewhere: PP 24/1976 Pasal 31."""
    outcome = (
        "ditempatkan_kembali"
        if case.ada_lowongan
        else "disalurkan"
        if case.dapat_disalurkan
        else "kelebihan"
    )
    return found(outcome, pasal=version.values["pasal_penempatan"])


def _within_a_month(case: Case, version: Version) -> Found:
    """Within a month to report, and within a year after it to be placed somewhere."""
    values = version.values
    due = last_day(case.berakhir_on + ONE_DAY, values["batas_bulan"])
    reported = case.told("melapor_on")
    steps = {"batas_lapor": due, "pasal": values["pasal"]}
    if reported is None:
        if case.as_of <= due:
            return found("menunggu_laporan", due_on=due, **steps)
        if case.sudah_melapor:
            raise case.lack("melapor_on")
    if reported is None or reported > due:
        return found("diberhentikan_tidak_melapor", since=due + ONE_DAY, due_on=due, **steps)
    proposed = last_day(reported + ONE_DAY, values["usul_bulan"])
    placed = last_day(reported + ONE_DAY, values["penempatan_bulan"])
    if case.as_of > placed and not case.sudah_ditempatkan:
        return found("tidak_tersalurkan", since=placed + ONE_DAY, due_on=placed, **steps)
    return found("melapor_tepat_waktu", due_on=proposed, batas_usul=proposed, **steps)
