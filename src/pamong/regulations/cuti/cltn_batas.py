"""Whether unpaid leave (CLTN) goes beyond its longest term, and what follows when it is over."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    by_version,
    holds,
    look_up,
    missing_facts,
    term_before,
    version_on,
)
from pamong.law.rule import Rule
from pamong.law.source import Confidence
from pamong.regulations.cuti.terms import ONE_DAY, leave_of_pns, limit

#: The terms of the leave were read in both regulations; that of the report was not.
_READ = Confidence.CONFIRMED.value
#: Outcomes that rest on the provision about reporting back, in force when the leave ended.
_REPORTING = (
    *("tidak_melapor", "terlambat_melapor", "belum_diatur"),
    *("menunggu_laporan", "sudah_melapor"),
)


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every unpaid leave that a PNS has begun by the day."""
    leave = leave_of_pns(facts, rule, "cltn", as_of)
    known = leave.mutate(
        kembali=ibis.ifelse(_.kembali_on <= as_of, _.kembali_on, None),
        batas_pertama=limit(rule, leave.mulai, leave.version, "lama_bulan"),
        batas=limit(rule, leave.mulai, leave.version, "lama_bulan", "perpanjangan_bulan"),
    )
    known = _with_report(known.mutate(akhir=ibis.coalesce(_.ends_before, _.kembali)), rule, as_of)
    known = known.mutate(outcome=_outcome(known, as_of))
    return _verdicts(known, rule)


def _with_report(known: Table, rule: Rule, as_of: Value) -> Table:
    """Add whether the leave is over, by which version it is reported, and how the report stands.

    Source: PP 24/1976 Pasal 30 (no term); since 22 December 2017 a month by Peraturan BKN 24/2017.
    """
    known = known.mutate(
        selesai=holds(_.akhir <= as_of) & ~_.berlanjut,
        versi_lapor=version_on(rule, _.akhir - ONE_DAY),
    )
    months = {
        each.id: each.values["lapor_bulan"]
        for each in rule.versions
        if "lapor_bulan" in each.values
    }
    due = ibis.cases(
        *((known.versi_lapor == name, term_before(known.akhir, n)) for name, n in months.items()),
        else_=known.akhir,
    )
    known = known.mutate(lapor_sebelum=due, bertenggat=holds(_.versi_lapor.isin(list(months))))
    knows = [each.id for each in rule.versions if each.values["lapor_diatur"]]
    return known.mutate(
        diatur=holds(_.versi_lapor.isin(knows)), lewat=holds(_.lapor_sebelum <= as_of)
    )


def _outcome(known: Table, as_of: Value) -> Value:
    """Ask for the report where the leave is over, and compare its end with both terms."""
    ended, silent = known.selesai, known.kembali.isnull()
    unreported = ended & silent & known.diatur & known.lewat
    late = ended & known.bertenggat & holds(known.kembali >= known.lapor_sebelum)
    too_long, over = holds(known.akhir > known.batas), known.batas <= as_of
    endless, over_first = known.akhir.isnull(), known.batas_pertama <= as_of
    return ibis.cases(
        (late, "terlambat_melapor"),
        (unreported & known.lengkap, "tidak_melapor"),
        (too_long & over, "melebihi_batas"),
        (too_long, "diberikan_terlalu_lama"),
        (unreported, "tidak_dapat_dinilai"),
        (ended & silent & ~known.diatur, "belum_diatur"),
        (ended & silent, "menunggu_laporan"),
        (ended, "sudah_melapor"),
        (holds(known.akhir > known.batas_pertama), "dalam_perpanjangan"),
        (~endless | ~over_first, "dalam_batas"),
        (known.lengkap & over, "melebihi_batas"),
        (known.lengkap, "perpanjangan_belum_tercatat"),
        else_="tidak_dapat_dinilai",
    )


def _verdicts(known: Table, rule: Rule) -> Table:
    open_ = known.outcome == "tidak_dapat_dinilai"
    unreported = open_ & known.akhir.notnull()
    reporting = known.outcome.isin(_REPORTING) | unreported
    reports_by_day = reporting & known.bertenggat
    sure = {version.id: version.confidence.value for version in rule.versions}
    first = known.outcome == "dalam_batas"
    beyond = ibis.ifelse(first, known.batas_pertama, known.batas) - ONE_DAY
    last_report = ibis.ifelse(reports_by_day, known.lapor_sebelum - ONE_DAY, None)
    return known.mutate(
        subject_id=_.cuti_id,
        since=ibis.cases(
            (_.outcome == "melebihi_batas", _.batas),
            (_.outcome == "perpanjangan_belum_tercatat", _.batas_pertama),
            (_.outcome.isin(["tidak_melapor", "terlambat_melapor"]), _.lapor_sebelum),
        ),
        due_on=ibis.ifelse(reporting, last_report, ibis.ifelse(open_, None, beyond)),
        missing=missing_facts(akhir_cuti=open_ & ~unreported, laporan=unreported),
        version=ibis.ifelse(reporting, _.versi_lapor, _.version),
        confidence=ibis.ifelse(reporting, look_up(_.versi_lapor, sure), _READ),
        hari_terakhir=_.akhir - ONE_DAY,
        hari_terakhir_pertama=_.batas_pertama - ONE_DAY,
        batas_terakhir=_.batas - ONE_DAY,
        batas_lapor=last_report,
        melapor_pada=ibis.ifelse(_.selesai, _.kembali, None),
        pasal=ibis.ifelse(
            reporting,
            by_version(rule, _.versi_lapor, "pasal_lapor"),
            by_version(rule, _.version, "pasal_lama"),
        ),
    )
