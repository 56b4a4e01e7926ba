"""Which type a unit gets from its score, and whether the type that was set is that one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

#: From the lowest; an office of its own begins with type C.
_RANKS = ("tidak_diwadahi", "subbidang_seksi", "bidang", "c", "b", "a")
_OFFICE = "c"
_FLAGS = ("berciri_kepulauan", "perbatasan_darat", "pulau_terluar")


def judge(case: Case, version: Version) -> Found:
    """Multiply the score by the factor, then find the type.

    Where it is not known which factors apply, the type stands if it is the same for all of them.
    """
    low, high, unknown = _factors(case, version)
    told, most = (_result(case, version, factor) for factor in (low, high))
    if told["outcome"] != most["outcome"]:
        raise case.lack(unknown[0])
    return _compared(case, version, told)


def _factors(case: Case, version: Version) -> tuple[int, int, list[str]]:
    """Return the factor in tenths that is certain, the largest possible one, and what is unknown.

    Source: PP 18/2016 Pasal 107 ayat (2)-(4); the region may choose the largest.
    """
    values, region = version.values, case.daerah
    if _is_without_factor(case, values, region):
        return values["faktor_tetap"], values["faktor_tetap"], []
    base = values["faktor_kota"] if region == "kota" else values["faktor_wilayah"][case.wilayah]
    flags = [name for name in _FLAGS if region in values["faktor_ciri"][name]["daerah"]]
    factors = {name: values["faktor_ciri"][name]["faktor"] for name in flags}
    known = [factors[name] for name in flags if case.told(name)]
    unknown = [name for name in flags if case.told(name) is None]
    low = max([base, *known])
    return low, max([low, *(factors[name] for name in unknown)]), unknown


def _is_without_factor(case: Case, values: Mapping[str, Any], region: str) -> bool:
    if case.unit in values["unit_tanpa_faktor"]:
        return True
    return case.unit == "dinas" and region in values["urusan_tanpa_faktor"].get(case.urusan, ())


def _result(case: Case, version: Version, factor: int) -> dict[str, Any]:
    """Find the type of a score in thousandths."""
    score = case.nilai_seperseratus * factor
    steps: dict[str, Any] = {"faktor": _tenths(factor), "nilai_akhir": _thousandths(score)}
    group = version.values["kelompok"][case.unit]
    for row in version.values["tipe"][group]:
        if score > row.get("lebih_dari", -1) * 1000:
            steps |= {"tipe": row["tipe"], "pasal": row["pasal"]}
            break
    outcome = f"tipe_{steps['tipe']}" if len(steps["tipe"]) == 1 else steps["tipe"]
    return _exceptions(case, version, score, steps | {"outcome": outcome})


def _exceptions(case: Case, version: Version, score: int, told: dict[str, Any]) -> dict[str, Any]:
    """Two offices for some fields; an office in any case for others: Pasal 53, 73, 90, 17, 39."""
    values = version.values
    always = _always_a_dinas(case, version)
    if always and score <= always["sampai"]:
        return told | {"outcome": always["hasil"], "tipe": _OFFICE, "pasal": always["pasal"]}
    if case.unit == "dinas" and told["tipe"] == "subbidang_seksi" and case.teknis_nol:
        none = "tidak_diwadahi"
        return told | {"outcome": none, "tipe": none, "pasal": values["pasal_teknis_nol"]}
    field = case.urusan if case.unit == "dinas" and told["tipe"] == "a" else case.unit
    for row in values["dua_unit"]:
        if field in row["urusan"] and row["dari"] <= score <= row.get("sampai", score):
            return told | {"outcome": row["hasil"], "pasal": row["pasal"]}
    return told


def _always_a_dinas(case: Case, version: Version) -> Mapping[str, Any] | None:
    """Return what holds for an affair that always has a dinas: Pasal 53 ayat (3), 17, 39."""
    held: Mapping[str, Mapping[str, Any]] = version.values["tetap_dinas"]
    return held.get(case.urusan) if case.unit == "dinas" else None


def _compared(case: Case, version: Version, told: dict[str, Any]) -> Found:
    """Compare with the type that was set: Pasal 54 lets it be lower, a merger higher."""
    set_as, outcome = case.told("tipe_ditetapkan"), told.pop("outcome")
    if set_as is None or set_as == told["tipe"] or outcome == f"dua_unit_tipe_{set_as}":
        return found(outcome, **told)
    told["ditetapkan"] = set_as
    types = version.values["tipe"][version.values["kelompok"][case.unit]]
    if set_as not in {row["tipe"] for row in types}:
        return found("tipe_tidak_ada", **told)
    by_law, by_decree, office = (_RANKS.index(each) for each in (told["tipe"], set_as, _OFFICE))
    if by_decree > by_law:
        merged = case.unit not in version.values["unit_tanpa_penggabungan"]
        merged = merged and case.hasil_penggabungan
        return found("lebih_tinggi_penggabungan" if merged else "lebih_tinggi", **told)
    if by_decree < office and _always_a_dinas(case, version):
        return found("bukan_dinas", **told)
    if by_decree < office <= by_law:
        return found("diturunkan_dari_dinas", **told)
    return found("diturunkan" if case.terbatas else "diturunkan_tanpa_sebab", **told)


def _tenths(factor: int) -> str:
    whole, tenth = divmod(factor, 10)
    return f"{whole},{tenth}" if tenth else str(whole)


def _thousandths(score: int) -> str:
    whole, rest = divmod(score, 1000)
    return f"{whole},{rest:03}".rstrip("0") if rest else str(whole)
