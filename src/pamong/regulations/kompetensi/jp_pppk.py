"""Whether a contract employee got more training than the law allows in one contract year."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    FIRST_YEAR,
    Table,
    Value,
    day_of_month,
    holds,
    in_force,
    join_known,
    missing_facts,
    month_number,
)
from pamong.law.rule import Rule, Version
from pamong.regulations.completeness import with_complete_since, with_unit

_ONE_DAY = ibis.interval(days=1)
_ONE_YEAR = ibis.interval(years=1)
_TWO_YEARS = ibis.interval(years=2)
#: Kinds of office that a contract employee may hold without the limit.
_A_YEAR, _FEBRUARY, _LEAP_DAY = 12, 1, 29
_EXCEPTED = ("jpt_utama", "jpt_madya")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PPPK: the running contract year, and the one that ended last.

    Source: PP 49/2018 Pasal 40 ayat (1) dan ayat (2).
    """
    version, first_day = rule.version_on(facts.era), rule.versions[0].period.start
    known = with_unit(facts.pegawai.filter(_.status == "pppk"))
    known = with_complete_since(
        known, facts.pengembangan_kompetensi_cakupan, as_of, "lengkap_sejak"
    )
    hours = _hours(facts, as_of, first_day)
    for more in (_running(facts, as_of, first_day), hours, _offices(facts, as_of)):
        known = join_known(known, more, "pegawai_id")
    return _verdicts(known, version)


def _verdicts(known: Table, version: Version) -> Table:
    limit = version.values["jp"]
    known = known.mutate(
        jp_tahun=ibis.ifelse(_.tahun_mulai.isnull(), None, ibis.coalesce(_.jp_kini, 0)),
        lebih=holds(_.jp_terbanyak > limit),
        ada_tanpa_jp=holds(_.tanpa_jp),
        lengkap=holds(_.lengkap_sejak <= _.dilihat_sejak),
        tanpa_jabatan=_.dikecualikan.isnull(),
    )
    known = known.mutate(
        outcome=ibis.cases(
            (holds(_.dikecualikan), "dikecualikan"),
            (_.lebih & ~_.tanpa_jabatan, "melebihi"),
            (_.lebih | _.tahun_mulai.isnull(), "tidak_dapat_dinilai"),
            (_.ada_tanpa_jp | ~_.lengkap, "tidak_dapat_dinilai"),
            else_="dalam_batas",
        )
    )
    is_open = known.outcome == "tidak_dapat_dinilai"
    is_over = known.outcome == "melebihi"
    return known.mutate(
        subject_id=_.pegawai_id,
        since=ibis.null("date"),
        due_on=ibis.ifelse(_.outcome == "dalam_batas", _.tahun_sampai, None),
        missing=missing_facts(
            jabatan=is_open & _.lebih,
            kontrak_pppk=is_open & ~_.lebih & _.tahun_mulai.isnull(),
            jp=is_open & ~_.lebih & _.tahun_mulai.notnull() & _.ada_tanpa_jp,
            pengembangan_kompetensi_cakupan=is_open
            & ~_.lebih
            & _.tahun_mulai.notnull()
            & ~_.lengkap,
        ),
        version=ibis.literal(version.id),
        paling_banyak=ibis.literal(limit).cast("int64"),
        jp_sisa=ibis.ifelse(_.outcome == "dalam_batas", limit - _.jp_tahun, None),
        jp_lebih=ibis.ifelse(is_over, _.jp_terbanyak - limit, None),
        lebih_mulai=ibis.ifelse(is_over, _.terbanyak_mulai, None),
        lebih_jp=ibis.ifelse(is_over, _.jp_terbanyak, None),
    )


def _contracts(facts: Facts, as_of: Value) -> Table:
    """Give the contracts that ran within the last two years; one ended early ends that day."""
    begun = facts.kontrak_pppk.filter(_.starts_on <= as_of)
    ends = ibis.least(_.ends_before, ibis.coalesce(_.diputus_on, _.ends_before))
    return (
        begun.mutate(ends=ends)
        .filter(_.ends > (as_of - _TWO_YEARS).cast("date"), _.ends > _.starts_on)
        .select("kontrak_id", "pegawai_id", "starts_on", "ends")
    )


def _running(facts: Facts, as_of: Value, first_day: date) -> Table:
    """Give each employee the contract year that runs on the day, by the latest contract.

    ``dilihat_sejak`` is the first day of the earliest year that is looked at, of any contract.
    """
    a_year_ago = (as_of - _ONE_YEAR).cast("date")
    recent = _contracts(facts, as_of).filter(_.ends > a_year_ago)
    years = recent.mutate(
        mulai=_year_start(_.starts_on, as_of),
        awal=ibis.greatest(_year_start(_.starts_on, a_year_ago), first_day),
        berjalan=_.ends > as_of,
    )
    until = (ibis.least(_.ends, (_.mulai + _ONE_YEAR).cast("date")) - _ONE_DAY).cast("date")
    return (
        years.mutate(sampai=until)
        .group_by("pegawai_id")
        .agg(
            tahun_mulai=_.mulai.argmax(_.starts_on, where=_.berjalan),
            tahun_sampai=_.sampai.argmax(_.starts_on, where=_.berjalan),
            dilihat_sejak=_.awal.min(),
        )
    )


def _hours(facts: Facts, as_of: Value, first_day: date) -> Table:
    """Add up the hours of each contract year that runs or ended within the last year.

    A later version changed nothing about the limit, so hours count from the first one on.
    """
    rows = facts.pengembangan_kompetensi.filter(
        _.selesai_on <= as_of,
        _.selesai_on > (as_of - _TWO_YEARS).cast("date"),
        _.selesai_on >= first_day,
    ).select("pegawai_id", "jp", "selesai_on")
    held = rows.join(_contracts(facts, as_of), "pegawai_id").filter(
        _.selesai_on >= _.starts_on, _.selesai_on < _.ends
    )
    years = held.mutate(mulai=_year_start(_.starts_on, _.selesai_on))
    sums = years.group_by("pegawai_id", "kontrak_id", "mulai").agg(
        jumlah=_.jp.sum(), tanpa=_.jp.isnull().any(), ends=_.ends.max()
    )
    behind = ibis.least(sums.ends, (sums.mulai + _ONE_YEAR).cast("date"))
    recent = sums.mutate(behind=behind).filter(_.behind > (as_of - _ONE_YEAR).cast("date"))
    is_running = _.behind > as_of
    return recent.group_by("pegawai_id").agg(
        jp_kini=_.jumlah.sum(where=is_running),
        tanpa_jp=_.tanpa.any(),
        jp_terbanyak=_.jumlah.max(),
        terbanyak_mulai=_.mulai.argmax(_.jumlah),
    )


def _offices(facts: Facts, as_of: Value) -> Table:
    """Tell of each employee with an office on record whether the limit spares it."""
    held = facts.riwayat_jabatan.filter(in_force(facts.riwayat_jabatan, as_of))
    return held.group_by("pegawai_id").agg(dikecualikan=_.jenis.isin(_EXCEPTED).any())


def _year_start(start: Value, day: Value) -> Value:
    """Return the first day of the contract year in which a day lies.

    A year that would begin on a 29 February that is not there begins on 1 March.
    """
    months, number = month_number(start), day_of_month(start)
    is_leap_day = (months % _A_YEAR == _FEBRUARY) & (number == _LEAP_DAY)
    months = ibis.ifelse(is_leap_day, months + 1, months)
    number = ibis.ifelse(is_leap_day, 1, number)
    # The column stands first: a day of the plan cannot tell what a column not yet bound is.
    short = months + ibis.ifelse(number > day_of_month(day), 1, 0)
    passed = -(short - month_number(day))
    year = FIRST_YEAR + months // _A_YEAR + passed // _A_YEAR
    return ibis.greatest(ibis.date(year, months % _A_YEAR + 1, number), start)
