"""Whether an assistant of the secretary has the name that the ministry's guideline gives."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Compare with the row of the assistant's number; a type C has two assistants only."""
    if case.tipe in version.values["tipe_dua_asisten"]:
        return found("tipe_c_belum_dilihat")
    rows = [row for row in case.rows("nama") if row["asisten"] == case.asisten]
    if not rows:
        raise case.lack("asisten")
    row, fits = rows[0], case.nama == rows[0]["kode"]
    return found(
        "sesuai" if fits else "nama_berbeda",
        confidence=Confidence(row["keyakinan"]),
        nama_pedoman=row["nama"],
    )
