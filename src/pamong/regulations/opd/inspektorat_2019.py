"""Whether an inspectorate may act without an order, and to whom it reports signs of abuse."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 11, 33; since 2019 Pasal 11B, 11C (province), 33A, 33B (kabupaten/kota)."""
    return _begins(case, version) if case.hal == "memulai" else _reports(case, version)


def _begins(case: Case, version: Version) -> Found:
    row = version.values["memulai"][case.daerah]
    steps = {"penugasan_oleh": row["oleh"], "pasal": row["pasal"]}
    if case.ada_penugasan:
        return found("atas_penugasan", **steps)
    without = version.values["tanpa_penugasan"].get(case.daerah)
    if without is not None and case.ada_potensi:
        done = "tanpa_menunggu_penugasan" if case.dilaksanakan else "wajib_dilaksanakan"
        return found(done, **steps | {"pasal": without})
    return found("tanpa_penugasan" if case.dilaksanakan else "menunggu_penugasan", **steps)


def _reports(case: Case, version: Version) -> Found:
    if not case.ada_indikasi:
        return found("tidak_ada_indikasi")
    row = version.values["melapor"].get(case.daerah)
    if row is None:
        return found("belum_diwajibkan")
    steps = {"lapor_kepada": row["kepada"], "pasal": row["pasal"]}
    told = case.dilaporkan_kepada
    if told == row["kepada"]:
        return found("dilaporkan", **steps)
    return found("tidak_dilaporkan" if told == "tidak" else "dilaporkan_ke_lain", **steps)
