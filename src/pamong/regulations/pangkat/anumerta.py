"""Whether the promotion of somebody who died in service was decided in time and by whom."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 22-26: a rank from the day of death, decided before the burial."""
    if not case.dinyatakan_tewas:
        return found("bukan_tewas")
    known = {"berlaku_on": case.tewas_on, "pasal": version.values["pasal"]}
    if case.status == "cpns":
        known["diangkat_on"] = case.tewas_on.replace(day=1)
    decided = case.told("ditetapkan_on")
    if decided is None and case.sudah_ditetapkan:
        raise case.lack("ditetapkan_on")
    if decided is None:
        is_buried = case.dimakamkan_on < case.as_of
        outcome = "lewat_pemakaman" if is_buried else "belum_ditetapkan"
        return found(outcome, due_on=case.dimakamkan_on, **known)
    if decided > case.dimakamkan_on:
        return found("terlambat", since=decided, due_on=case.dimakamkan_on, **known)
    if case.keputusan_sementara:
        return found("sementara", **known)
    return found("tepat_waktu", **known)
