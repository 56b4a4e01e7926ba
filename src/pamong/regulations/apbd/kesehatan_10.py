"""Whether a budget gives health its share, for as long as the law prescribed one."""

from __future__ import annotations

import ibis

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds
from pamong.law.rule import Rule, Version
from pamong.regulations.apbd.budgets import (
    UNPRESCRIBED,
    budgets,
    contradicts,
    lacking,
    rounded_up,
    share,
    short_since,
    written,
)


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every government; without a prescribed share nothing is to be met.

    Source: UU 36/2009 Pasal 171 ayat (2) dan ayat (3); UU 17/2023 Pasal 409.
    """
    version = rule.version_on(facts.era)
    known = budgets(facts, as_of)
    known = known.mutate(
        bertentangan=contradicts(known, known.belanja, known.kesehatan)
        | holds(known.kesehatan_publik < 0)
        | holds(known.kesehatan_publik > known.kesehatan)
    )
    known = known.mutate(
        outcome=_outcome(known, version),
        rasio=share(known.kesehatan, known.belanja, ~known.bertentangan),
        rasio_publik=share(known.kesehatan_publik, known.kesehatan, ~known.bertentangan),
    )
    is_short = known.outcome.isin(["di_bawah_10_persen", "pelayanan_publik_kurang"])
    short = known.belanja * version.values.get("persen", 0) - known.kesehatan * 100
    return known.mutate(
        subject_id=known.pemda_id,
        since=short_since(rule, as_of, is_short),
        due_on=ibis.null("date"),
        missing=lacking(
            known,
            belanja=known.belanja.isnull(),
            kesehatan=known.kesehatan.isnull(),
            kesehatan_publik=known.kesehatan_publik.isnull(),
        ),
        version=ibis.literal(version.id),
        persen_rasio=written(known.rasio),
        kekurangan=rounded_up(short, is_short & holds(short > 0)),
    )


def _outcome(known: Table, version: Version) -> Value:
    """Compare with both figures; too little for public service weighs more than the share."""
    if "persen" not in version.values:
        return ibis.literal(UNPRESCRIBED)
    asked, public = known.belanja * version.values["persen"], version.values["pelayanan_publik"]
    given = known.kesehatan_publik * public["penyebut"]
    due = known.kesehatan * public["pembilang"]
    return ibis.cases(
        (known.bertentangan, "tidak_dapat_dinilai"),
        (holds(given < due), "pelayanan_publik_kurang"),
        (holds((given >= due) & (known.kesehatan * 100 < asked)), "di_bawah_10_persen"),
        (holds((given >= due) & (known.kesehatan * 100 >= asked)), "terpenuhi"),
        else_="tidak_dapat_dinilai",
    )
