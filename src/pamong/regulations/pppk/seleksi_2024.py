"""In which stage of the selection of PPPK 2024 somebody could register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pppk.rounds import registration
from pamong.regulations.requirements import Requirement, requires


def judge(case: Case, version: Version) -> Found:
    """The stage goes by the group; only those in the database have a second chance."""
    values = version.values
    group = case.kelompok
    stage = values["tahap"].get(group)
    if stage is None:
        return found("bukan_sasaran")
    told = _register(case, version, stage, _asked(case, values, group))
    if stage == 1 and group in values["susulan"] and told["outcome"] in _TOO_LATE:
        again = _register(case, version, 2, [])
        if again["outcome"] in {"memenuhi", "dapat_melamar"}:
            return found(**(again | {"outcome": "tahap_2_diperiksa"}))
        told = again
    return found(**told)


_TOO_LATE = ("pendaftaran_ditutup", "tidak_mendaftar")


def _asked(case: Case, values: Mapping[str, Any], group: str) -> list[Requirement]:
    """Active staff need two years of service; graduates of teacher training a teacher's post."""
    if group == "non_asn_aktif":
        least = values["masa_kerja_bulan"]
        test = requires(
            case, "masa_kerja_kurang", "masa_kerja_bulan", test=lambda months: months >= least
        )
        return [test, requires(case, "masa_kerja_kurang", "terus_menerus")]
    if group == "lulusan_ppg":
        return [requires(case, "bukan_formasi_guru", "formasi_guru")]
    return []


def _register(
    case: Case, version: Version, stage: int, asked: list[Requirement]
) -> dict[str, Any]:
    opens, closes = (date.fromisoformat(text) for text in version.values["jadwal"][stage - 1])
    told = registration(case, asked, opens=opens, closes=closes)
    return told | {"tahap": stage, "dibuka": opens, "ditutup": closes}
