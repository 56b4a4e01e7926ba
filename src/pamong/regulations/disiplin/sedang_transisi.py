"""Which kind of penalty a rung of the middle level has on a day; whether the one given is it."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_RUNGS = ("pertama", "kedua", "ketiga")


def judge(case: Case, version: Version) -> Found:
    """Compare the kind that was imposed with the kinds in force on the day of the decision."""
    rests = _rests_on_old_kinds(case, version)
    kinds = version.values["jenis_peralihan" if rests else "jenis"]
    article = version.values["pasal_peralihan" if rests else "pasal"]
    kind = kinds[_RUNGS.index(case.jenjang)]
    told = {"jenis": kind, "pasal": article}
    given = case.told("jenis_dijatuhkan")
    if given is None:
        return found("jenis_ditentukan", missing=("jenis_dijatuhkan",), **told)
    if given == kind:
        return found("jenis_tepat", **told)
    return found("jenjang_lain" if given in kinds else "jenis_tidak_berlaku", **told)


def _rests_on_old_kinds(case: Case, version: Version) -> bool:
    """Tell whether the kinds of the act before still stand in. Source: PP 94/2021 Pasal 42."""
    if "jenis_peralihan" not in version.values:
        return False
    if case.dijatuhkan_on <= version.values["belum_ada_sampai"]:
        return True
    return not case.pp_gaji_berlaku
