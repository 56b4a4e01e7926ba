"""Whether a superior who neglected to enforce discipline was punished as the law asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.disiplin.kinds import weight_of


def judge(case: Case, version: Version) -> Found:
    """Judge by the kind of neglect. Source: PP 94/2021 Pasal 24, 28; PP 53/2010 Pasal 21."""
    rule = version.values["aturan"].get(case.kelalaian)
    if rule is None:
        return found("tidak_diatur")
    told = {"ukuran": rule["ukuran"], "pasal": rule["pasal"]}
    if not case.sudah_dihukum:
        return found("wajib_dihukum", since=case.terjadi_on, **told)
    if rule["diperiksa"] and not case.diperiksa:
        return found("tanpa_pemeriksaan", **told)
    if rule["pelanggar"] and not case.pelanggar_dihukum:
        return found("pelanggar_belum_dihukum", **told)
    return found(_measured(case, version, rule), **told)


def _measured(case: Case, version: Version, rule: Mapping[str, Any]) -> str:
    """Measure the penalty of the superior against the one that the offender should have had."""
    if rule["ukuran"] == "bebas":
        return "terpenuhi"
    due = weight_of(case, version, "jenis_seharusnya")
    if rule["ukuran"] == "lebih_berat" and due + 1 == len(version.values["urutan"]):
        return "tidak_ada_yang_lebih_berat"
    given = weight_of(case, version, "jenis_atasan")
    is_met = given == due if rule["ukuran"] == "sama" else given > due
    return "terpenuhi" if is_met else "ukuran_tidak_terpenuhi"
