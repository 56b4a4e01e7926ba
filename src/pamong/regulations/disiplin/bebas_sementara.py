"""Whether somebody was properly released from duties during an examination."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.disiplin.conditions import first_broken
from pamong.regulations.disiplin.happenings import happened_before


def judge(case: Case, version: Version) -> Found:
    """Judge the release, which runs from the examination to the decision on the penalty.

    Source: PP 94/2021 Pasal 31; PP 53/2010 Pasal 27.
    """
    if case.dibebaskan_on < case.diperiksa_on:
        return found(
            "terlalu_awal",
            since=case.dibebaskan_on,
            due_on=case.diperiksa_on,
            pasal=version.values["pasal_waktu"],
        )
    broken = first_broken(case, version.values["syarat"])
    if broken is not None:
        return found(broken["hasil"], since=case.dibebaskan_on, pasal=broken["pasal"])
    if happened_before(case, "keputusan", case.as_of + timedelta(days=1)):
        return found("berakhir", due_on=case.keputusan_on, pasal=version.values["pasal"])
    return found("sah", pasal=version.values["pasal"])
