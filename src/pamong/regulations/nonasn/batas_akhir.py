"""Whether somebody outside the civil service still works beyond the last day that the law left."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, missing_facts
from pamong.law.rule import Rule, Version
from pamong.regulations.nonasn.records import recorded_since

_ONE_DAY = ibis.interval(days=1)
_BEYOND = ("lewat_batas", "lewat_batas_diperiksa")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for everybody who has begun to work, by the law of the day asked for."""
    version = rule.version_on(facts.era)
    begun = facts.tenaga_non_asn.filter(_.mulai_on <= as_of)
    known = recorded_since(begun, facts.tenaga_non_asn_cakupan, "mulai_on", as_of)
    last, hired_before = _days(version)
    judged = known.mutate(outcome=_outcome(known, as_of, last, hired_before))
    is_open = judged.outcome == "lewat_batas_diperiksa"
    return judged.mutate(
        subject_id=_.tenaga_id,
        since=ibis.cases(
            (_.outcome.isin(_BEYOND), ibis.literal(last) + _ONE_DAY),
            (_.outcome == "tanpa_masa_peralihan", _.mulai_on),
        ).cast("date"),
        due_on=ibis.ifelse(_.outcome == "dalam_masa", ibis.literal(last), None),
        missing=missing_facts(
            akhir_kerja=_.outcome == "tidak_dapat_dinilai",
            terdata_bkn=is_open & _.terdata_bkn.isnull(),
            blud=is_open & _.blud.isnull(),
        ),
        version=ibis.literal(version.id),
        bekerja_sejak=_.mulai_on,
        berakhir_on=ibis.ifelse(_.outcome == "berakhir", _.ends_before - _ONE_DAY, None),
        batas=ibis.literal(last),
        pasal=ibis.literal(version.values["pasal"]),
    )


def _days(version: Version) -> tuple[date, date]:
    """Return the last day that is left, and the day before which one was hired to have it."""
    return (
        date.fromisoformat(version.values["batas"]),
        date.fromisoformat(version.values["masuk_sebelum"]),
    )


def _outcome(known: Table, as_of: Value, last: date, hired_before: date) -> Value:
    """Compare the day with the limit; work without an end on record may be over already.

    Source: PP 49/2018 Pasal 99 ayat (1); UU 20/2023 Pasal 66.
    """
    works = known.ends_before.notnull() | known.lengkap_kini
    has_time = known.mulai_on < hired_before
    return ibis.cases(
        (holds(known.ends_before <= as_of), "berakhir"),
        (has_time & (as_of <= last), "dalam_masa"),
        (~works, "tidak_dapat_dinilai"),
        (~has_time, "tanpa_masa_peralihan"),
        (holds(~known.terdata_bkn) & holds(~known.blud), "lewat_batas"),
        else_="lewat_batas_diperiksa",
    )
