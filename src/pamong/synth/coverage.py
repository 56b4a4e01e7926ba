"""For whom and since when the facts of a made-up lake are complete: for every government."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pamong.law.fact_table import COVERAGE_SUFFIX, fact_tables
from pamong.synth.absences import window
from pamong.synth.cells import Frame
from pamong.synth.days import day_of
from pamong.synth.governments import Kelompok
from pamong.synth.offices import RECORDED_FROM
from pamong.synth.order import Order
from pamong.synth.pay import first_recorded
from pamong.synth.scenario import Rows

SOURCE = "Data rekaan"
_FROM_THE_START = date(1985, 1, 1)


def coverage(
    order: Order, kelompok: Kelompok, told: Mapping[tuple[str, int], Rows]
) -> dict[str, Frame]:
    """Return the coverage tables of a kelompok by name.

    ``told`` is what scenarios say of a table and a government, in place of the background's row.
    """
    frames = {}
    for table in fact_tables().values():
        if not table.is_coverage:
            continue
        starts = _first_day(order, table.name.removesuffix(COVERAGE_SUFFIX))
        complete = ({"starts_on": starts, "sumber": SOURCE},)
        frames[table.name] = Frame.from_rows(
            table,
            [
                {**row, "pemda_id": each.pemda_id}
                for each in kelompok.governments
                for row in told.get((table.name, each.pemda_id), complete)
            ],
        )
    if not order.with_attendance:
        del frames[f"kehadiran{COVERAGE_SUFFIX}"]
    return frames


def _first_day(order: Order, name: str) -> date:
    """Return the first day on which the rows of a table are complete."""
    year = order.as_of.year
    return {
        "pemangku": RECORDED_FROM,
        "cuti_pejabat": RECORDED_FROM,
        "fasilitas_jabatan": RECORDED_FROM,
        "presensi": day_of(window(order).first),
        "kehadiran": day_of(window(order).first),
        "cuti_pegawai": day_of(window(order).first),
        "pengembangan_kompetensi": date(year - 2, 1, 1),
        "penilaian_kinerja": date(2018, 1, 1),
        "gaji_berkala": day_of(first_recorded(order.as_of)),
        "pemeriksaan_disiplin": date(year - 1, 1, 1),
        "pencalonan": RECORDED_FROM,
    }.get(name, _FROM_THE_START)
