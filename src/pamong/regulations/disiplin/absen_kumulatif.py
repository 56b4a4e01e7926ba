"""How many working days of absence without a valid reason, and which rung they reach, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, first_gaps, holds, look_up, missing_facts
from pamong.law.rule import Rule, Version

_SEDANG = "disiplin-sedang-transisi"
#: Ranks of the version in force on the day lie above those of the one before it.
_NEWER = 100
_NO_UNIT = -1
_ONE_DAY = ibis.interval(days=1)


@dataclass(frozen=True, slots=True)
class _Rung:
    days: int
    outcome: str
    article: str
    needs_jabatan: bool
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class _Ladder:
    """The rungs of one version, the lightest first; level 0 is below the first."""

    version: Version
    rungs: tuple[_Rung, ...]

    def level(self, days: Value) -> Value:
        """Return the highest level that so many days reach."""
        levels = [(days >= rung.days, level) for level, rung in enumerate(self.rungs, 1)]
        return ibis.cases(*reversed(levels), else_=0)

    def next_rung(self, days: Value) -> Value:
        """Return the days of the next rung above; null on the highest."""
        return ibis.cases(
            *((days < rung.days, ibis.literal(rung.days, "int64")) for rung in self.rungs)
        )

    def tell(self, level: Value, attribute: str, type_: str) -> Value:
        """Return what the rung of each level says; null on level 0."""
        words = {level: getattr(rung, attribute) for level, rung in enumerate(self.rungs, 1)}
        return look_up(level, words, type_)


@dataclass(frozen=True, slots=True)
class _Law:
    """The ladder in force on the day and, where it began in the same year, what was before it."""

    ladder: _Ladder
    before: _Ladder | None
    changed_on: date | None
    sedang_checked_on: date


def judge(facts: Facts, rule: Rule, as_of: date) -> Table:
    """Give one row for every PNS and CPNS: the highest rung reached in the year of the day."""
    law = _law_on(rule, as_of)
    absences = _absences(facts, as_of)
    pns = facts.pegawai.filter(_.status.isin(["pns", "cpns"])).mutate(
        unit=ibis.coalesce(_.unit_id, _NO_UNIT)
    )
    known = pns
    for more in (_totals(absences), _highest_rungs(absences, law, facts)):
        known = known.left_join(more, "pegawai_id").drop("pegawai_id_right")
    known = _with_coverage(known, facts, law, as_of).mutate(
        hari_absen=ibis.coalesce(_.hari_absen, 0),
        hari_belum_pasti=ibis.coalesce(_.hari_belum_pasti, 0),
        hari_bukan_kerja=ibis.coalesce(_.hari_bukan_kerja, 0),
        rank=ibis.coalesce(_.rank, _NEWER),
    )
    return _verdicts(known.mutate(is_old=_.rank < _NEWER, level=_.rank % _NEWER), law, as_of)


def _law_on(rule: Rule, as_of: date) -> _Law:
    """Choose the ladder of the day; a change within the same year keeps the one before in view."""
    current = rule.version_on(as_of)
    earlier = {later.id: each for each, later in pairwise(rule.versions)}
    changed_on = current.period.start if current.period.start.year == as_of.year else None
    before = earlier.get(current.id) if changed_on else None
    return _Law(
        ladder=_ladder(rule, current, as_of),
        before=None if before is None else _ladder(rule, before, as_of),
        changed_on=changed_on,
        sedang_checked_on=rule.transitional[_SEDANG].checked_on,
    )


def _ladder(rule: Rule, version: Version, as_of: date) -> _Ladder:
    """Read the rungs; sedang keeps the kinds of PP 53/2010. Source: PP 94/2021 Pasal 42."""
    clause = rule.transitional[_SEDANG]
    replaces = clause.values["replaces"] if as_of in clause.period else {}
    return _Ladder(
        version, tuple(_rungs(version.values["rungs"], replaces, clause.values["article"]))
    )


def _rungs(
    rows: Iterable[Mapping[str, Any]], replaces: Mapping[str, str], article: str
) -> Iterable[_Rung]:
    for row in rows:
        outcome = row["outcome"]
        yield _Rung(
            days=row["days"],
            outcome=replaces.get(outcome, outcome),
            article=row["article"] + (article if outcome in replaces else ""),
            needs_jabatan=row.get("jabatan", False),
            is_provisional=outcome in replaces,
        )


def _absences(facts: Facts, as_of: date) -> Table:
    """Give every day of the year up to the day on which somebody was absent, judged by itself.

    Columns out: pegawai_id, hari, ``counts`` true, false, or null where it is not known, and why
    it is not: ``tanpa_kalender``, ``tanpa_pekan``, ``tanpa_putusan``; ``bukan_kerja``.
    """
    days = (
        facts.presensi.filter(_.hari >= date(as_of.year, 1, 1), _.hari <= as_of)
        .group_by("pegawai_id", "hari")
        .agg(alasan_sah=_.alasan_sah.any())
        .filter(_.alasan_sah.isnull() | ~_.alasan_sah)
    )
    calendar = facts.kalender.select("lima_hari", "enam_hari", tanggal="hari")
    workdays = days.join(
        facts.pegawai.select("pegawai_id", "pekan_kerja"), "pegawai_id"
    ).left_join(calendar, _.hari == calendar.tanggal)
    works = ibis.cases(
        (_.lima_hari == _.enam_hari, _.lima_hari),
        (_.pekan_kerja == "lima_hari", _.lima_hari),
        (_.pekan_kerja == "enam_hari", _.enam_hari),
    )
    return workdays.mutate(works=works).select(
        "pegawai_id",
        "hari",
        counts=_.works & ~_.alasan_sah,
        bukan_kerja=holds(~_.works),
        tanpa_kalender=_.lima_hari.isnull(),
        tanpa_pekan=_.works.isnull() & _.lima_hari.notnull(),
        tanpa_putusan=_.alasan_sah.isnull(),
    )


def _totals(absences: Table) -> Table:
    return absences.group_by("pegawai_id").agg(
        hari_absen=holds(_.counts).sum(),
        hari_belum_pasti=_.counts.isnull().sum(),
        hari_bukan_kerja=_.bukan_kerja.sum(),
        tanpa_kalender=_.tanpa_kalender.any(),
        tanpa_pekan=_.tanpa_pekan.any(),
        tanpa_putusan=(_.counts.isnull() & _.tanpa_putusan).any(),
    )


def _highest_rungs(absences: Table, law: _Law, facts: Facts) -> Table:
    """Give the highest rung of each employee and the day on which it was reached.

    Source: PP 94/2021 Pasal 15 ayat (1); PP 53/2010 Pasal 14: days are added up to the end of the
    year, and those already punished stay in the total.
    """
    running = ibis.window(group_by="pegawai_id", order_by="hari")
    counted = absences.filter(_.counts).select("pegawai_id", "hari")
    numbered = counted.mutate(number=ibis.row_number().over(running) + 1)
    rungs = (
        _ranked(numbered, law, facts)
        .group_by("pegawai_id", "rank")
        .agg(
            reached_on=_.reached_on.min(),
            hari_akhir=_.hari.max(),
            diperiksa_sampai=_.diperiksa_sampai.max(),
        )
    )
    return rungs.group_by("pegawai_id").agg(
        since=_.reached_on.argmax(_.rank),
        rank=_.rank.max(),
        hari_akhir=_.hari_akhir.max(),
        diperiksa_sampai=_.diperiksa_sampai.max(),
    )


def _ranked(numbered: Table, law: _Law, facts: Facts) -> Table:
    """Rank each day by the ladder that applies to it, and say from when its rung counts.

    Source: PP 94/2021 Pasal 40 ayat (3)-(4); PP 53/2010 Pasal 48 ayat (3)-(4): what was examined
    before the change keeps its result, all else is judged by the new act.
    TAFSIR: a rung that only the new act knows is reached on its first day at the earliest; days
    already examined stay in its total. To be confirmed by BKN.
    """
    if law.changed_on is None:
        return numbered.mutate(
            rank=law.ladder.level(_.number) + _NEWER,
            reached_on=_.hari,
            diperiksa_sampai=ibis.null("date"),
        )
    examined = (
        facts.pemeriksaan_disiplin.filter(_.diperiksa_on < law.changed_on)
        .group_by("pegawai_id")
        .agg(diperiksa_sampai=_.diperiksa_on.max())
    )
    is_old = holds(_.hari <= _.diperiksa_sampai)
    old_level = ibis.literal(0) if law.before is None else law.before.level(_.number)
    return (
        numbered.left_join(examined, "pegawai_id")
        .drop("pegawai_id_right")
        .mutate(
            rank=ibis.ifelse(is_old, old_level, law.ladder.level(_.number) + _NEWER),
            reached_on=ibis.ifelse(is_old, _.hari, ibis.greatest(_.hari, law.changed_on)),
        )
    )


def _with_coverage(known: Table, facts: Facts, law: _Law, as_of: date) -> Table:
    """Add up to which day attendance is loaded, and whether examinations are."""
    units = known.select("pemda_id", "unit").distinct()
    first, behind = ibis.literal(date(as_of.year, 1, 1)), ibis.literal(as_of + timedelta(days=1))
    span = _loads(units, facts.presensi_cakupan).mutate(dari=first, sampai=behind)
    changed_on = law.changed_on or as_of
    examined = (
        _loads(units, facts.pemeriksaan_disiplin_cakupan)
        .filter(_.starts_on <= first, _.ends_before.isnull() | (_.ends_before >= changed_on))
        .select("pemda_id", "unit", pemeriksaan_lengkap=True)
        .distinct()
    )
    for more in (first_gaps(span, ("pemda_id", "unit")), examined):
        known = known.left_join(more, ["pemda_id", "unit"]).drop("pemda_id_right", "unit_right")
    return known.mutate(dimuat_sampai=ibis.ifelse(_.celah > first, _.celah - _ONE_DAY, None))


def _loads(units: Table, coverage: Table) -> Table:
    """Pair each unit with what was loaded for it or for its whole government."""
    loads = coverage.select("pemda_id", "starts_on", "ends_before", loaded_unit="unit_id")
    concerns = _.loaded_unit.isnull() | (_.loaded_unit == _.unit)
    return units.left_join(loads, "pemda_id").select(
        "pemda_id",
        "unit",
        starts_on=ibis.ifelse(concerns, _.starts_on, None),
        ends_before=ibis.ifelse(concerns, _.ends_before, None),
    )


def _verdicts(known: Table, law: _Law, as_of: date) -> Table:
    ladder = law.ladder
    may_rise = ladder.level(known.hari_absen + known.hari_belum_pasti) > known.level
    unexamined = (
        ibis.literal(law.changed_on is not None)
        & known.diperiksa_sampai.isnull()
        & ~holds(known.pemeriksaan_lengkap)
        & (known.hari_akhir < (law.changed_on or as_of))
        & (known.hari_absen >= ladder.rungs[0].days)
    )
    unknown_result = known.is_old & ibis.literal(law.before is None)
    by_rung = _of_rung(known, law, "outcome", "string")
    needs_jabatan = holds(_of_rung(known, law, "needs_jabatan", "boolean"))
    provisional = holds(_of_rung(known, law, "is_provisional", "boolean"))
    doubtful = (
        known.celah.notnull()
        | holds(known.tanpa_kalender)
        | (may_rise & (known.hari_belum_pasti > 0))
    )
    outcome = ibis.cases(
        (holds(unexamined) | unknown_result, "tidak_dapat_dinilai"),
        (needs_jabatan & known.memegang_jabatan.isnull(), "berat_jenis_belum_pasti"),
        (needs_jabatan & ~known.memegang_jabatan, "berat_jenis_tidak_diatur"),
        (by_rung.notnull(), by_rung),
        (doubtful, "tidak_dapat_dinilai"),
        else_="tidak_mencapai",
    )
    open_clause = ibis.literal(as_of > law.sedang_checked_on)
    next_rung = ladder.next_rung(known.hari_absen)
    reached = ~outcome.isin(["tidak_dapat_dinilai", "tidak_mencapai"])
    version = ibis.ifelse(
        known.is_old, (law.before or ladder).version.id, ibis.literal(ladder.version.id)
    )
    return known.mutate(
        subject_id=known.pegawai_id,
        outcome=outcome,
        since=ibis.ifelse(reached, known.since, None),
        due_on=ibis.null("date"),
        missing=missing_facts(
            presensi_cakupan=known.celah.notnull(),
            kalender=known.tanpa_kalender,
            alasan_sah=may_rise & known.tanpa_putusan,
            pekan_kerja=may_rise & known.tanpa_pekan,
            memegang_jabatan=needs_jabatan & known.memegang_jabatan.isnull(),
            pemeriksaan_disiplin=unexamined,
            hasil_pemeriksaan=unknown_result,
            pp_gaji_tunjangan=reached & provisional & open_clause,
        ),
        version=version,
        tahun=ibis.literal(as_of.year, "int64"),
        jenjang_pada=ibis.ifelse(reached, _of_rung(known, law, "days", "int64"), None),
        pasal=ibis.ifelse(reached, _of_rung(known, law, "article", "string"), None),
        jenjang_berikut_pada=next_rung,
        kurang_hari=next_rung - known.hari_absen,
    )


def _of_rung(known: Table, law: _Law, attribute: str, type_: str) -> Value:
    """Return what the rung reached says, by the ladder that it belongs to."""
    newer = law.ladder.tell(known.level, attribute, type_)
    if law.before is None:
        return newer
    return ibis.ifelse(known.is_old, law.before.tell(known.level, attribute, type_), newer)
