"""Whether a budget gives education its share, with and without the salaries of teachers."""

from __future__ import annotations

import ibis

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds
from pamong.law.rule import Rule
from pamong.regulations.apbd.budgets import (
    budgets,
    contradicts,
    lacking,
    rounded_up,
    share,
    short_since,
    written,
)


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every government; both readings are shown, the version says which counts.

    Source: UU 20/2003 Pasal 49 ayat (1); Putusan MK 24/PUU-V/2007.
    """
    version = rule.version_on(facts.era)
    percent, counts_salaries = version.values["persen"], version.values["gaji_dihitung"]
    known = budgets(facts, as_of)
    both = known.pendidikan + known.gaji_pendidik
    known = known.mutate(
        dengan_gaji=both,
        bertentangan=contradicts(known, known.belanja, known.pendidikan, known.gaji_pendidik)
        | holds(both > known.belanja),
    )
    asked = known.belanja * percent
    if counts_salaries:
        counted = known.dengan_gaji
        beyond_text = [
            (holds(counted * 100 >= asked), "terpenuhi_dengan_gaji"),
            (holds(counted * 100 < asked), "di_bawah_batas"),
        ]
    else:
        counted = known.pendidikan
        beyond_text = [(holds(counted * 100 < asked), "belum_mencapai")]
    outcome = ibis.cases(
        (known.bertentangan, "tidak_dapat_dinilai"),
        (holds(known.pendidikan * 100 >= asked), "terpenuhi"),
        *beyond_text,
        else_="tidak_dapat_dinilai",
    )
    is_short = outcome.isin(["di_bawah_batas", "belum_mencapai"])
    known = known.mutate(
        outcome=outcome,
        since=short_since(rule, as_of, is_short),
        rasio=share(known.pendidikan, known.belanja, ~known.bertentangan),
        rasio_dengan_gaji=share(known.dengan_gaji, known.belanja, ~known.bertentangan),
        kekurangan=rounded_up(asked - counted * 100, is_short),
    )
    return known.mutate(
        subject_id=known.pemda_id,
        due_on=ibis.null("date"),
        missing=lacking(
            known,
            belanja=known.belanja.isnull(),
            pendidikan=known.pendidikan.isnull(),
            gaji_pendidik=known.gaji_pendidik.isnull(),
        ),
        version=ibis.literal(version.id),
        persen_rasio=written(known.rasio),
        persen_dengan_gaji=written(known.rasio_dengan_gaji),
    )
