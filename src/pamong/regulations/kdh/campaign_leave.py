"""Campaign leave of heads and deputies as recorded, with the end that the calendar knows."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table


def campaign_leave(facts: Facts) -> Table:
    """Give every campaign leave; one recorded without an end ends with the campaign.

    Columns out: jabatan_id, person_id, pemda_id, starts_on, ``cuti_sebelum`` (first day after it;
    null where neither the record nor the calendar of elections knows it)
    """
    calendar = facts.judged("pilkada-kalender").select(
        "penetapan", "kampanye_sebelum", pemda_id="subject_id", tahap="outcome"
    )
    campaign_ends = ibis.ifelse(
        _.tahap.isin(["masa_kampanye", "sesudah_kampanye"])
        & _.starts_on.between(_.penetapan, _.kampanye_sebelum),
        _.kampanye_sebelum,
        None,
    )
    return (
        facts.cuti_pejabat.filter(_.kind == "cuti_kampanye")
        .left_join(calendar, "pemda_id")
        .mutate(cuti_sebelum=ibis.coalesce(_.ends_before, campaign_ends))
        .select("jabatan_id", "person_id", "pemda_id", "starts_on", "cuti_sebelum")
    )
