"""How many working days of absence without a valid reason, and which rung they reach, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, first_gaps, holds, look_up, missing_facts
from pamong.law.rule import Rule, Version
from pamong.regulations.coverage import NO_UNIT, join_units, loads_of

_SEDANG = "disiplin-sedang-transisi"
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
        ascending = sorted(rung.days for rung in self.rungs)
        return ibis.cases(*((days < each, ibis.literal(each, "int64")) for each in ascending))

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


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS and CPNS: the highest rung reached in the year of the day."""
    law = _law_on(rule, facts.era)
    pns = facts.pegawai.filter(_.status.isin(["pns", "cpns"])).mutate(
        unit=ibis.coalesce(_.unit_id, NO_UNIT)
    )
    known = _join(pns, _totals(facts, as_of)).mutate(
        hari_absen=ibis.coalesce(_.hari.length(), 0),
        hari_belum_pasti=ibis.coalesce(_.hari_belum_pasti, 0),
        hari_bukan_kerja=ibis.coalesce(_.hari_bukan_kerja, 0),
    )
    known = _with_coverage(_with_regime(known, facts, law), facts, law, as_of)
    return _verdicts(_with_rung(known, law), law, as_of)


def _law_on(rule: Rule, era: date) -> _Law:
    """Choose the ladder of the day; a change within the same year keeps the one before in view."""
    current = rule.version_on(era)
    earlier = {later.id: each for each, later in pairwise(rule.versions)}
    changed_on = current.period.start if current.period.start.year == era.year else None
    before = earlier.get(current.id) if changed_on else None
    return _Law(
        ladder=_ladder(rule, current, era),
        before=None if before is None else _ladder(rule, before, era),
        changed_on=changed_on,
        sedang_checked_on=rule.transitional[_SEDANG].checked_on,
    )


def _ladder(rule: Rule, version: Version, era: date) -> _Ladder:
    """Read the rungs; sedang keeps the kinds of PP 53/2010. Source: PP 94/2021 Pasal 42."""
    clause = rule.transitional[_SEDANG]
    replaces = clause.values["replaces"] if era in clause.period else {}
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


def _totals(facts: Facts, as_of: Value) -> Table:
    """Give each employee the days of the year up to the day that count, and how many may.

    Source: PP 94/2021 Pasal 15 ayat (1); PP 53/2010 Pasal 14: days are added up to the end of the
    year, and those already punished stay in the total.
    Columns out: pegawai_id, ``hari`` (the days that count, in order), how many are uncertain and
    how many no working days, and why days are uncertain.
    """
    of_year = facts.presensi.filter(_.hari >= as_of.truncate("Y"), _.hari <= as_of)
    unexcused = of_year.filter(_.alasan_sah.isnull() | ~_.alasan_sah)
    weeks = facts.pegawai.select("pegawai_id", "pekan_kerja")
    days = unexcused.join(weeks, "pegawai_id").left_join(facts.kalender, "hari")
    works = ibis.cases(
        (_.lima_hari == _.enam_hari, _.lima_hari),
        (_.pekan_kerja == "lima_hari", _.lima_hari),
        (_.pekan_kerja == "enam_hari", _.enam_hari),
    )
    judged = days.mutate(works=works).mutate(counts=_.works & ~_.alasan_sah)
    return judged.group_by("pegawai_id").agg(
        hari=_.hari.collect(where=_.counts).sort(),
        hari_belum_pasti=_.counts.isnull().sum(),
        hari_bukan_kerja=(~_.works).sum(),
        tanpa_kalender=_.lima_hari.isnull().any(),
        tanpa_pekan=(_.works.isnull() & _.lima_hari.notnull()).any(),
        tanpa_putusan=(_.counts.isnull() & _.alasan_sah.isnull()).any(),
    )


def _with_regime(known: Table, facts: Facts, law: _Law) -> Table:
    """Add which act judges the total; it matters in a year in which the act changed only.

    Source: PP 94/2021 Pasal 40 ayat (3)-(4); PP 53/2010 Pasal 48 ayat (3)-(4): what was examined
    before the change keeps its result, all else is judged by the new act.
    Where some days were examined and others not, the new act judges the total (TAFSIR, ADR 0013).
    """
    if law.changed_on is None:
        return known.mutate(
            diperiksa_sampai=ibis.null("date"), hari_lama=0, is_old=False, is_settled=True
        )
    examined = (
        facts.pemeriksaan_disiplin.filter(_.diperiksa_on < law.changed_on)
        .group_by("pegawai_id")
        .agg(diperiksa_sampai=_.diperiksa_on.max())
    )
    known = _join(known, examined)
    old_days = known.hari.filter(lambda day: day <= known.diperiksa_sampai).length()
    has_newer = known.hari.filter(lambda day: day >= law.changed_on).length() > 0
    return known.mutate(hari_lama=ibis.coalesce(old_days, 0), is_settled=holds(has_newer)).mutate(
        is_old=(_.hari_lama == _.hari_absen) & (_.hari_absen > 0)
    )


def _with_coverage(known: Table, facts: Facts, law: _Law, as_of: Value) -> Table:
    """Add up to which day attendance is loaded, and whether all examinations are."""
    units = known.select("pemda_id", "unit").distinct()
    first, behind = as_of.truncate("Y"), (as_of + _ONE_DAY).cast("date")
    span = loads_of(units, facts.presensi_cakupan).mutate(dari=first, sampai=behind)
    known = join_units(known, first_gaps(span, ("pemda_id", "unit")))
    known = known.mutate(dimuat_sampai=ibis.ifelse(_.celah > first, _.celah - _ONE_DAY, None))
    changed_on = law.changed_on
    if changed_on is None:
        return known
    examined = loads_of(units, facts.pemeriksaan_disiplin_cakupan).filter(
        _.starts_on <= first, _.ends_before.isnull() | (_.ends_before >= changed_on)
    )
    complete = examined.select("pemda_id", "unit", pemeriksaan_lengkap=True).distinct()
    known = join_units(known, complete)
    return known.mutate(is_settled=_.is_settled | holds(_.pemeriksaan_lengkap))


def _with_rung(known: Table, law: _Law) -> Table:
    """Add the rung reached, the day on which it was, and what is not known about it."""
    own = law.ladder.level(known.hari_absen)
    level = (
        own
        if law.before is None
        else ibis.ifelse(known.is_old, law.before.level(known.hari_absen), own)
    )
    known = known.mutate(level=level).mutate(
        rung=_of_rung(_, law, "outcome", "string"),
        rung_days=_of_rung(_, law, "days", "int64"),
        rung_article=_of_rung(_, law, "article", "string"),
        needs_jabatan=holds(_of_rung(_, law, "needs_jabatan", "boolean")),
        is_provisional=holds(_of_rung(_, law, "is_provisional", "boolean")),
        may_rise=(_.hari_belum_pasti > 0)
        & (law.ladder.level(_.hari_absen + _.hari_belum_pasti) > _.level),
        tanpa_kalender=holds(_.tanpa_kalender),
        tanpa_hasil=_.is_old & (law.before is None),
        tanpa_pemeriksaan=_.diperiksa_sampai.isnull()
        & ~_.is_settled
        & (_.hari_absen >= law.ladder.rungs[0].days),
        jenjang_berikut_pada=ibis.ifelse(_.is_old, None, law.ladder.next_rung(_.hari_absen)),
    )
    return known.mutate(reached_on=_reached_on(known, law))


def _reached_on(known: Table, law: _Law) -> Value:
    """Return the day of the rung.

    A new act reaches back neither to a day before it was in force nor to one already examined
    (TAFSIR, ADR 0013).
    """
    number = ibis.ifelse(
        known.is_old, known.rung_days, ibis.greatest(known.rung_days, known.hari_lama + 1)
    )
    day = ibis.ifelse(known.rung_days.isnull(), None, known.hari[(number - 1).cast("int32")])
    if law.changed_on is None:
        return day
    return ibis.ifelse(known.is_old | day.isnull(), day, ibis.greatest(day, law.changed_on))


def _verdicts(known: Table, law: _Law, as_of: Value) -> Table:
    known = known.mutate(
        outcome=ibis.cases(
            (_.tanpa_pemeriksaan | _.tanpa_hasil, "tidak_dapat_dinilai"),
            (_.needs_jabatan & _.memegang_jabatan.isnull(), "berat_jenis_belum_pasti"),
            (_.needs_jabatan & ~_.memegang_jabatan, "berat_jenis_tidak_diatur"),
            (_.rung.notnull(), _.rung),
            (_.celah.notnull() | _.tanpa_kalender | _.may_rise, "tidak_dapat_dinilai"),
            else_="tidak_mencapai",
        )
    )
    known = known.mutate(reached=~_.outcome.isin(["tidak_dapat_dinilai", "tidak_mencapai"]))
    before = law.before or law.ladder
    return known.mutate(
        subject_id=_.pegawai_id,
        since=ibis.ifelse(_.reached, _.reached_on, None),
        due_on=ibis.null("date"),
        missing=missing_facts(
            presensi_cakupan=_.celah.notnull(),
            kalender=_.tanpa_kalender,
            alasan_sah=_.may_rise & _.tanpa_putusan,
            pekan_kerja=_.may_rise & _.tanpa_pekan,
            memegang_jabatan=_.needs_jabatan & _.memegang_jabatan.isnull(),
            pemeriksaan_disiplin=_.tanpa_pemeriksaan,
            hasil_pemeriksaan=_.tanpa_hasil,
            pp_gaji_tunjangan=_.reached & _.is_provisional & (as_of > law.sedang_checked_on),
        ),
        version=ibis.ifelse(_.is_old, before.version.id, law.ladder.version.id),
        tahun=as_of.year().cast("int64"),
        jenjang_pada=ibis.ifelse(_.reached, _.rung_days, None),
        pasal=ibis.ifelse(_.reached, _.rung_article, None),
        kurang_hari=_.jenjang_berikut_pada - _.hari_absen,
    )


def _of_rung(known: Table, law: _Law, attribute: str, type_: str) -> Value:
    """Return what the rung reached says, by the ladder that it belongs to."""
    newer = law.ladder.tell(known.level, attribute, type_)
    if law.before is None:
        return newer
    return ibis.ifelse(known.is_old, law.before.tell(known.level, attribute, type_), newer)


def _join(known: Table, of_employees: Table) -> Table:
    return known.left_join(of_employees, "pegawai_id").drop("pegawai_id_right")
