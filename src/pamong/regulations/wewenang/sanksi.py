"""Which administrative sanction a breach of the act on administration has, and who imposes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """UU 30/2014 Pasal 80 (level), 81 (kinds), 82 (who), 83 (after an examination)."""
    values = version.values
    row = next(row for row in values["tingkat"] if case.ketentuan in row["ketentuan"])
    steps: dict[str, Any] = {"tingkat": row["tingkat"], "pasal": row["pasal"]}
    if row["tingkat"] in values["diperberat"] and case.menimbulkan_kerugian:
        steps = {"tingkat": "berat", "pasal": values["pasal_kerugian"]}
    steps["oleh"] = values["oleh"][case.kedudukan]
    sanction = case.told("sanksi")
    if sanction is None:
        return found(steps["tingkat"], **steps)
    return found(_of_sanction(case, values, steps, sanction), **steps)


def _of_sanction(
    case: Case, values: Mapping[str, Any], steps: Mapping[str, Any], sanction: str
) -> str:
    """Judge what was imposed: its level, who imposed it, and whether it was examined before."""
    level = next(level for level, kinds in values["jenis"].items() if sanction in kinds)
    if level not in values["dapat_dijatuhkan"][steps["tingkat"]]:
        return "tingkat_tidak_sesuai"
    if case.dijatuhkan_oleh != steps["oleh"]:
        return "bukan_yang_berwenang"
    if level in values["sesudah_pemeriksaan"] and not case.sudah_pemeriksaan_internal:
        return "tanpa_pemeriksaan"
    return "dijatuhkan_sesuai"
