"""Whether a gift was reported in time, whether it counts as a bribe, and who proves it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME, LATE, STILL_TIME, due_on, standing

_OF_A_BRIBE = ("berhubungan_jabatan", "berlawanan_kewajiban")
_THREATS = ("penjara_min_tahun", "penjara_max_tahun", "denda_min_rupiah", "denda_max_rupiah")


def judge(case: Case, version: Version) -> Found:
    """Count from the day of receipt; only what is late asks what kind of gift it was.

    Source: UU 20/2001 Pasal 12B and 12C ayat (2), whose term is for gifts that may be bribes.
    """
    values = version.values
    linked = {name: case.told(name) for name in _OF_A_BRIBE}
    if not values["semua_gratifikasi"] and False in linked.values():
        return found("tidak_wajib")
    due = due_on(case, case.diterima_on, values["hari"], values["satuan"])
    told = standing(case, due, done_on="dilaporkan_on", is_done="sudah_dilaporkan")
    if told["outcome"] in {IN_TIME, STILL_TIME}:
        return found(**told, batas=due)
    if case.dikecualikan:
        return found("tidak_wajib", batas=due)
    unknown = () if False in linked.values() else tuple(n for n in linked if linked[n] is None)
    if unknown and not values["semua_gratifikasi"]:
        raise case.lack(unknown[0])
    counts_as_bribe = all(linked.values())
    if told["outcome"] == LATE:
        told["outcome"] = LATE if counts_as_bribe else "terlambat_dinilai"
    elif counts_as_bribe:
        told |= {"outcome": "dianggap_suap"} | _burden(case, values)
    return found(**({"missing": unknown} | told), batas=due)


def _burden(case: Case, values: Mapping[str, Any]) -> dict[str, Any]:
    """Tell who proves, by the value (UU 20/2001 Pasal 12B ayat (1)), and what is threatened."""
    threshold, worth = values["ambang_rupiah"], case.told("nilai")
    steps = {name: values[name] for name in _THREATS} | {"ambang": threshold}
    if worth is None:
        return steps | {"missing": ("nilai",)}
    return steps | {"pembuktian": "penerima" if worth >= threshold else "penuntut_umum"}
