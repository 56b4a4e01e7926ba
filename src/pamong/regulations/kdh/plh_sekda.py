"""Whether the secretary does the daily work where neither head nor deputy can."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.kernel.capacity import Capacity
from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    by_version,
    holds,
    in_force,
    join_known,
    look_up,
    missing_facts,
    version_on,
)
from pamong.law.rule import Rule
from pamong.regulations.kdh.heads import impeded, tenures_of
from pamong.regulations.kdh.wakil_melaksanakan_tugas import concerns_deputy


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every head's office in which the secretary should do the daily work."""
    bounds = rule.values_by_version("batas_wewenang")
    known = impeded(facts, as_of).filter(_.sejak >= rule.versions[0].period.start)
    known = known.filter(~concerns_deputy(known)).mutate(version=version_on(rule, _.sejak))
    # Until UU 23/2014 only a vacancy was provided for.
    known = known.filter((_.keadaan == "lowong") | by_version(rule, _.version, "saat_berhalangan"))
    known = _with_secretary(known, facts, as_of)
    known = known.mutate(outcome=_outcome(known)).mutate(
        unclear=(_.outcome == "tidak_dapat_dinilai") & _.tercatat.notnull(),
        batas_wewenang=ibis.ifelse(
            _.outcome == "sekda_bertugas", look_up(_.version, bounds), None
        ),
    )
    is_uncaused = known.keadaan == "sebab_tidak_tercatat"
    is_over = (known.keadaan == "cuti") & known.cuti_sebelum.isnull()
    no_deputy_known = known.unclear & known.ada_wakil.isnull()
    is_plh = known.tercatat == Capacity.PLH.value
    return known.mutate(
        subject_id=_.jabatan_id,
        since=ibis.coalesce(_.bertugas_mulai, _.sejak),
        due_on=_.sejak,
        missing=missing_facts(
            pemangku=_.tercatat.isnull(),
            wakil=no_deputy_known,
            sekda=_.unclear & is_plh & ~_.ada_sekda,
            sebab=_.unclear & is_uncaused & ~is_plh,
            akhir_cuti=_.unclear & is_over,
        ),
    )


def _outcome(known: Table) -> Value:
    """Compare who acts with what the law asks.

    Source: UU 23/2014 Pasal 65 ayat (5)-(6); PP 6/2005 Pasal 131 ayat (4).
    """
    is_plh = known.tercatat == Capacity.PLH.value
    is_over = (known.keadaan == "cuti") & known.cuti_sebelum.isnull()
    caused = known.keadaan != "sebab_tidak_tercatat"
    return ibis.cases(
        (known.tercatat.isnull(), "tidak_dapat_dinilai"),
        (
            (known.keadaan == "lowong") & (known.tercatat == Capacity.PJ.value),
            "penjabat_bertugas",
        ),
        (is_plh & known.is_sekda & known.ada_wakil.notnull(), "sekda_bertugas"),
        (is_over | known.ada_wakil.isnull(), "tidak_dapat_dinilai"),
        (is_plh & known.ada_sekda, "bukan_sekda"),
        (is_plh | ~caused, "tidak_dapat_dinilai"),
        (holds(known.pelaksana_id == known.wakil_id), "wakil_juga_cuti"),
        else_="kedudukan_keliru",
    )


def _with_secretary(known: Table, facts: Facts, as_of: Value) -> Table:
    """Add whether a secretary is on record on the day, and whether it is who acts for the head."""
    offices = tenures_of(facts, "sekda")
    secretaries = offices.filter(in_force(offices, as_of)).select("pemda_id", "person_id")
    any_of = secretaries.select("pemda_id", sekda_tercatat=True).distinct()
    acting = (
        known.join(secretaries, "pemda_id")
        .filter(_.pelaksana_id == _.person_id)
        .select("jabatan_id", pelaksana_sekda=True)
        .distinct()
    )
    known = join_known(join_known(known, any_of, "pemda_id"), acting, "jabatan_id")
    return known.mutate(ada_sekda=holds(_.sekda_tercatat), is_sekda=holds(_.pelaksana_sekda))
