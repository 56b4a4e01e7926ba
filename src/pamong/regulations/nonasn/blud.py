"""Whether a BLUD may hire a professional outside the civil service."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """No post of the civil service for anybody; else by the rules of the BLUD while they stand."""
    values = version.values
    requirements = [
        requires(case, "jabatan_asn", "mengisi_jabatan_asn", test=lambda holds: not holds),
        requires(case, "bukan_blud", "unit_blud"),
        requires(case, "tanpa_aturan", "aturan_kepala_daerah"),
        requires(case, "di_luar_kemampuan", "sesuai_kebutuhan_dan_keuangan"),
    ]
    met = "boleh" if values["selaras"] else "belum_selaras"
    return found(**weigh(requirements, met=met), pasal=values["pasal"])
