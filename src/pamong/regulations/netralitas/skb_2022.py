"""How the joint decree of 2022 classes an act that is not neutral."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found

#: Acts that are a breach only where they show partiality.
_ONLY_IF_PARTIAL = {"menghadiri_deklarasi_dan_mendukung", "unggah_foto_bersama"}


def judge(case: Case, version: Version) -> Found:  # noqa: ARG001
    """Take the cell of the act for the stage of the candidate; it is as sure as its own source."""
    cells = [row for row in case.rows("sel") if row["perbuatan"] == case.perbuatan]
    if any(cell["tahap"] for cell in cells):
        is_set = case.ditetapkan_on <= case.kejadian_on
        stage = "calon" if is_set else "bakal_calon"
        cells = [cell for cell in cells if cell["tahap"] == stage]
    if not cells:
        return found("tidak_disebut_pada_tahap_ini")
    if case.perbuatan in _ONLY_IF_PARTIAL and not case.ada_keberpihakan:
        return found("tanpa_keberpihakan")
    (cell,) = cells
    return found(
        cell["golongan"],
        since=case.kejadian_on,
        confidence=Confidence(cell["keyakinan"]),
        sel=cell["kode"],
        uraian=cell["uraian"],
        golongan=cell["golongan"],
        **_level(cell),
        dasar=cell["dasar"],
    )


def _level(cell: Mapping[str, Any]) -> dict[str, Any]:
    """Tell the level, apart where no source of it was seen: it is then not to be relied upon."""
    is_sure = cell["yakin"] != Confidence.UNCONFIRMED
    return {"tingkat" if is_sure else "tingkat_belum_dikonfirmasi": cell["tingkat"]}
