"""Whether somebody may apply as a PPPK for a functional post, apart from the age."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Weigh the requirements of Pasal 16 huruf b to h."""
    months = version.values["penjara_bulan"]
    barred = version.values["pemberhentian"]
    requirements = [
        requires(case, "pernah_dipidana", "penjara_bulan", test=lambda told: told < months),
        requires(case, "pernah_diberhentikan", "pemberhentian", test=lambda t: t not in barred),
        requires(case, "berpolitik_praktis", "anggota_partai", test=lambda holds: not holds),
        requires(case, "pendidikan_tidak_sesuai", "pendidikan_sesuai"),
        requires(case, "tidak_sehat", "sehat"),
        requires(case, "syarat_lain_kurang", "syarat_lain_terpenuhi"),
    ]
    if case.told("sertifikat_disyaratkan") is not False:
        asked = requires(case, "sertifikat_kurang", "sertifikat_berlaku")
        if case.told("sertifikat_disyaratkan") is None and asked.holds is not True:
            asked = requires(case, "sertifikat_kurang", "sertifikat_disyaratkan")
        requirements.append(asked)
    if case.told("pemberhentian") in version.values["bertentangan"]:
        requirements.append(Requirement("pemberhentian_diperiksa", (), holds=False))
    return found(**weigh(requirements, met="memenuhi"))
