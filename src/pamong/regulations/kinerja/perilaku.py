"""Whether the aspects of conduct that were rated are those of the law of the time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_LEADERSHIP = "kepemimpinan"


def judge(case: Case, version: Version) -> Found:
    """Ask of leadership by the post, or since 2022 of the seven values.

    Source: PP 46/2011 Pasal 12; PP 30/2019 Pasal 25; SE MenPANRB 20/2021.
    """
    article = version.values["pasal"]
    if "berakhlak" in version.values:
        values = ", ".join(row["nilai"] for row in case.rows("berakhlak"))
        is_whole = case.banyak_nilai == version.values["berakhlak"]
        outcome = "berakhlak_lengkap" if is_whole else "berakhlak_tidak_lengkap"
        return found(outcome, aspek=values, pasal=article)
    asks = _asks_leadership(case, version)
    aspects = [name for name in version.values["aspek"] if asks or name != _LEADERSHIP]
    if case.kepemimpinan_dinilai == asks:
        outcome = "aspek_sesuai"
    else:
        outcome = "kepemimpinan_terlewat" if asks else "kepemimpinan_berlebih"
    return found(outcome, aspek=", ".join(aspects), pasal=article)


def _asks_leadership(case: Case, version: Version) -> bool:
    if case.jabatan == "fungsional" and "fungsional" in version.values:
        return bool(case.fungsional_memerlukan)
    return case.jabatan in version.values["kepemimpinan"]
