"""Whether somebody was hired outside the civil service while that was forbidden."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, look_up, missing_facts, version_on
from pamong.law.rule import Rule
from pamong.law.source import Confidence

_HIRED_WRONGLY = ("ke_jabatan_asn", "sesudah_uu_20_2023", "semasa_larangan", "blud_diperiksa")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for everybody who was hired since the first ban, by the law of that day."""
    first_day = rule.versions[0].period.start
    hired = facts.tenaga_non_asn.filter(_.mulai_on >= first_day, _.mulai_on <= as_of)
    known = hired.mutate(version=version_on(rule, _.mulai_on)).mutate(
        lingkup=look_up(_.version, rule.values_by_version("lingkup"))
    )
    judged = known.mutate(outcome=_outcome(known))
    sure = {version.id: version.confidence.value for version in rule.versions}
    is_found = judged.outcome.isin(_HIRED_WRONGLY)
    articles = rule.values_by_version("pasal_jabatan_asn")
    return judged.mutate(
        subject_id=_.tenaga_id,
        since=ibis.ifelse(is_found, _.mulai_on, None),
        due_on=ibis.null("date"),
        missing=missing_facts(
            jabatan_asn=_.jabatan_asn.isnull()
            & (_.lingkup != "semua_honorer")
            & (_.outcome != "profesional_blud"),
            blud=_.blud.isnull() & (_.outcome != "ke_jabatan_asn"),
        ),
        confidence=ibis.ifelse(
            _.outcome == "profesional_blud",
            Confidence.SECONDARY.value,
            look_up(_.version, sure),
        ),
        diangkat_on=_.mulai_on,
        pasal=ibis.ifelse(
            _.outcome == "ke_jabatan_asn",
            look_up(_.version, articles),
            look_up(_.version, rule.values_by_version("pasal")),
        ),
    )


def _outcome(known: Table) -> Value:
    """Judge by what the law of the day forbade.

    Source: PP 48/2005 Pasal 8; PP 49/2018 Pasal 96; UU 20/2023 Pasal 65 and Pasal 66.
    """
    in_post, out_of_post = holds(known.jabatan_asn), holds(~known.jabatan_asn)
    is_blud, no_blud = holds(known.blud), holds(~known.blud)
    anybody, honorary = known.lingkup == "siapa_pun", known.lingkup == "semua_honorer"
    return ibis.cases(
        (in_post & ~honorary, "ke_jabatan_asn"),
        (anybody & no_blud, "sesudah_uu_20_2023"),
        (anybody, "blud_diperiksa"),
        (no_blud, "semasa_larangan"),
        (is_blud & (honorary | out_of_post), "profesional_blud"),
        else_="tidak_dapat_dinilai",
    )
