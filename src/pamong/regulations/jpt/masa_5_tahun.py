"""How long a high office may be held, and whether it was prolonged as the law asks."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import term_before
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Count five years; beyond them the approval and its reasons must be there (Pasal 133)."""
    start = max(case.dilantik_on, version.values["paling_awal"])
    over = term_before(start, 12 * version.values["tahun"])
    known = {
        "mulai_dihitung": start,
        "hari_terakhir": over - timedelta(days=1),
        "pasal": version.values["pasal"],
    }
    if case.as_of < over:
        return found("dalam_masa", due_on=known["hari_terakhir"], **known)
    if not case.persetujuan_ppk:
        return found("melewati_masa", since=over, **known)
    reasons = ("kinerja_tercapai", "kompetensi_sesuai", "dibutuhkan_instansi")
    requirements = [requires(case, "perpanjangan_tanpa_alasan", reason) for reason in reasons]
    return found(**weigh(requirements, met="diperpanjang"), **known)
