"""Whether somebody above was asked before an inspector is moved, dismissed or selected."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """PP 72/2019: Pasal 99A on the panel for an inspector, Pasal 99B on moves and dismissals."""
    act, office = case.tindakan, case.jabatan
    if act == "panitia_seleksi" and office not in version.values["jabatan_panitia"]:
        return found("tidak_disyaratkan")
    adviser = (
        version.values["panitia"]
        if act == "panitia_seleksi"
        else version.values["penggantian"][case.daerah]
    )
    checks = [
        requires(case, "belum_dikonsultasikan", "sudah_konsultasi"),
        requires(
            case, "kepada_pejabat_lain", "konsultasi_dengan", test=lambda who: who == adviser
        ),
        requires(
            case,
            "sesudah_tindakan",
            "konsultasi_on",
            "dilakukan_on",
            test=lambda asked, done: asked <= done,
        ),
        requires(
            case,
            "pada_hari_yang_sama",
            "konsultasi_on",
            "dilakukan_on",
            test=lambda asked, done: asked != done,
        ),
    ]
    if act != "panitia_seleksi":
        checks.append(requires(case, "tidak_tertulis", "tertulis"))
    told = weigh(checks, met="sudah_dikonsultasikan")
    if case.told("sudah_konsultasi") is False:
        told["missing"] = ()
    return found(**told, konsultasi_dengan=adviser)
