"""Whether several breaches received one penalty only, and the heaviest."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.disiplin.kinds import weight_of


def judge(case: Case, version: Version) -> Found:
    """Judge what is broken for certain first.

    Source: PP 94/2021 Pasal 35 ayat (1), (3); PP 53/2010 Pasal 30 ayat (1), (3).
    """
    if case.told("sudah_pernah_dihukum"):
        return found("hukuman_ganda")
    penalties = case.told("jumlah_hukuman")
    if penalties is not None and penalties != 1:
        return found("lebih_dari_satu" if penalties > 1 else "belum_dihukum")
    given = weight_of(case, version, "jenis_dijatuhkan")
    due = weight_of(case, version, "jenis_seharusnya")
    if given < due:
        return found("bukan_yang_terberat", jenis=case.jenis_seharusnya)
    if given > due:
        return found("melebihi_yang_terberat", jenis=case.jenis_seharusnya)
    for name in ("sudah_pernah_dihukum", "jumlah_hukuman"):
        getattr(case, name)
    return found("satu_yang_terberat", jenis=case.jenis_seharusnya)
