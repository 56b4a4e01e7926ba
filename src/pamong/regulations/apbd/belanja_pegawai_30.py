"""Whether personnel spending of a budget stays within the share that the law allows."""

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
    """Give one row for every government; teacher allowances through TKD do not count.

    Source: UU 1/2022 Pasal 146 ayat (1) dan ayat (2).
    """
    version = rule.version_on(facts.era)
    known = budgets(facts, as_of)
    known = known.mutate(
        dihitung=known.belanja_pegawai - known.tunjangan_guru_tkd,
        bertentangan=contradicts(
            known, known.belanja, known.belanja_pegawai, known.tunjangan_guru_tkd
        )
        | holds(known.tunjangan_guru_tkd > known.belanja_pegawai),
    )
    is_sound = ~known.bertentangan
    known = known.mutate(
        rasio=share(known.dihitung, known.belanja, is_sound),
        rasio_kotor=share(known.belanja_pegawai, known.belanja, is_sound),
    )
    percent = version.values.get("persen", 0)
    allowed = known.belanja * percent
    known = adjusted(
        known,
        version,
        as_of,
        # Allowances only take away: who is within with them is within without them.
        met=holds(known.dihitung * 100 <= allowed) | holds(known.belanja_pegawai * 100 <= allowed),
        failed=holds(known.dihitung * 100 > allowed),
        outcomes=("dalam_batas", "melampaui"),
    )
    return known.mutate(
        subject_id=known.pemda_id,
        missing=lacking(
            known,
            belanja=known.belanja.isnull(),
            belanja_pegawai=known.belanja_pegawai.isnull(),
            tunjangan_guru_tkd=known.tunjangan_guru_tkd.isnull(),
        ),
        persen_rasio=written(known.rasio),
        persen_kotor=written(known.rasio_kotor),
        kelebihan=rounded_up(known.dihitung * 100 - known.belanja * percent, known.gagal),
    )
