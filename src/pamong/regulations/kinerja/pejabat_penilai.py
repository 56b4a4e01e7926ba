"""Whether an appraisal was made by an official who may make it."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Ask who appraised, at which level, and in whose place.

    Source: PP 46/2011 Pasal 1 angka 8, Pasal 20; PP 30/2019 Pasal 1 angka 8, Pasal 46.
    """
    steps = {"pasal": version.values["pasal"], "paling_rendah": version.values["paling_rendah"]}
    assessor = case.penilai
    if assessor not in version.values["dapat"]:
        return found("tidak_berwenang", **steps)
    if assessor == "atasan_pejabat_penilai" and not case.penilai_berhalangan:
        return found("tidak_berwenang", **steps)
    if assessor == "plt_plh" and not (case.penilai_berhalangan and case.didelegasikan):
        return found("tidak_berwenang", **steps)
    if assessor == "atasan_langsung" and case.jenjang_penilai not in version.values["jenjang"]:
        is_other = case.jenjang_penilai == "bukan_struktural"
        return found("bukan_struktural" if is_other else "jenjang_kurang", **steps)
    return found("berwenang", **steps)
