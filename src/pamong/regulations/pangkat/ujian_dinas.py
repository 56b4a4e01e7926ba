"""Whether a promotion asks for the service exam, and whether it was passed or is not needed."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 30 and 32, the latter also as amended."""
    level = version.values["tingkat"].get(case.golongan_ruang)
    if level is None:
        return found("tidak_perlu", golongan_ruang=case.golongan_ruang)
    known = {"tingkat": level["nama"], "menjadi": level["menjadi"]}
    passed = case.told("lulus_ujian_dinas")
    if passed:
        return found("lulus", **known)
    if case.told("jenis") in version.values["jenis_bebas"]:
        return found("dikecualikan", **known)
    if case.told("ijazah") in level["ijazah_bebas"]:
        return found("dikecualikan", **known)
    for name in ("jenis", "ijazah", "lulus_ujian_dinas"):
        if case.told(name) is None:
            raise case.lack(name)
    return found("belum_lulus", **known)
