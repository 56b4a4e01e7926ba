"""What a day of cuti bersama means for the annual leave of a PNS or PPPK."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Look the day up in the decrees of the President; a year without one is not judged."""
    values = version.values
    if not values["status"] or case.status not in values["status"]:
        return found("belum_diatur")
    year = [row for row in case.rows("hari") if row["hari"].year == case.hari_on.year]
    if not year:
        raise case.lack("keppres")
    steps = {"jumlah_setahun": sum(map(_is_sure, year)), "pasal": values["pasal"][case.status]}
    row = next((each for each in year if each["hari"] == case.hari_on), None)
    if row is None:
        return found("bukan_cuti_bersama", **steps)
    steps |= {"nama": row["nama"], "keputusan": row["keputusan"]}
    return found(_outcome(case), confidence=Confidence(row["keyakinan"]), **steps)


def _outcome(case: Case) -> str:
    """Never taken from the annual leave; added to it where the post kept the person at work."""
    if case.dipotong_dari_cuti_tahunan:
        return "tidak_boleh_dipotong"
    return "ditambahkan" if case.tidak_diberikan_karena_jabatan else "cuti_bersama"


def _is_sure(row: Mapping[str, Any]) -> bool:
    return bool(row["keyakinan"] != Confidence.UNCONFIRMED)
