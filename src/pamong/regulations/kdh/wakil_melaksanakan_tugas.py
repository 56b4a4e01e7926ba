"""Whether the deputy acts while a head of region is away or gone."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.kernel.capacity import Capacity
from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, look_up, missing_facts, version_on
from pamong.law.rule import Rule
from pamong.regulations.kdh.heads import impeded


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every head's office in which the deputy should act, as far as is known.

    Where there is no deputy, or the deputy is away too, the rule on the secretary judges.
    """
    follows = rule.values_by_version("selanjutnya")
    known = impeded(facts, as_of).filter(_.sejak >= rule.versions[0].period.start)
    known = known.filter(concerns_deputy(known)).mutate(version=version_on(rule, _.sejak))
    known = known.mutate(outcome=_outcome(known)).mutate(
        unclear=(_.outcome == "tidak_dapat_dinilai") & _.tercatat.notnull(),
        selanjutnya=ibis.ifelse(_.keadaan == "lowong", look_up(_.version, follows), None),
    )
    is_uncaused = known.keadaan == "sebab_tidak_tercatat"
    deputy_known = known.unclear & holds(known.ada_wakil)
    return known.mutate(
        subject_id=_.jabatan_id,
        since=ibis.coalesce(_.bertugas_mulai, _.sejak),
        due_on=_.sejak,
        missing=missing_facts(
            pemangku=_.tercatat.isnull(),
            wakil=_.unclear & _.ada_wakil.isnull(),
            sebab=_.unclear & is_uncaused,
            cuti_wakil=deputy_known & ~is_uncaused & _.wakil_cuti.isnull(),
            akhir_cuti=deputy_known & ~is_uncaused & _.wakil_cuti.notnull(),
        ),
    )


def concerns_deputy(known: Table) -> Value:
    """Tell whether the deputy may be the one to act; the secretary's rule has the other rows."""
    cannot = holds(~known.ada_wakil) | holds(known.wakil_cuti)
    left_to_secretary = known.ada_wakil.isnull() & holds(known.tercatat == Capacity.PLH.value)
    return ~cannot & ~left_to_secretary


def _outcome(known: Table) -> Value:
    """Compare who acts with what the law asks.

    Source: UU 23/2014 Pasal 65 ayat (4), Pasal 66 ayat (1) huruf c, Pasal 88.
    """
    is_deputy = holds(known.pelaksana_id == known.wakil_id)
    is_plt = known.tercatat == Capacity.PLT.value
    is_free = holds(known.ada_wakil) & holds(~known.wakil_cuti)
    is_over = (known.keadaan == "cuti") & known.cuti_sebelum.isnull()
    caused = known.keadaan != "sebab_tidak_tercatat"
    return ibis.cases(
        (known.tercatat.isnull(), "tidak_dapat_dinilai"),
        (is_deputy & is_plt, "wakil_bertugas"),
        (is_deputy, "kedudukan_keliru"),
        (
            (known.keadaan == "lowong") & (known.tercatat == Capacity.PJ.value),
            "penjabat_bertugas",
        ),
        (is_free & caused & ~is_over, "orang_lain_bertugas"),
        else_="tidak_dapat_dinilai",
    )
