"""Whether units may be merged, and which type the merged one may have."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_RANKS = ("c", "b", "a")


def judge(case: Case, version: Version) -> Found:
    """Pasal 54 ayat (2) for the sake of efficiency; Pasal 18, 27, 40, 48 for what is too small."""
    values = version.values
    ground = values["dasar"][case.dasar]
    steps = {"pasal": ground["pasal"]}
    if not case.serumpun:
        return found("bukan_serumpun", **steps)
    if case.dasar == "urusan_kecil":
        most = ground["paling_banyak"][case.unit]
        outcome = "dapat_digabung" if case.banyak_urusan <= most else "terlalu_banyak_urusan"
        return found(outcome, paling_banyak=most, **steps)
    if case.tipe != "c" or not ground["dari"] <= case.nilai_seperseratus <= ground["sampai"]:
        return found("nilai_di_luar_rentang", **steps)
    result = ground["hasil"][case.tipe_pasangan]
    steps |= {"tipe_hasil": result["tipe"], "bidang": result.get("bidang")}
    set_as = case.told("tipe_ditetapkan")
    if set_as is not None and _RANKS.index(set_as) > _RANKS.index(result["tipe"]):
        return found("tipe_terlalu_tinggi", **steps)
    return found("dapat_digabung", **steps)
