"""What a score of performance is called, by the method of its time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

#: Scores come in hundredths and are weighed in millionths, so that nothing is rounded.
_FINE = 10_000


def judge(case: Case, version: Version) -> Found:
    """Weigh the plan and the conduct, and find the band.

    Source: PP 46/2011 Pasal 13 ayat (3), Pasal 15, Pasal 17; PP 30/2019 Pasal 29 ayat (6),
    Pasal 39, Pasal 41.
    """
    if "pita" not in version.values:
        return found("memakai_kuadran")
    steps = _weighed(case, version)
    if any(not 0 <= score <= most for score, most in steps.pop("batas")):
        return found("di_luar_rentang", pasal=version.values["pasal_batas"])
    total = steps.pop("jumlah")
    steps |= {"nilai": _written(total), "pasal": version.values["pasal"]}
    name = _band(case, version, total)
    if name is None:
        return found("di_antara_sebutan", **steps)
    told = case.told("sebutan_tercatat")
    if told is not None and told != name:
        return found("sebutan_tidak_cocok", sebutan=name, tercatat=told, **steps)
    return found(name, sebutan=name, **steps)


def _weighed(case: Case, version: Version) -> dict[str, Any]:
    """Return the score in millionths, what had to stay within a limit, and the steps."""
    final, most = case.told("nilai_akhir_perseratus"), version.values["tertinggi"]
    if final is not None:
        return {"jumlah": final * _FINE, "batas": [(final, most["akhir"])]}
    plan, conduct = case.nilai_skp_perseratus, case.nilai_perilaku_perseratus
    limits = [(plan, plan), (conduct, most["perilaku"])]
    weights: Mapping[str, int] = version.values["bobot"]
    seen = min(plan, most["skp"])
    fine_conduct = conduct * 100
    if "bobot_dengan_rekan" in version.values and case.menilai_rekan:
        weights = version.values["bobot_dengan_rekan"]
        peers = case.nilai_rekan_perseratus
        limits.append((peers, most["perilaku"]))
        fine_conduct = weights["penilai"] * conduct + weights["rekan"] * peers
    total = 100 * weights["skp"] * seen + weights["perilaku"] * fine_conduct
    return {
        "jumlah": total,
        "batas": limits,
        "nilai_skp": _written(seen * _FINE),
        "nilai_perilaku": _written(fine_conduct * 100),
        "bobot_skp": weights["skp"],
        "bobot_perilaku": weights["perilaku"],
    }


def _band(case: Case, version: Version, total: int) -> str | None:
    """Return the name of the band; ``None`` for a score that lies between two of them."""
    for band in version.values["pita"]:
        is_within = band["dari"] * _FINE <= total <= band["sampai"] * _FINE
        if is_within and (not band.get("dengan_ide_baru") or case.ide_baru):
            return str(band["sebutan"])
    return None


def _written(score: int) -> str:
    """Write millionths as people do: 83340000 is 83,34."""
    whole, rest = divmod(score, 1_000_000)
    fraction = f"{rest:06d}".rstrip("0")
    return f"{whole},{fraction}" if fraction else str(whole)
