"""Whether a kabupaten or kota moved school staff while they were to be handed over."""

from __future__ import annotations

from datetime import date

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Bound are all who work at schools that go to the province, until they are handed over."""
    if case.jenjang not in version.values["jenjang"]:
        return found("tidak_berlaku")
    moved = case.mutasi_on
    last = date.fromisoformat(version.values["sampai"])
    handed = case.told("tmt_pengalihan")
    if moved > last or (handed is not None and handed <= moved):
        return found("sesudah_serah_terima")
    return found("selama_serah_terima", since=moved)
