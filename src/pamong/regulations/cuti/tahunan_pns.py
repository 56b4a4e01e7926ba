"""How many working days of annual leave a PNS has, and whether a request stays within them."""

from __future__ import annotations

from collections.abc import Iterator

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.cuti.common import judge_journey
from pamong.regulations.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Ask for a full year of service first, then for what takes the right away, then count."""
    values = version.values
    entitled = months_after(case.bekerja_sejak_on, values["masa_kerja_bulan"])
    if case.mulai_on < entitled:
        return found("belum_berhak", berhak_on=entitled, pasal=values["pasal_hak"])
    if not values["guru_berhak"] and case.guru_dosen_berlibur:
        return found("guru_dosen", berhak_on=entitled, pasal=values["pasal_guru"])
    if case.cuti_besar_tahun_ini:
        return found("hapus_karena_cuti_besar", pasal=values["pasal_cuti_besar"])
    asked = case.told("hari_diminta")
    if asked is not None and asked < values["paling_sedikit"]:
        return found("terlalu_sedikit", paling_sedikit=values["paling_sedikit"], diminta=asked)
    return judge_journey(case, version) or _count(case, version, asked)


def _count(case: Case, version: Version, asked: int | None) -> Found:
    """Compare with what is left; what lies further back is asked for only where it decides."""
    whole, used = version.values["hari"], case.terpakai_tahun_ini
    outcome, right = "hak_tersedia" if asked is None else "melebihi_hak", whole
    for right in _rights(case, version):
        if asked is not None and asked <= right - used:
            outcome = "sesuai_hak"
            break
    return found(
        outcome,
        pasal=version.values["pasal_hak"],
        diminta=asked,
        seluruhnya=right,
        bawaan=(right - whole) or None,
        sisa=right - used,
    )


def _rights(case: Case, version: Version) -> Iterator[int]:
    """Yield the days of the year, each time with what one more fact about it may add.

    Unused for as many years in a row as the law asks, or postponed for urgent service, up to
    another whole year's leave may be carried over; otherwise no more than six days.
    """
    values = version.values
    whole, most = values["hari"], values["paling_lama_bawaan"] - values["hari"]
    yield whole
    left = whole - case.terpakai_tahun_lalu if _had_right(case, version, 1) else 0
    carried = min(max(left, 0), most)
    yield whole + carried
    if left > most:
        utmost = values["paling_lama_utuh"] - whole
        untouched = left == whole and _untouched(case, version)
        carried = utmost if untouched else max(carried, min(case.ditangguhkan_hari, left, utmost))
        yield whole + carried
    if values["ada_cuti_bersama"]:
        yield whole + carried + case.cuti_bersama_tidak_diberikan


def _untouched(case: Case, version: Version) -> bool:
    """Tell whether no day was taken in the years before last that the law asks for."""
    years = {"terpakai_dua_tahun_lalu": 2, "terpakai_tiga_tahun_lalu": 3}
    return all(
        _had_right(case, version, back) and getattr(case, name) == 0
        for name, back in years.items()
        if back <= version.values["tahun_utuh"]
    )


def _had_right(case: Case, version: Version, years_back: int) -> bool:
    """Tell whether the leave of an earlier year had arisen in that year."""
    entitled = months_after(case.bekerja_sejak_on, version.values["masa_kerja_bulan"])
    return bool(entitled.year <= case.mulai_on.year - years_back)
