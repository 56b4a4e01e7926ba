"""Which sanction answers a breach of the code of ethics, and whether it was given as it should."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Ask whose code it is and whether discipline goes before, then for the sanction."""
    if case.status not in version.values["status"]:
        return found("status_tidak_disebut")
    if case.pelanggaran_disiplin:
        return found("diperiksa_sebagai_disiplin")
    if not case.majelis_menyatakan_melanggar:
        return found("tidak_terbukti")
    if not case.sanksi_dijatuhkan:
        return found("menunggu_sanksi")
    flaw = _flaw(case, version)
    return found("sanksi_sah" if flaw is None else "sanksi_cacat", cacat=flaw)


def _flaw(case: Case, version: Version) -> str | None:
    """Return what PP 42/2004 Pasal 15 and 16 ask and the sanction lacks."""
    if not case.tertulis:
        return "tidak_tertulis"
    if not case.menyebut_pelanggaran:
        return "tanpa_jenis_pelanggaran"
    if case.penjatuh not in version.values["penjatuh"]:
        return "penjatuh_tidak_berwenang"
    if case.tindakan_administratif and not case.rekomendasi_majelis:
        return "tanpa_rekomendasi"
    return None
