"""Whether the holder of a structural post may rise, by where his rank stands in its range."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import months_after
from pamong.regulations.pangkat.conditions import appraised, full_on, in_rank, long_since
from pamong.regulations.pangkat.periods import next_period
from pamong.regulations.pangkat.reguler_records import PLACES
from pamong.regulations.requirements import weigh


def judge(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 10-12 and 34, the latter two as amended: one below the range, or within."""
    rank = PLACES[case.golongan_ruang]
    below = PLACES[case.golongan_terendah] - rank
    if below > 1:
        return found("jauh_di_bawah_jenjang", selisih=below)
    if below == 1:
        asked = version.values["di_bawah"]
        is_by_period = "periode_sesudah_pelantikan" in asked
        return _after_swearing_in(case, version) if is_by_period else _below(case, asked)
    if rank >= PLACES[case.golongan_tertinggi]:
        return found("jenjang_tertinggi", pasal=version.values["tertinggi_pasal"])
    return _within(case, version.values["di_dalam"])


def _after_swearing_in(case: Case, version: Version) -> Found:
    """PP 99/2000 Pasal 12 ayat (2), and 36 for who held the post when it entered into force."""
    sworn_in = max(case.jabatan_sejak_on, version.period.start)
    due = next_period(sworn_in, strictly=True)
    outcome = "memenuhi" if case.tmt_on >= due else "sebelum_periode_pelantikan"
    return found(outcome, due_on=due, pasal=version.values["di_bawah"]["pasal"])


def _below(case: Case, asked: dict[str, Any]) -> Found:
    months = asked["bulan_pangkat"]
    requirements = [in_rank(case, months), *appraised(case, asked["tahun_baik"])]
    enough = asked["bulan_tanpa_masa_jabatan"]
    since = case.told("pangkat_sejak_on")
    if since is not None and months_after(since, enough) <= case.tmt_on:
        # Seen in secondary sources only: four years in the rank make up for the year in the post.
        told = weigh(requirements, met="memenuhi")
        return found(**told, confidence=Confidence.SECONDARY, pasal=asked["pasal_tanpa"])
    post = long_since(case, "masa_jabatan_kurang", "jabatan_sejak_on", asked["bulan_jabatan"])
    told = weigh([*requirements, post], met="memenuhi")
    return found(**told, genap_on=full_on(case, months), pasal=asked["pasal"])


def _within(case: Case, asked: dict[str, Any]) -> Found:
    requirements = [in_rank(case, asked["bulan_pangkat"]), *appraised(case, asked["tahun_baik"])]
    return found(
        **weigh(requirements, met="memenuhi"),
        confidence=Confidence(asked["keyakinan"]),
        genap_on=full_on(case, asked["bulan_pangkat"]),
        pasal=asked["pasal"],
    )
