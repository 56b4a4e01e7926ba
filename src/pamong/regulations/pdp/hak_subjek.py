"""Whether a data subject has the right that he asks for."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_AUTOMATIC = "keberatan_otomatis"


def judge(case: Case, version: Version) -> Found:
    """Which rights are asked for on record is in Pasal 14, which may be excepted in Pasal 15."""
    right = version.values["hak"][case.hak]
    article = right["pasal"]
    if case.hak == _AUTOMATIC and not _is_automatic(case):
        return found("bukan_keputusan_otomatis", pasal=article)
    if right["dapat_dikecualikan"]:
        excuses = {row["alasan"]: row["pasal"] for row in case.rows("pengecualian")}
        if case.alasan in excuses and case.dasar_undang_undang:
            excuse = excuses[case.alasan]
            return found("dikecualikan", pasal=article, pasal_pengecualian=excuse)
    if right["tercatat"] and not case.permohonan_tercatat:
        return found("belum_tercatat", pasal=article)
    return found("berlaku", pasal=article)


def _is_automatic(case: Case) -> bool:
    names = ("hanya_otomatis", "berakibat")
    return False not in map(case.told, names) and all(getattr(case, name) for name in names)
