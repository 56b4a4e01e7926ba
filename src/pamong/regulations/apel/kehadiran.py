"""What it means that somebody did not come to a muster."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Tell a muster missed from a day of absence. Source: PP 94/2021 Pasal 3 huruf c, e."""
    if case.ikut:
        return found("ikut")
    told = {"pasal": version.values["pasal"]}
    if not case.diwajibkan:
        return found("tidak_diwajibkan")
    if case.keterangan != "tanpa_keterangan":
        return found("ada_keterangan", **told)
    is_at_work = case.masuk_kerja
    return found("tidak_ikut_tanpa_keterangan" if is_at_work else "hari_tidak_masuk_kerja", **told)
