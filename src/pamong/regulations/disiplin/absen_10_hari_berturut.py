"""Whether somebody was absent for ten working days in a row, when, and from when pay stops."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, first_gaps, holds, join_known, missing_facts
from pamong.law.rule import Rule, Version
from pamong.regulations.coverage import NO_UNIT, join_units, loads_of

_ONE_DAY = ibis.interval(days=1)
#: Before the year of the day: long enough for ten working days amid the holidays of December.
_BEFORE = ibis.interval(days=45)
_WEEKS = ("lima_hari", "enam_hari")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS and CPNS: the first run that reached the limit, or how near.

    Runs are looked for in the year of the day and the year before; whoever has none is judged over
    the year of the day alone.
    """
    version = rule.version_on(facts.era)
    pns = facts.pegawai.filter(_.status.isin(["pns", "cpns"])).mutate(
        unit=ibis.coalesce(_.unit_id, NO_UNIT)
    )
    if "hari" not in version.values:
        return _without_rule(pns, version, as_of)
    known = join_known(pns, _runs_of(facts, version, as_of), "pegawai_id")
    known = join_known(known, _uncertain(facts, as_of), "pegawai_id")
    return _verdicts(_with_coverage(known, facts, as_of), version, as_of)


def _without_rule(employees: Table, version: Version, as_of: Value) -> Table:
    """Say that the act of the time knows no run of days."""
    days, none = ("since", "due_on", "mulai", "hari_terakhir"), ibis.null("int64")
    return employees.mutate(
        {name: ibis.null("date") for name in (*days, "gaji_dihentikan_sejak", "dimuat_sampai")},
        subject_id=_.pegawai_id,
        outcome=ibis.literal("belum_diatur"),
        missing=missing_facts(kalender=ibis.literal(False)),  # noqa: FBT003  by position only
        version=ibis.literal(version.id),
        tahun=as_of.year().cast("int64"),
        panjang=none,
        rangkaian_terpanjang=none,
        hari_belum_pasti=none,
        pasal=ibis.null("string"),
    )


def _absences(facts: Facts, as_of: Value) -> Table:
    """Give the days without a valid reason, decided or not, of this year and the year before."""
    first = (as_of - ibis.interval(years=1)).cast("date").truncate("Y")
    days = facts.presensi.filter(_.hari >= first, _.hari <= as_of)
    return days.filter(_.alasan_sah.isnull() | ~_.alasan_sah)


def _runs_of(facts: Facts, version: Version, as_of: Value) -> Table:
    """Give each employee the runs of working days: certain ones, and those that may be.

    Where the week of the employee is not known, a run is certain if it is one in both weeks.
    """
    days = _in_weeks(_absences(facts, as_of), facts, as_of)
    limit, start = version.values["hari"], version.period.start
    certain = days.filter(~_.alasan_sah)
    known = facts.pegawai.select(
        "pegawai_id", banyak_pekan=ibis.ifelse(_.pekan_kerja.isnull(), len(_WEEKS), 1)
    )
    for name, rows in (
        ("pasti", certain.filter(_.hari >= start)),
        ("lama", certain),
        ("mungkin", days),
    ):
        known = join_known(known, _reached(_runs(rows), limit, name), "pegawai_id")
    longest = _runs(certain).filter(_.akhir >= as_of.truncate("Y"))
    known = join_known(
        known, longest.group_by("pegawai_id").agg(terpanjang=_.panjang.max()), "pegawai_id"
    )
    at_new_year = days.filter(_.awal_tahun).group_by("pegawai_id").agg(sejak_awal_tahun=True)
    return join_known(known, at_new_year, "pegawai_id")


def _in_weeks(absences: Table, facts: Facts, as_of: Value) -> Table:
    """Give the absences on working days of the employee's week; of both where it is not known.

    Columns out: pegawai_id, hari, alasan_sah, pekan, ``nomor`` of the working day, and whether it
    is the first one of the year (``awal_tahun``).
    """
    weeks = facts.pegawai.select("pegawai_id", "pekan_kerja")
    # Days first: joined by their week, the calendar would meet every employee.
    days = absences.join(_numbered(facts.kalender, as_of), "hari").join(weeks, "pegawai_id")
    return ibis.union(
        *(
            days.filter(_.pekan_kerja.isnull() | (_.pekan_kerja == week))
            .filter(_[f"nomor_{week}"].notnull())
            .select(
                "pegawai_id",
                "hari",
                "alasan_sah",
                pekan=ibis.literal(week),
                nomor=_[f"nomor_{week}"],
                awal_tahun=_.hari == _[f"awal_{week}"],
            )
            for week in _WEEKS
        )
    )


def _numbered(calendar: Table, as_of: Value) -> Table:
    """Number the working days of each week, so that neighbours differ by one; null on days off.

    A day that the calendar does not know counts as one between, so that it parts two runs.
    """
    so_far = ibis.window(order_by="hari", rows=(None, 0))
    since = calendar.hari.delta(ibis.date(2000, 1, 1), unit="day")
    columns = {}
    for week in _WEEKS:
        works = calendar[week]
        number = since - ibis.ifelse(works, 0, 1).sum().over(so_far)
        columns[f"nomor_{week}"] = ibis.ifelse(works, number.cast("int64"), None)
        of_year = works & (calendar.hari >= as_of.truncate("Y"))
        columns[f"awal_{week}"] = calendar.hari.min(where=of_year).over(ibis.window())
    return calendar.select("hari", **columns)


def _runs(days: Table) -> Table:
    """Give the runs of days whose numbers follow one another, for each employee and week."""
    place = ibis.row_number().over(ibis.window(group_by=["pegawai_id", "pekan"], order_by="hari"))
    return (
        days.mutate(seri=_.nomor - place)
        .group_by("pegawai_id", "pekan", "seri")
        .agg(
            panjang=_.count(),
            mulai=_.hari.min(),
            akhir=_.hari.max(),
            hari_hari=_.hari.collect().sort(),
        )
    )


def _reached(runs: Table, limit: int, name: str) -> Table:
    """Give the first run that is long enough, and in how many weeks there is one."""
    long = runs.filter(_.panjang >= limit).mutate(pada=_.hari_hari[limit - 1])
    place = ibis.row_number().over(ibis.window(group_by=["pegawai_id", "pekan"], order_by="pada"))
    first = long.mutate(urutan=place).filter(_.urutan == 0)
    return first.group_by("pegawai_id").agg(
        **{
            f"{name}_pekan": _.count(),
            f"{name}_pada": _.pada.max(),
            f"{name}_mulai": _.mulai.max(),
            f"{name}_akhir": _.akhir.min(),
            f"{name}_panjang": _.panjang.min(),
        }
    )


def _uncertain(facts: Facts, as_of: Value) -> Table:
    """Give each employee the days that are not decided, and whether any has no calendar."""
    days = _absences(facts, as_of).left_join(facts.kalender, "hari")
    return days.group_by("pegawai_id").agg(
        hari_belum_pasti=_.alasan_sah.isnull().sum(), tanpa_kalender=_.lima_hari.isnull().any()
    )


def _with_coverage(known: Table, facts: Facts, as_of: Value) -> Table:
    """Add up to which day attendance is loaded since 1 January, and whether it was before."""
    units = known.select("pemda_id", "unit").distinct()
    loads = loads_of(units, facts.presensi_cakupan)
    year, behind = as_of.truncate("Y"), (as_of + _ONE_DAY).cast("date")
    before = (year - _BEFORE).cast("date")
    for name, start, end in (("celah", year, behind), ("celah_sebelum", before, year)):
        gaps = first_gaps(loads.mutate(dari=start, sampai=end), ("pemda_id", "unit"))
        known = join_units(known, gaps.rename({name: "celah"}) if name != "celah" else gaps)
    return known.mutate(dimuat_sampai=ibis.ifelse(_.celah > year, _.celah - _ONE_DAY, None))


def _verdicts(known: Table, version: Version, as_of: Value) -> Table:
    """Judge: a run that is certain stands, whatever else is not known.

    Source: PP 94/2021 Pasal 11 ayat (2) huruf d angka 4, Pasal 15 ayat (2), Pasal 40.
    """
    reached, older, may_be = (
        holds(_[f"{name}_pekan"] == _.banyak_pekan) for name in ("pasti", "lama", "mungkin")
    )
    known = known.mutate(
        reached=reached,
        older=older,
        may_be=may_be | _.mungkin_pekan.notnull(),
        tanpa_kalender=holds(_.tanpa_kalender),
        tanpa_muatan=_.celah.notnull() | (_.celah_sebelum.notnull() & holds(_.sejak_awal_tahun)),
        hari_belum_pasti=ibis.coalesce(_.hari_belum_pasti, 0),
        tahun=as_of.year().cast("int64"),
        rangkaian_terpanjang=ibis.coalesce(_.terpanjang, 0),
    )
    known = known.mutate(
        outcome=ibis.cases(
            (_.reached, "pdhtaps"),
            (_.older, "peralihan"),
            (_.may_be | _.tanpa_kalender | _.tanpa_muatan, "tidak_dapat_dinilai"),
            else_="tidak_mencapai",
        )
    )
    known = known.mutate(found=_.reached | _.older)
    known = known.mutate(
        since=ibis.ifelse(
            _.reached,
            _.pasti_pada,
            ibis.ifelse(_.older, ibis.greatest(_.lama_pada, version.period.start), None),
        ),
        mulai=ibis.ifelse(_.reached, _.pasti_mulai, ibis.ifelse(_.older, _.lama_mulai, None)),
        hari_terakhir=ibis.ifelse(
            _.reached, _.pasti_akhir, ibis.ifelse(_.older, _.lama_akhir, None)
        ),
        panjang=ibis.ifelse(
            _.reached, _.pasti_panjang, ibis.ifelse(_.older, _.lama_panjang, None)
        ),
        undecided=~_.found & _.may_be,
    )
    return known.mutate(
        subject_id=_.pegawai_id,
        due_on=ibis.null("date"),
        missing=missing_facts(
            presensi_cakupan=~_.found & _.tanpa_muatan,
            kalender=~_.found & _.tanpa_kalender,
            alasan_sah=_.undecided & (_.hari_belum_pasti > 0),
            pekan_kerja=_.undecided & (_.banyak_pekan > 1),
            pemeriksaan_disiplin=(_.outcome == "peralihan"),
        ),
        version=ibis.literal(version.id),
        gaji_dihentikan_sejak=ibis.ifelse(
            _.reached, (_.since.truncate("M") + ibis.interval(months=1)).cast("date"), None
        ),
        pasal=ibis.ifelse(_.found, version.values["pasal"], None),
    )
