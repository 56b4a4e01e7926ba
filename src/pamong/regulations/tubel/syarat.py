"""Whether the conditions of study leave are met, as far as they are known."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Ask of the age under the circular of 2013, of service and merit under that of 2021."""
    if "usia" in version.values:
        return found("memenuhi_syarat" if _is_young_enough(case, version) else "usia_lewat")
    figures = version.values

    def serves(months: int, needed: bool) -> bool:  # noqa: FBT001  as the case tells it
        return bool(months >= figures["masa_kerja_dibutuhkan" if needed else "masa_kerja_bulan"])

    def remains(left: int, study: int, leaves: bool) -> bool:  # noqa: FBT001
        return bool(left >= figures["kali_sisa"]["meninggalkan" if leaves else "tetap"] * study)

    def performs(years: int, needed: bool) -> bool:  # noqa: FBT001
        return bool(years >= figures["tahun_kinerja_dibutuhkan" if needed else "tahun_kinerja"])

    return found(
        **weigh(
            [
                requires(
                    case,
                    "masa_kerja_kurang",
                    "masa_kerja_bulan",
                    "kebutuhan_instansi",
                    test=serves,
                ),
                requires(
                    case,
                    "sisa_masa_kerja_kurang",
                    "sisa_masa_kerja_bulan",
                    "lama_studi_bulan",
                    "meninggalkan_tugas",
                    test=remains,
                ),
                requires(
                    case,
                    "akreditasi_kurang",
                    "akreditasi",
                    test=figures["akreditasi"].__contains__,
                ),
                requires(
                    case,
                    "kinerja_kurang",
                    "tahun_berkinerja_baik",
                    "kebutuhan_instansi",
                    test=performs,
                ),
                requires(case, "pernah_dihukum", "hukuman_setahun", test=lambda told: not told),
            ],
            met="memenuhi_syarat",
        )
    )


def _is_young_enough(case: Case, version: Version) -> bool:
    """Compare the age with the limit of the level, higher for remote regions and needed posts."""
    over = case.usia - version.values["usia"][case.jenjang]
    if over <= 0:
        return True
    return bool(over <= version.values["usia_tambahan"] and case.daerah_atau_jabatan_khusus)
