"""Whether the holder of a high office may be replaced or moved so soon, or so late."""

from __future__ import annotations

from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import term_before
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Replacing is barred for two years; a move from post to post has rules of its own."""
    way = case.cara
    if way == "penataan_organisasi" and "penataan" in version.values:
        return _reorganised(case, version)
    if way == "mutasi_antar_jpt" and "mutasi" in version.values:
        return _moved(case, version.values["mutasi"], version)
    return _replaced(case, version)


def _replaced(case: Case, version: Version) -> Found:
    """UU 5/2014 Pasal 116; whether the law of 2023 keeps it was not seen: not judged."""
    barred = version.values["larangan"]
    free = term_before(case.dilantik_on, 12 * barred["tahun"])
    steps = {"boleh_sejak": free, "pasal": barred["pasal"]}
    confidence = Confidence(barred["keyakinan"])
    is_sure = confidence is not Confidence.UNCONFIRMED
    if case.diganti_on >= free:
        return found("sudah_dua_tahun", **steps, confidence=confidence if is_sure else None)
    if not is_sure:
        return found("larangan_tidak_ada_lagi", **steps, confidence=confidence)
    if case.jenjang in barred["persetujuan_presiden"]:
        outcome = "dikecualikan" if case.persetujuan_presiden else "belum_dua_tahun"
        return found(outcome, **steps, confidence=confidence)
    reasons = ("melanggar_ketentuan", "tidak_memenuhi_syarat")
    both = [requires(case, "belum_dua_tahun", reason) for reason in reasons]
    return found(**weigh(both, met="dikecualikan"), **steps, confidence=confidence)


def _moved(case: Case, asked: Any, version: Version) -> Found:
    """PP 11/2017 Pasal 131 (into a vacancy of one class) and Pasal 132 (within one agency)."""
    inaugurated, moved = case.dilantik_on, case.diganti_on
    within = case.dalam_satu_instansi
    least = term_before(inaugurated, 12 * asked["paling_singkat"])
    most = term_before(inaugurated, 12 * asked["paling_lama"])
    steps = {
        "boleh_sejak": least,
        "paling_lambat": most,
        "pasal": asked["pasal_satu_instansi" if within else "pasal_antarinstansi"],
    }
    checks = [
        requires(case, "tanpa_uji_kompetensi", "uji_kompetensi"),
        _since(moved, least),
        requires(case, "tidak_sesuai_kompetensi", "sesuai_kompetensi"),
    ]
    if not within:
        checks.append(requires(case, "klasifikasi_berbeda", "satu_klasifikasi"))
    if version.values["kasn"]:
        checks.append(requires(case, "tanpa_koordinasi", "koordinasi_kasn"))
    told = weigh(checks, met="mutasi_memenuhi")
    if told["outcome"] == "mutasi_memenuhi" and moved > most:
        told["outcome"] = "lebih_dari_lima_tahun"
    return found(**told, **steps)


def _since(moved: date, least: date) -> Requirement:
    return Requirement("mutasi_terlalu_dini", (), moved >= least)


def _reorganised(case: Case, version: Version) -> Found:
    """PP 11/2017 Pasal 130: fewer offices, so those in office are tested; no two years count."""
    asked = version.values["penataan"]
    outcome = "penataan_organisasi" if case.uji_kompetensi else "penataan_tanpa_uji"
    return found(outcome, pasal=asked["pasal"])
