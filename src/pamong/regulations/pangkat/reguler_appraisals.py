"""What appraisals say: of the last years, and of those before the last regular promotion."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, join_known, look_up
from pamong.law.rule import Rule
from pamong.regulations.kinerja.grades import BELOW as _GRADED_BELOW
from pamong.regulations.kinerja.grades import REACHED as _GRADED_REACHED
from pamong.regulations.kinerja.grades import UNSURE as _GRADED_UNSURE
from pamong.regulations.kinerja.grades import graded
from pamong.regulations.pangkat.records import YEARS, years_back

#: What is on record of a year, in the order in which one of two years may stand for the other.
#: ``OPEN``: a figure to which the scale of the year gives no word. ``EMPTY``: a row that says
#: nothing.
NO_ROW, BELOW, OPEN, EMPTY, REACHED = range(5)
_CODES = {_GRADED_BELOW: BELOW, _GRADED_UNSURE: OPEN, _GRADED_REACHED: REACHED}
#: One number holds the years of a person, the latest lowest, in so many bits each.
_BITS = 3
_SCALE = "skala_baik"


def with_appraisals(known: Table, facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Add what the appraisals say of the last three years and of the last regular promotion.

    Of a promotion in January the year before had hardly been appraised, so that the one three
    years back may stand for it. Of years before the first scale that was read nothing is said.

    Columns in:  ``known`` has ``pegawai_id``, ``reguler_on``
    Columns out: those, ``nilai_1`` to ``nilai_3`` (null: no row), ``reguler_tahun`` and
                 ``reguler_mundur`` (the year before it, counted back), ``reguler_kurang`` (an
                 appraisal of the two years was below good), ``reguler_kosong`` (one is not on
                 record)
    """
    year = _.reguler_on.year().cast("int64")
    known = known.mutate(reguler_tahun=year, reguler_mundur=years_back(year - 1, as_of))
    known = join_known(known, _by_year(facts, rule, as_of), "pegawai_id")
    first_scale = min(row["dari"] for row in rule.lists[_SCALE].rows if row["dari"] is not None)
    known = known.mutate(
        **{f"nilai_{back + 1}": _on_record(_.nilai, back).nullif(NO_ROW) for back in range(3)},
        **{
            f"sebelum_{back + 1}": ibis.ifelse(
                _.reguler_tahun - back > first_scale,
                _on_record(_.nilai, _.reguler_mundur + back).nullif(NO_ROW).fill_null(EMPTY),
                OPEN,
            )
            for back in range(3)
        },
    )
    latest = ibis.ifelse(
        _.reguler_on.month() == 1, ibis.greatest(_.sebelum_1, _.sebelum_3), _.sebelum_1
    )
    known = known.mutate(sebelum_1=latest)
    is_scaled = _.reguler_tahun - 1 > first_scale
    return known.mutate(
        reguler_kurang=holds((_.sebelum_1 == BELOW) | (_.sebelum_2 == BELOW)),
        reguler_kosong=holds(is_scaled & ((_.sebelum_1 == EMPTY) | (_.sebelum_2 == EMPTY))),
    ).drop("nilai", "sebelum_1", "sebelum_2", "sebelum_3")


def _by_year(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Write what is on record of the last years into one number a person: ``nilai``."""
    rows = facts.penilaian_kinerja.mutate(mundur=years_back(_.tahun, as_of))
    near = graded(rows.filter(_.mundur.between(0, YEARS - 1)), rule, _SCALE)
    is_empty = _.predikat.isnull() & _.nilai_seperseratus.isnull()
    coded = near.mutate(kode=ibis.ifelse(is_empty, EMPTY, look_up(_.mutu, _CODES, "int64")))
    placed = coded.mutate(nilai=_.kode << (_.mundur * _BITS).cast("int32"))
    return placed.group_by("pegawai_id").agg(nilai=_.nilai.sum())


def _on_record(years: Value, back: Value | int) -> Value:
    """Return what is on record of the year that lies so many years back from the last one."""
    place = ibis.least(back, ibis.literal(YEARS, "int64")) * _BITS
    return (years >> place.cast("int32")) % (1 << _BITS)
