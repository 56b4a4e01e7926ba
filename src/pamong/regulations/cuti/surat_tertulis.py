"""Whether leave was given in writing before it began, and what a later letter is worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Look for the letter; where it came late, by what the kind of leave allows."""
    values = version.values["pppk" if case.status == "pppk" else "pns"]
    if case.jenis not in values["pasal"]:
        return found("jenis_tidak_ada")
    pasal = values["pasal"][case.jenis]
    shortest = values["cukup_dicatat_hari"]
    if case.jenis == "sakit" and shortest and case.hari_sakit <= shortest:
        return found("cukup_dicatat", pasal=values["pasal_dicatat"])
    given = case.told("surat_on")
    if given is not None and given <= case.as_of:
        return found("mendahului" if given <= case.mulai_on else _late(case), pasal=pasal)
    if given is None and case.ada_surat:
        raise case.lack("surat_on")
    if case.as_of < case.mulai_on:
        return found("belum_mulai", due_on=case.mulai_on, pasal=pasal)
    return _without_letter(case, values, pasal)


def _late(case: Case) -> str:
    """Tell what a letter after the first day is worth: sickness cannot be asked for before."""
    if case.jenis == "sakit":
        return "menyusul_wajar"
    is_provisional = case.jenis == "alasan_penting" and case.ada_izin_sementara
    return "menyusul_wajar" if is_provisional else "menyusul"


def _without_letter(case: Case, values: Mapping[str, Any], pasal: str) -> Found:
    """A provisional permit in writing stands in for the letter, for some kinds of leave."""
    stands_in = case.jenis in values["izin_sementara"] and case.ada_izin_sementara
    outcome = "izin_sementara" if stands_in else "tanpa_surat"
    return found(outcome, since=None if stands_in else case.mulai_on, pasal=pasal)
