"""Whether an open selection for a high office of a region went as the law asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Weigh the steps of a selection; an agency with an approved merit system is exempt."""
    if case.told("terbuka") is False and case.persetujuan_sistem_merit:
        return found("dikecualikan")
    values, office = version.values, case.jabatan
    open_to = values["lingkup"].get(office, values["lingkup"]["lain"])
    chooser, advice = values["pemilih"][office], values["koordinasi"].get(office)
    requirements = [
        requires(case, "tidak_terbuka", "terbuka"),
        requires(case, "lingkup_terlalu_sempit", "lingkup", test=lambda told: told in open_to),
        *_announced(case, values),
        *_panel(case, values),
        requires(
            case,
            "calon_bukan_tiga",
            "jumlah_calon",
            test=lambda names: names == values["jumlah_calon"],
        ),
        *_applicants(case, values),
        requires(case, "bukan_pemilih", "dipilih_oleh", test=lambda who: who == chooser),
    ]
    if advice is not None:
        requirements.append(requires(case, "tanpa_koordinasi", "koordinasi_dilakukan"))
    return found(
        **weigh(requirements, met="memenuhi"),
        hari=_days(case),
        hari_paling_singkat=values.get("hari_pengumuman"),
        pemilih=chooser,
        koordinasi_dengan=advice,
    )


def _announced(case: Case, values: Any) -> list[Requirement]:
    """Pasal 117 ayat (2): days from the announcement to the last day of applications."""
    least: int | None = values.get("hari_pengumuman")
    if least is None:
        return []

    def long_enough(announced: date, closes: date) -> bool:
        return (closes - announced).days >= least

    facts = ("diumumkan_on", "batas_lamaran_on")
    return [requires(case, "pengumuman_terlalu_singkat", *facts, test=long_enough)]


def _panel(case: Case, values: Any) -> list[Requirement]:
    """Pasal 114 ayat (7): an odd number within the range."""
    if "panitia" not in values:
        return []
    least, most = values["panitia"]
    return [
        requires(
            case,
            "panitia_tidak_sesuai",
            "anggota_panitia",
            test=lambda members: members % 2 == 1 and least <= members <= most,
        )
    ]


def _applicants(case: Case, values: Any) -> list[Requirement]:
    """Pasal 118 ayat (2) and Pasal 129: recommended, and not left over from another selection."""
    if not values["syarat_pelamar"]:
        return []
    return [
        requires(case, "tanpa_rekomendasi", "rekomendasi_ppk"),
        requires(
            case, "calon_seleksi_lain", "dari_seleksi_lain", test=lambda is_other: not is_other
        ),
    ]


def _days(case: Case) -> int | None:
    announced, closes = case.told("diumumkan_on"), case.told("batas_lamaran_on")
    return None if announced is None or closes is None else (closes - announced).days
