"""When a penalty takes effect, and whether it has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on
from pamong.regulations.disiplin.happenings import happened_before


def judge(case: Case, version: Version) -> Found:
    """Tell the day: at once, by the decision on a remedy, or so many days after receipt.

    Source: PP 94/2021 Pasal 38; PP 53/2010 Pasal 43-46.
    """
    values = version.values
    if _at_once(case, values["segera"]):
        return _from(case, case.ditetapkan_on, values["pasal_segera"])
    if case.sudah_upaya:
        return _by_remedy(case, values["pasal_upaya"])
    if values["dari_tanggal_penyampaian"] and not case.hadir_penyampaian:
        return _from(case, _last(case, version, case.penyampaian_on), values["pasal_tidak_hadir"])
    if not happened_before(case, "diterima", case.as_of + timedelta(days=1)):
        return found("belum_diterima", pasal=values["pasal"])
    return _from(case, _last(case, version, case.diterima_on), values["pasal"])


def _last(case: Case, version: Version, start: date) -> date:
    return due_on(case, start, version.values["hari"], version.values["satuan"])


def _at_once(case: Case, groups: list[Mapping[str, Any]]) -> bool:
    """Tell whether the penalty is one of those that take effect with the decision."""
    unknown = None
    for group in groups:
        facts = {name: case.told(name) for name in group}
        if all(told in group[name] for name, told in facts.items() if told is not None):
            absent = [name for name, told in facts.items() if told is None]
            if not absent:
                return True
            unknown = unknown or absent[0]
    if unknown:
        raise case.lack(unknown)
    return False


def _by_remedy(case: Case, article: str) -> Found:
    if not happened_before(case, "putusan_upaya", case.as_of + timedelta(days=1)):
        return found("menunggu_putusan_upaya", pasal=article)
    if case.putusan_upaya == "membatalkan":
        return found("dibatalkan", pasal=article)
    return _from(case, case.putusan_upaya_on, article)


def _from(case: Case, day: date, article: str) -> Found:
    outcome = "sudah_berlaku" if day <= case.as_of else "belum_berlaku"
    return found(outcome, due_on=day, mulai_berlaku=day, pasal=article)
