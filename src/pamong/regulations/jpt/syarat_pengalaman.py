"""Whether a civil servant has the diploma, the years and the posts that a high office asks for."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh

_MONTHS = 12


def judge(case: Case, version: Version) -> Found:
    """Weigh the requirements of the level, those of Pasal 107 huruf a, b or c."""
    level = case.jenjang
    asked = version.values["syarat"][level]
    years, post_years = asked["pengalaman_tahun"], asked["jabatan_tahun"]
    requirements = [
        requires(
            case,
            "pendidikan_kurang",
            "pendidikan",
            test=lambda diploma: diploma in version.values["pendidikan"],
        ),
        requires(
            case,
            "pengalaman_kurang",
            "pengalaman_bulan",
            test=lambda months: months >= years * _MONTHS,
        ),
        requires(
            case, "jabatan_tidak_sesuai", "jabatan", test=lambda post: post in asked["jabatan"]
        ),
        requires(
            case,
            "jabatan_belum_cukup_lama",
            "jabatan_bulan",
            test=lambda months: months >= post_years * _MONTHS,
        ),
        requires(case, "syarat_lain_kurang", "kompetensi_sesuai"),
        requires(case, "syarat_lain_kurang", "rekam_jejak_baik"),
        requires(case, "syarat_lain_kurang", "sehat"),
    ]
    return found(
        **weigh(requirements, met="memenuhi"),
        jenjang=level,
        pengalaman_tahun=years,
        jabatan_tahun=post_years,
        pasal=asked["pasal"],
    )
