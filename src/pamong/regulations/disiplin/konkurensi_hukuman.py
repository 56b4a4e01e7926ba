"""What becomes of a penalty that is still being served when a new one is imposed."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.disiplin.kinds import weight_of


def judge(case: Case, version: Version) -> Found:
    """Compare the two by their weight, where the old one runs still."""
    if case.hukuman_lama not in version.values["berjangka"]:
        return found("tidak_bersamaan")
    if case.lama_sampai_on < case.dijatuhkan_on:
        return found("tidak_bersamaan")
    old = weight_of(case, version, "hukuman_lama")
    new = weight_of(case, version, "hukuman_baru")
    if new == old:
        return found("sama_berat")
    if new > old:
        return found("lama_dianggap_selesai")
    after = case.lama_sampai_on + timedelta(days=1)
    return found("dijalani_sesudah_yang_lama", baru_mulai_on=after)
