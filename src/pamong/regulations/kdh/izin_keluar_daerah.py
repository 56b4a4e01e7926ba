"""Whether a head of region or deputy may be away from duty and region."""

from __future__ import annotations

from pamong.kernel.period import ONE_DAY
from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_OF_A_PROVINCE = {"gubernur", "wakil_gubernur"}


def judge(case: Case, version: Version) -> Found:
    """Ask abroad or not first: abroad every day counts (UU 23/2014 Pasal 76 ayat (1) huruf i)."""
    if case.luar_negeri:
        if _is_permitted(case, "menteri_dalam_negeri"):
            return found("berizin", pemberi_izin="menteri_dalam_negeri")
        return _unpermitted(case, "luar_negeri_tanpa_izin", "menteri_dalam_negeri", None)

    days = case.working_days_between(case.mulai_on - ONE_DAY, case.sampai_on)
    if days <= version.values["hari"]:
        days += case.hari_lain
        if days <= version.values["hari"]:
            return found("tidak_perlu_izin", hari_kerja=days)
    permits = "menteri_dalam_negeri" if case.jabatan in _OF_A_PROVINCE else "gubernur"
    if case.told("ada_izin") and _is_permitted(case, permits):
        return found("berizin", hari_kerja=days, pemberi_izin=permits)
    if case.pengobatan_mendesak and case.ada_surat_dokter:
        return found("pengobatan", hari_kerja=days)
    _ = case.ada_izin
    return _unpermitted(case, "tanpa_izin", permits, days)


def _is_permitted(case: Case, by_whom: str) -> bool:
    return bool(case.ada_izin and case.izin_dari == by_whom and case.izin_on <= case.mulai_on)


def _unpermitted(case: Case, outcome: str, permits: str, days: int | None) -> Found:
    """Name who sanctions: Pasal 77 ayat (2) and (3)."""
    return found(
        outcome,
        since=case.mulai_on,
        hari_kerja=days,
        pemberi_izin=permits,
        penjatuh_sanksi="presiden" if case.jabatan in _OF_A_PROVINCE else "menteri",
    )
