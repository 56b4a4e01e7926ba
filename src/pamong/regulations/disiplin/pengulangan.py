"""Whether a breach that was repeated is punished more heavily than the last time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.disiplin.kinds import weight, weight_of


def judge(case: Case, version: Version) -> Found:
    """Compare the kinds. Source: PP 94/2021 Pasal 35 ayat (2); PP 53/2010 Pasal 30 ayat (2)."""
    if not case.sifat_sama:
        return found("sifat_tidak_sama")
    order = version.values["urutan"]
    last = weight(version, case.hukuman_terakhir)
    if last is None:
        return found("tidak_sebanding")
    if last + 1 == len(order):
        return found("tidak_ada_yang_lebih_berat")
    lightest = order[last + 1][0]
    if case.told("hukuman_baru") is None:
        return found("belum_dijatuhkan", missing=("hukuman_baru",), paling_ringan=lightest)
    is_heavier = weight_of(case, version, "hukuman_baru") > last
    return found("lebih_berat" if is_heavier else "tidak_lebih_berat", paling_ringan=lightest)
