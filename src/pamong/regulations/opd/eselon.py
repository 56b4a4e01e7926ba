"""Which echelon and level an office of a perangkat daerah has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

Row = Mapping[str, Any]
_CLAUSES = ("pp-18-2016-pasal-121", "pp-72-2019-pasal-121a")


def judge(case: Case, version: Version) -> Found:
    """Find the row of the office; place and class are asked for only where they decide."""
    row = _row(case, version)
    if row is None:
        return found("tidak_diatur")
    recorded = case.told("eselon_tercatat")
    differs = recorded not in (None, row["eselon"])
    return found(
        "eselon_berbeda" if differs else row["jenjang"],
        eselon=row["eselon"],
        jenjang=row["jenjang"],
        fungsional=row["fungsional"],
        pasal=row["sumber"],
        eselon_tercatat=recorded if differs else None,
        penyesuaian_paling_lambat=_adjusted_by(case),
    )


def _row(case: Case, version: Version) -> Row | None:
    region, office = case.daerah, case.jabatan
    listed = [row for name in version.values["daftar"] for row in case.rows(name)]
    rows = [row for row in listed if (row["daerah"], row["jabatan"]) == (region, office)]
    rows = _at_place(rows, case.told("tempat"), version.values["tempat_sendiri"])
    if _levels(rows) > 1 and any(row["tempat"] for row in rows):
        rows = _narrowed(rows, "tempat", case.tempat, open_in="kelas")
    if rows and (_levels(rows) > 1 or all(row["kelas"] for row in rows)):
        rows = _narrowed(rows, "kelas", case.kelas)
    return rows[0] if rows else None


def _at_place(rows: list[Row], place: str | None, own: Sequence[str]) -> list[Row]:
    """Leave out what cannot be meant: some places have rows of their own, and only those."""
    if place is None:
        return rows
    if place in own:
        return [row for row in rows if row["tempat"] == place]
    return [row for row in rows if row["tempat"] not in own]


def _levels(rows: Sequence[Row]) -> int:
    return len({(row["eselon"], row["jenjang"]) for row in rows})


def _narrowed(
    rows: Sequence[Row], column: str, told: str, open_in: str | None = None
) -> list[Row]:
    """Keep the rows that name what was told, and the general ones where those do not settle it."""
    exact = [row for row in rows if row[column] == told]
    general = [row for row in rows if row[column] is None]
    settles = any(open_in is None or row[open_in] is None for row in exact)
    return exact if settles else exact + general


def _adjusted_by(case: Case) -> date | None:
    clauses = [case.clause(name) for name in _CLAUSES]
    days = [
        clause.values["paling_lambat"]
        for clause in clauses
        if clause is not None and case.jabatan in clause.values["jabatan"]
    ]
    return days[0] if days else None
