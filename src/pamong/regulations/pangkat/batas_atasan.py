"""Whether a promotion may lead above the rank of the direct superior."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pangkat.reguler_records import PLACES


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 6 ayat (2), also as amended; dropped by Peraturan BKN 2/2025."""
    if case.jenis != "reguler":
        return found("tidak_terikat", jenis=case.jenis)
    if not version.values["terikat"]:
        return found("tidak_dibatasi_lagi")
    room, above = case.golongan_baru, case.golongan_atasan
    known = {"golongan_baru": room, "golongan_atasan": above}
    if PLACES[room] > PLACES[above]:
        return found("melampaui_atasan", since=case.tmt_on, **known)
    return found("tidak_melampaui", **known)
