"""Whether a honorary worker of 2005 could be named a candidate for the civil service."""

from __future__ import annotations

from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.honorer.ages import AgeLimits, age_requirements
from pamong.regulations.months import last_day
from pamong.regulations.requirements import Requirement, requires, weigh

_ON_BUDGET = "belanja_pegawai"


def judge(case: Case, version: Version) -> Found:
    """Weigh what the law of the day asks of the group: K1, K2, a physician or an expert."""
    group = case.kelompok
    if group == "honorer":
        group = "k1" if case.sumber_dana == _ON_BUDGET else "k2"
    steps: dict[str, Any] = {"kategori": group, "pasal": version.values["pasal"].get(group)}
    if group not in version.values["formasi"]:
        return found("belum_diatur", kategori=group)
    parts = {"k1": _honorary, "k2": _honorary, "dokter": _physician, "tenaga_ahli": _expert}
    requirements = [*parts[group](case, version, group), *_formation(case, version, group)]
    return found(**weigh(requirements, met="memenuhi"), **steps)


def _honorary(case: Case, version: Version, group: str) -> list[Requirement]:
    """Appointment, service, age and selection of K1 and K2 (PP 48/2005 Pasal 3 to 6A)."""
    values = version.values
    years = _service_years(case, date.fromisoformat(values["masa_kerja_pada"]))
    told = [requires(case, "bukan_honorer", name) for name in values["syarat"]]
    service = ("mulai_honorer_on",) if years is None else ()
    enough = None if years is None else years >= values["masa_kerja_tahun"]
    told += [Requirement("masa_kerja_kurang", service, enough)]
    told += [requires(case, "masa_kerja_kurang", "terus_menerus")]
    told += age_requirements(case, _age_limits(case, version, years))
    if group == "k2" and "menunggu_k1" in values:
        told.append(requires(case, "k2_menunggu_k1", values["menunggu_k1"]))
    asked = values["seleksi"][group]
    if years is not None and years >= values.get("tanpa_daftar_tahun", years + 1):
        asked = [name for name in asked if name != "daftar_pertanyaan_diisi"]
    return [*told, *(requires(case, "seleksi_belum_selesai", name) for name in asked)]


def _physician(case: Case, version: Version, group: str) -> list[Requirement]:
    """Whatever the service, at most 46, and willing to serve far away (Pasal 5)."""
    oldest = version.values["usia_dokter"]
    return [
        *age_requirements(case, AgeLimits(None, None, oldest, case.diangkat_on, ())),
        requires(case, "tidak_bersedia", "bersedia_terpencil"),
        *(requires(case, "seleksi_belum_selesai", n) for n in version.values["seleksi"][group]),
    ]


def _expert(case: Case, version: Version, group: str) -> list[Requirement]:
    """A year of service on 1 January 2006, at most 46, by decree (Pasal 5 ayat (4) and (5))."""
    values = version.values
    on = date.fromisoformat(values["ahli_pada"])
    return [
        requires(
            case,
            "masa_kerja_kurang",
            "mulai_honorer_on",
            test=lambda begun: last_day(begun, 12 * values["masa_kerja_tahun"]) <= on,
        ),
        *age_requirements(
            case, AgeLimits(None, None, values["usia_dokter"], case.diangkat_on, ())
        ),
        *(requires(case, "seleksi_belum_selesai", n) for n in values["seleksi"][group]),
    ]


def _formation(case: Case, version: Version, group: str) -> list[Requirement]:
    first, last = version.values["formasi"][group]
    return [requires(case, "formasi_ditutup", "formasi_tahun", test=lambda y: first <= y <= last)]


def _service_years(case: Case, on: date) -> int | None:
    """Count the full years of service that end by a day; the day itself is served."""
    begun: date | None = case.told("mulai_honorer_on")
    if begun is None:
        return None
    years = max(on.year - begun.year + 1, 0)
    while years and last_day(begun, 12 * years) > on:
        years -= 1
    return years


def _age_limits(case: Case, version: Version, years: int | None) -> AgeLimits:
    """Return the ages, and the days on which they are looked at.

    PP 48/2005 Pasal 3 ayat (2) and its explanations of 2005, 2007 and 2012.
    """
    usia = version.values["usia"]
    youngest = usia.get("paling_rendah")
    on = date.fromisoformat(usia["pada"]) if "pada" in usia else None
    oldest = usia.get("paling_tinggi")
    missing: tuple[str, ...] = ()
    if "menurut_masa_kerja" in usia:
        steps = usia["menurut_masa_kerja"]
        oldest = next(
            (s["usia"] for s in steps if years is not None and years >= s["tahun"]), None
        )
        missing = ("mulai_honorer_on",)
    oldest_on = on
    if usia["paling_tinggi_pada"] == "pengangkatan":
        oldest_on = case.diangkat_on
    elif usia["paling_tinggi_pada"] == "formasi":
        year = case.told("formasi_tahun")
        oldest_on = None if year is None else date(year + 1, 1, 1)
        missing = ("formasi_tahun",)
    return AgeLimits(youngest, on, oldest, oldest_on, missing)
