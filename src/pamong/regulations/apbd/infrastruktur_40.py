"""Whether a budget gives public-service infrastructure the share that the law asks for."""

from __future__ import annotations

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds
from pamong.law.rule import Rule
from pamong.regulations.apbd.budgets import (
    adjusted,
    budgets,
    contradicts,
    lacking,
    rounded_up,
    share,
    written,
)


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every government; shared revenue and transfers are taken off spending.

    Source: UU 1/2022 Pasal 147 ayat (1) dan ayat (3).
    """
    version = rule.version_on(facts.era)
    known = budgets(facts, as_of)
    spent, base = known.belanja_infrastruktur, known.belanja - known.bagi_hasil_transfer
    known = known.mutate(
        dasar=base,
        bertentangan=contradicts(known, known.belanja, spent, known.bagi_hasil_transfer)
        | holds(base <= 0)
        | holds(spent > base),
    )
    known = known.mutate(rasio=share(spent, base, ~known.bertentangan))
    percent = version.values.get("persen", 0)
    known = adjusted(
        known,
        version,
        as_of,
        # What is taken off only makes the share larger: who reaches it of all spending is safe.
        met=holds(known.belanja_infrastruktur * 100 >= known.dasar * percent)
        | holds(known.belanja_infrastruktur * 100 >= known.belanja * percent),
        failed=holds(known.belanja_infrastruktur * 100 < known.dasar * percent),
        outcomes=("terpenuhi", "di_bawah_batas"),
    )
    short = known.dasar * percent - known.belanja_infrastruktur * 100
    return known.mutate(
        subject_id=known.pemda_id,
        missing=lacking(
            known,
            belanja=known.belanja.isnull(),
            belanja_infrastruktur=known.belanja_infrastruktur.isnull(),
            bagi_hasil_transfer=known.bagi_hasil_transfer.isnull(),
        ),
        persen_rasio=written(known.rasio),
        kekurangan=rounded_up(short, known.gagal),
    )
