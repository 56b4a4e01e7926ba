"""Who may give which leave: the authority itself, its delegate, or for a time the local head."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Tell leave that nobody gives apart, then judge by who gave it."""
    values = version.values["pppk" if case.status == "pppk" else "pns"]
    if case.jenis not in values["jenis"]:
        return found("jenis_tidak_ada", pasal=values["pasal_jenis"])
    if case.jenis == "bersama":
        return found("ditetapkan_presiden", pasal=values["pasal_bersama"])
    givers = {"pejabat_tertinggi_setempat": _by_local_head, "pejabat_lain": _by_another}
    return givers.get(case.pemberi, _by_authority)(case, values)


def _by_authority(case: Case, values: Mapping[str, Any]) -> Found:
    """Judge leave given by the authority or its delegate; unpaid leave needs BKN besides."""
    own, pasal = _is_own_power(case, values)
    if case.pemberi == "penerima_delegasi" and own:
        return found("tidak_dapat_didelegasikan", pasal=pasal)
    if case.jenis == "cltn" and not case.disetujui_bkn:
        return found("belum_disetujui_bkn", pasal=pasal)
    return found("berwenang", pasal=pasal)


def _is_own_power(case: Case, values: Mapping[str, Any]) -> tuple[bool, str]:
    """Tell whether the leave is the authority's own to give, and by which article."""
    if case.jenis == "cltn":
        return True, values["pasal_cltn"]
    may_matter = case.pemberi == "penerima_delegasi" and case.jenis in values["luar_negeri"]
    if not may_matter or not case.di_luar_negeri:
        return False, values["pasal"]
    is_pilgrimage = case.jenis in values["luar_negeri_kecuali_agama"] and case.untuk_agama
    return not is_pilgrimage, values["pasal_luar_negeri"]


def _by_local_head(case: Case, values: Mapping[str, Any]) -> Found:
    """Judge a permit of the highest official of the place, which may be given in urgency only."""
    at_home = case.jenis in values["izin_sementara"]
    abroad = case.jenis in values["izin_sementara_luar_negeri"]
    if not at_home and not (abroad and case.di_luar_negeri):
        return found("tidak_berwenang", pasal=values["pasal"])
    pasal = values["pasal_izin" if at_home else "pasal_izin_luar_negeri"]
    if not case.mendesak:
        return found("tidak_mendesak", pasal=pasal)
    reported = case.diberitahukan
    return found("izin_sementara" if reported else "izin_belum_diberitahukan", pasal=pasal)


def _by_another(case: Case, values: Mapping[str, Any]) -> Found:  # noqa: ARG001  one shape for all
    return found("tidak_berwenang", pasal=values["pasal"])
