"""The leave of one pegawai: what the record knows of it, and what the law gives him.

What is not on record is not reckoned with: where the leave of a year is not recorded completely,
the days that are left are told as not known, and never as all of them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from pamong import law
from pamong.apps.kepegawaian.models import CutiKind
from pamong.kernel.kalender import WorkWeek, YearWithoutDecreeError, national_kalender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pamong.apps.findings.of_one import FactsOfOne, Rows

TABLES = ("cuti_pegawai", "cuti_pegawai_cakupan", "pegawai", "riwayat_jabatan")
ANNUAL = {"pns": "cuti-tahunan-pns", "cpns": "cuti-tahunan-pns", "pppk": "cuti-tahunan-pppk"}
LONG = {"pns": "cuti-besar-pns"}
TEACHERS = frozenset({"guru", "dosen", "profesor"})
"""Words of posts whose holders may have holidays instead; whether they do is not on record."""
A_DAY = timedelta(days=1)
YEARS_TOLD = 2


@dataclass(frozen=True, slots=True)
class Taken:
    """One leave; ``days`` are its working days, where the calendar of them is known."""

    kind: CutiKind
    starts_on: date
    last_day: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class OwnLeave:
    """What is known of somebody's leave on a day.

    ``used`` counts the working days of annual leave of the year: only ``is_complete`` are they
    all. ``annual`` answers whether one more day may be taken, ``long`` whether long leave may.
    """

    year: int
    taken: tuple[Taken, ...]
    used: int | None
    is_complete: bool
    annual: law.Judgement | None
    long: law.Judgement | None


def own_leave(facts: "FactsOfOne", *, since: date | None) -> OwnLeave:
    """Return the leave of a pegawai who has worked without a break since ``since``."""
    day, entries = facts.day, facts.rows("cuti_pegawai")
    begun = sorted(
        (row for row in entries if row["starts_on"] <= day),
        key=lambda row: row["starts_on"],
        reverse=True,
    )
    week, status = _week(facts), _status(facts)
    used = {year: _used(begun, year, week) for year in (day.year, day.year - 1)}
    known = {
        "mulai_on": day,
        "bekerja_sejak_on": _unbroken(begun, since),
        "guru_dosen_berlibur": _may_have_holidays(facts),
    }
    is_complete = _is_complete(facts, day.year)
    annual = {
        **known,
        "hari_diminta": 1,
        "cuti_besar_tahun_ini": _had_long(begun, day.year) or (False if is_complete else None),
        "terpakai_tahun_ini": used[day.year] if is_complete else None,
        "terpakai": used[day.year] if is_complete else None,
        "terpakai_tahun_lalu": used[day.year - 1] if _is_complete(facts, day.year - 1) else None,
    }
    last = next((row["starts_on"] for row in begun if row["jenis"] == CutiKind.BESAR), None)
    long = {
        **known,
        "sampai_on": day,
        "untuk_agama": False,  # for which the years of service are not asked for
        "pernah_cuti_besar": True if last else None,
        "cuti_besar_terakhir_on": last,
    }
    return OwnLeave(
        year=day.year,
        taken=tuple(
            _taken(row, week) for row in begun if row["starts_on"].year > day.year - YEARS_TOLD
        ),
        used=used[day.year],
        is_complete=is_complete,
        annual=_judged(ANNUAL.get(status), annual, day),
        long=_judged(LONG.get(status), long, day),
    )


def _judged(rule_id: str | None, known: dict[str, Any], day: date) -> law.Judgement | None:
    """Judge a case by what the rule asks for of ``known``."""
    if rule_id is None:
        return None
    rule = law.rule(rule_id)
    if rule.versions[0].period.start > day or rule.case_table is None:
        return None
    asked = {column.name for column in rule.case_table.columns}
    told = {name: value for name, value in known.items() if name in asked and value is not None}
    return law.judge_case(rule, told, as_of=day)


def _week(facts: "FactsOfOne") -> WorkWeek | None:
    told = next((row["pekan_kerja"] for row in facts.rows("pegawai")), None)
    return WorkWeek(told) if told else None


def _status(facts: "FactsOfOne") -> str:
    return next((str(row["status"]) for row in facts.rows("pegawai")), "")


def _unbroken(begun: "Rows", since: date | None) -> date | None:
    """Return since when service is unbroken: unpaid leave is none, and ends with the return."""
    unpaid = [row for row in begun if row["jenis"] == CutiKind.CLTN]
    back: list[date | None] = [row["kembali_on"] or row["ends_before"] for row in unpaid]
    known = [each for each in (since, *back) if each is not None]
    return max(known) if len(known) == len(back) + 1 else None


def _may_have_holidays(facts: "FactsOfOne") -> bool | None:
    """Tell whether somebody has the holidays of a school; unknown of teachers, else he has not."""
    day = facts.day
    held = [
        str(row["nama"]).casefold().split()
        for row in facts.rows("riwayat_jabatan")
        if row["starts_on"] <= day and (row["ends_before"] is None or row["ends_before"] > day)
    ]
    if not held or any(TEACHERS & set(words) for words in held):
        return None
    return False


def _is_complete(facts: "FactsOfOne", year: int) -> bool:
    """Tell whether all leave of a year until the day is on record, for his OPD or for all."""
    units = {None, *(row["unit_id"] for row in facts.rows("pegawai"))}
    until = min(date(year, 12, 31), facts.day)
    return any(
        row["unit_id"] in units
        and row["starts_on"] <= date(year, 1, 1)
        and (row["ends_before"] is None or row["ends_before"] > until)
        for row in facts.rows("cuti_pegawai_cakupan")
    )


def _had_long(begun: "Rows", year: int) -> bool:
    return any(row["jenis"] == CutiKind.BESAR and _in_year(row, year) for row in begun)


def _used(begun: "Rows", year: int, week: WorkWeek | None) -> int | None:
    """Count the working days of annual leave in a year; a leave over New Year counts in both."""
    days = [
        _working_days(
            max(row["starts_on"], date(year, 1, 1)),
            min(_last_day(row) or date.max, date(year, 12, 31)),
            week,
        )
        for row in begun
        if row["jenis"] == CutiKind.TAHUNAN and _in_year(row, year)
    ]
    return _sum(days)


def _sum(days: "Sequence[int | None]") -> int | None:
    known = [each for each in days if each is not None]
    return sum(known) if len(known) == len(days) else None


def _in_year(row: Any, year: int) -> bool:
    last = _last_day(row)
    return bool(row["starts_on"].year <= year and (last is None or last.year >= year))


def _last_day(row: Any) -> date | None:
    ends: date | None = row["ends_before"]
    return None if ends is None else ends - A_DAY


def _taken(row: Any, week: WorkWeek | None) -> Taken:
    last = _last_day(row)
    days = None if last is None else _working_days(row["starts_on"], last, week)
    return Taken(CutiKind(row["jenis"]), row["starts_on"], last, days)


def _working_days(first: date, last: date, week: WorkWeek | None) -> int | None:
    """Count working days; unknown without a work week, or of a year without its decree."""
    if week is None:
        return None
    try:
        return national_kalender().working_days_between(first - A_DAY, last, week)
    except YearWithoutDecreeError:
        return None
