"""Until which age a professor may stay: 65, or up to 70 where he has achieved much."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import birthday


def judge(case: Case, version: Version) -> Found:
    """Only a professor may be extended, and only one with achievements."""
    values, born = version.values, case.lahir_on
    usual, utmost = birthday(born, values["usia"]), birthday(born, values["usia_diperpanjang"])
    steps: dict[str, Any] = {"biasa_on": usual, "paling_akhir_on": utmost}
    until = case.diminta_sampai_on
    if until <= usual:
        return found("tanpa_perpanjangan", due_on=usual, pasal=values["pasal"], **steps)
    steps["pasal"] = values["pasal_perpanjangan"]
    if until > utmost:
        return found("melewati_batas", due_on=utmost, **steps)
    if not case.profesor:
        return found("bukan_profesor", due_on=usual, **steps)
    if not case.berprestasi:
        return found("belum_berprestasi", due_on=usual, **steps)
    return found("dapat_diperpanjang", due_on=until, **steps)
