"""Whether a head of region or deputy campaigned in a general election as the rules allow."""

from __future__ import annotations

from pamong.kernel.kalender import YearWithoutDecreeError
from pamong.kernel.period import ONE_DAY
from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on

_SAME_DAY = {
    "dilarang": "hari_sama_dilarang",
    "sekda": "sekda_melaksanakan",
    "tidak_dilihat": "hari_sama_perlu_diperiksa",
}


def judge(case: Case, version: Version) -> Found:
    """Ask who, then facilities, which no leave allows, then the day, then the leave itself."""
    day = case.kampanye_on
    if case.peran not in version.values["peran"][case.jenis_pemilu]:
        return found("tidak_berhak", since=day)
    if case.memakai_fasilitas:
        return found("memakai_fasilitas", since=day)
    if _is_day_off(case):
        return found("hari_libur")
    if not case.ada_cuti:
        return found("tanpa_cuti", since=day)
    share = _share(case, version)
    if share is not None and case.hari_cuti_sepekan > share:
        return found("melebihi_jatah", since=day, jatah=share)
    return _turn_and_deadline(case, version, share)


def _turn_and_deadline(case: Case, version: Version, share: int | None) -> Found:
    if case.pasangan_cuti_hari_sama:
        return found(_SAME_DAY[version.values["hari_sama"]], since=case.kampanye_on, jatah=share)
    received, unit = case.diterima_on, version.values["minta_satuan"]
    days = version.values["minta_hari"]
    if case.peran == "calon_presiden_atau_wakil" and "minta_calon" in version.values:
        days, unit = version.values["minta_calon"], "hari"
    earliest = due_on(case, received, days, unit)
    decide = version.values.get("putus_hari")
    return found(
        "cuti_sah" if earliest <= case.kampanye_on else "permintaan_terlambat",
        jatah=share,
        diterima_paling_lambat=earliest,
        diputus_paling_lambat=decide and due_on(case, received, decide, unit),
    )


def _is_day_off(case: Case) -> bool:
    told = case.told("hari_libur")
    if told is not None:
        return bool(told)
    try:
        return case.working_days_between(case.kampanye_on - ONE_DAY, case.kampanye_on) == 0
    except YearWithoutDecreeError:
        raise case.lack("hari_libur") from None


def _share(case: Case, version: Version) -> int | None:
    """Return the working days a week, by the stage of the campaign (PP 18/2013 Pasal 11)."""
    shares: dict[str, int] = version.values["jatah"]
    is_candidate = case.peran == "calon_presiden_atau_wakil"
    if is_candidate and version.values.get("jatah_calon") is False:
        return None
    if "legislatif_rapat_umum" in shares and case.jenis_pemilu == "legislatif":
        stage = "rapat_umum" if case.rapat_umum_sudah_mulai else "sebelum_rapat_umum"
        return shares[f"legislatif_{stage}"]
    return shares.get(case.jenis_pemilu)
