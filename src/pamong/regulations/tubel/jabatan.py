"""Whether a PNS keeps the post during study leave."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import term_before


def judge(case: Case, version: Version) -> Found:
    """More than six months without any duty end the post (PP 11/2017 Pasal 64, 94, 144)."""
    behind = term_before(case.mulai_on, version.values["bulan"])
    is_longer = case.selesai_on >= behind
    ends = is_longer and case.meninggalkan_tugas
    steps = {
        "enam_bulan_sampai": behind - timedelta(days=1),
        "pasal": version.values["pasal"][case.jabatan],
    }
    if is_longer and not ends and case.jabatan == "pimpinan_tinggi":
        return found("pimpinan_tinggi_diperiksa", **steps)
    if case.sudah_diberhentikan:
        return found("sudah_diberhentikan" if ends else "diberhentikan_tanpa_dasar", **steps)
    return found("harus_diberhentikan" if ends else "tetap_menjabat", **steps)
