"""Whether a diploma raises the rank: by adjustment after an exam, or after a study assignment."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pangkat.conditions import appraised, full_on, in_rank
from pamong.regulations.pangkat.reguler_records import PLACES
from pamong.regulations.requirements import requires, weigh

_STUDY = "tugas_belajar"


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 18 (adjustment) and 20 (study assignment), both also as amended."""
    route, diploma = case.jalur, case.ijazah
    row = next((row for row in case.rows("ijazah") if row["ijazah"] == diploma), None)
    if row is None or (route == _STUDY and not row[_STUDY]):
        return found("ijazah_tidak_diatur", pasal=version.values["pasal"][route])
    if PLACES[case.golongan_ruang] >= PLACES[row["menjadi"]]:
        return found("pangkat_sudah_setara", golongan_baru=row["menjadi"])
    months = version.values["bulan_pangkat"]
    requirements = [in_rank(case, months), *appraised(case, version.values["tahun_baik"])]
    if route != _STUDY:
        requirements += [
            requires(case, "tugas_tidak_sesuai", "tugas_sesuai"),
            requires(case, "belum_lulus_ujian", "lulus_ujian"),
        ]
        if case.told("menduduki_fungsional") is not False:
            requirements.append(requires(case, "angka_kredit_kurang", "angka_kredit_cukup"))
    return found(
        **weigh(requirements, met="memenuhi"),
        golongan_baru=row["menjadi"],
        genap_on=full_on(case, months),
        pasal=version.values["pasal"][route],
    )
