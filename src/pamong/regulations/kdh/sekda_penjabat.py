"""Whether the work of a secretary of a region is done by whom, and as long as, the law says."""

from __future__ import annotations

from datetime import date
from typing import Any

from pamong.kernel.period import ONE_DAY
from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.kdh.months import months_after

_WAITING = "menunggu_keputusan_pemberhentian_atau_penjabat"


def judge(case: Case, version: Version) -> Found:
    """Ask first which capacity is due, then for consent, fitness and the term."""
    if case.sebab == "cuti_di_luar_tanggungan_negara":
        return found("sebab_perlu_ditelaah")
    is_short = _is_for_plh(case, version)
    if is_short:
        return found("plh_sesuai" if case.kedudukan == "plh" else "seharusnya_plh")
    consents = "menteri_dalam_negeri" if case.tingkat == "provinsi" else "gubernur"
    if case.kedudukan == "plh":
        return found("seharusnya_penjabat", pemberi_persetujuan=consents)
    return _penjabat(case, version, consents)


def _is_for_plh(case: Case, version: Version) -> bool:
    """Source: Perpres 3/2018 Pasal 4; UU 23/2014 alone knows no Plh of the secretary."""
    limit = version.values.get("plh_di_bawah_hari")
    if limit is None or case.sebab == "kosong":
        return False
    return bool(case.sebab == _WAITING or case.hari_kerja_halangan < limit)


def _penjabat(case: Case, version: Version, consents: str) -> Found:
    steps: dict[str, Any] = {"pemberi_persetujuan": consents}
    outcome = "penjabat_sesuai"
    if case.persetujuan != consents:
        answer_due = _answer_due(case, version)
        steps["dijawab_paling_lambat"] = answer_due
        if answer_due is None or case.mulai_on <= answer_due:
            return found("tanpa_persetujuan", since=case.mulai_on, **steps)
        outcome = "dianggap_disetujui"
    requirements = version.values.get(f"syarat_{case.tingkat}")
    steps["syarat"] = requirements
    if requirements is not None and not case.memenuhi_syarat:
        return found("tidak_memenuhi_syarat", since=case.mulai_on, **steps)

    last = _last_day(case, version)
    steps["paling_lama_sampai"] = last
    if case.told("sampai_on") is None and case.as_of <= last:
        return found(outcome, **steps)
    if case.sampai_on > last:
        return found("melewati_masa", since=last + ONE_DAY, **steps)
    return found(outcome, **steps)


def _answer_due(case: Case, version: Version) -> date | None:
    """Return when silence becomes consent: Perpres 3/2018 Pasal 8 ayat (4), for a governor."""
    days = version.values.get("jawab_hari_kerja")
    is_silent = case.persetujuan == "belum_dijawab" and case.tingkat == "kabupaten_kota"
    if days is None or not is_silent:
        return None
    return case.working_day_after(case.usul_diterima_on, days)


def _last_day(case: Case, version: Version) -> date:
    """Source: UU 23/2014 Pasal 214 ayat (3)."""
    kind = "kosong" if case.sebab in {"kosong", _WAITING} else "berhalangan"
    return months_after(case.mulai_on, version.values[f"bulan_{kind}"]) - ONE_DAY
