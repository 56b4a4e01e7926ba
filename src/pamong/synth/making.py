"""Makes one kelompok: the background, the scenarios in it, and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from pamong.law.fact_table import fact_table
from pamong.synth.absences import cuti_pegawai, make_leave, presensi
from pamong.synth.attendance import kehadiran
from pamong.synth.budgets import apbd, keikutsertaan_pilkada
from pamong.synth.careers import make_ranks, riwayat_jabatan, riwayat_pangkat
from pamong.synth.cells import Frame
from pamong.synth.contracts import kontrak_pppk, tenaga_non_asn
from pamong.synth.coverage import coverage
from pamong.synth.governments import Kelompok
from pamong.synth.offices import make_offices
from pamong.synth.order import Order
from pamong.synth.pay import gaji_berkala
from pamong.synth.people import People, make_people, pegawai
from pamong.synth.planting import Planting, choose_people, expectations, plant
from pamong.synth.told_coverage import told_coverage
from pamong.synth.writing import write_table
from pamong.synth.yearly import (
    hukuman_disiplin,
    pemeriksaan_disiplin,
    pengembangan_kompetensi,
    penilaian_kinerja,
    riwayat_pendidikan,
)

#: In what order the rows of a table stand: by whom they are about, then by the day.
SORTED_BY = {
    "pemda": ("pemda_id",),
    "keikutsertaan_pilkada": ("pemda_id", "pilkada"),
    "jabatan": ("jabatan_id",),
    "pemangku": ("jabatan_id", "starts_on"),
    "cuti_pejabat": ("jabatan_id", "starts_on"),
    "fasilitas_jabatan": ("jabatan_id", "diserahkan_on"),
    "pegawai": ("pegawai_id",),
    "riwayat_jabatan": ("pegawai_id", "starts_on"),
    "presensi": ("pegawai_id", "hari"),
    "pemeriksaan_disiplin": ("pegawai_id", "diperiksa_on"),
    "riwayat_pangkat": ("pegawai_id", "tmt_on"),
    "gaji_berkala": ("pegawai_id", "tmt_on"),
    "riwayat_pendidikan": ("pegawai_id", "lulus_on"),
    "pengembangan_kompetensi": ("pegawai_id", "selesai_on"),
    "penilaian_kinerja": ("pegawai_id", "tahun"),
    "hukuman_disiplin": ("pegawai_id", "berlaku_on"),
    "kontrak_pppk": ("pegawai_id", "starts_on"),
    "tenaga_non_asn": ("pemda_id", "mulai_on"),
    "cuti_pegawai": ("pegawai_id", "starts_on"),
    "apbd": ("pemda_id", "tahun"),
    "kehadiran": ("pegawai_id", "hari"),
}
_NUMBERED = {
    *("pemangku", "cuti_pejabat", "fasilitas_jabatan", "riwayat_jabatan", "riwayat_pangkat"),
    *("gaji_berkala", "riwayat_pendidikan", "pengembangan_kompetensi", "hukuman_disiplin"),
    *("kontrak_pppk", "tenaga_non_asn", "cuti_pegawai"),
}
"""Tables whose rows have an identifier of their own, counted in the order of the rows."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a kelompok has become: rows by table, and what is expected of whom."""

    kelompok: int
    rows: Mapping[str, int]
    expectations: Sequence[Mapping[str, Any]]


def make_kelompok(
    order: Order, kelompok: Kelompok, plantings: Sequence[Planting], folder: Path
) -> Made:
    """Make a kelompok and write its files below ``folder``."""
    people = make_people(order, kelompok)
    planted = choose_people(order, kelompok, people, plantings)
    frames: dict[str, Frame] = {}
    for name, frame in _background(order, kelompok, people).items():
        ordered = _in_order(plant(frame, planted))
        if name in _NUMBERED:
            ordered = ordered.numbered(ordered.table.key[0], kelompok.first_row)
        frames[name] = ordered
    told = told_coverage((each.pemda_id, each.scenario) for each in plantings)
    written = {**frames, **coverage(order, kelompok, told)}
    rows = {
        name: write_table(folder, kelompok.number, frame.table, [frame.to_arrow()])
        for name, frame in written.items()
    }
    if order.with_attendance:
        table = fact_table("kehadiran")
        given = _in_order(plant(Frame.from_rows(table, []), planted))
        parts = kehadiran(order, kelompok, people, frames, given)
        rows["kehadiran"] = write_table(folder, kelompok.number, table, parts)
    return Made(kelompok.number, rows, list(expectations(planted, frames)))


def _background(order: Order, kelompok: Kelompok, people: People) -> dict[str, Frame]:
    ranks = make_ranks(order, kelompok, people)
    leave = make_leave(order, kelompok, people)
    offices = make_offices(order, kelompok)
    pemda = [government.row for government in kelompok.governments]
    frames = [
        Frame.from_rows(fact_table("pemda"), pemda),
        keikutsertaan_pilkada(kelompok),
        offices.jabatan,
        offices.pemangku,
        offices.cuti_pejabat,
        offices.fasilitas_jabatan,
        pegawai(order, kelompok, people),
        riwayat_jabatan(order, kelompok, people, ranks),
        presensi(order, kelompok, people, leave),
        pemeriksaan_disiplin(order, kelompok, people),
        riwayat_pangkat(people, ranks),
        gaji_berkala(people, ranks),
        riwayat_pendidikan(order, kelompok, people),
        pengembangan_kompetensi(order, kelompok, people),
        penilaian_kinerja(order, kelompok, people),
        hukuman_disiplin(order, kelompok, people),
        kontrak_pppk(order, kelompok, people),
        tenaga_non_asn(order, kelompok),
        cuti_pegawai(people, leave),
        apbd(order, kelompok),
    ]
    return {frame.table.name: frame for frame in frames}


def _in_order(frame: Frame) -> Frame:
    """Sort the rows by the columns of the table; days and years fit into 32 bits."""
    names = SORTED_BY[frame.table.name]
    key = frame[names[0]].astype(np.int64) << 32
    if len(names) > 1:
        key += frame[names[1]].astype(np.int64)
    return frame.take(np.argsort(key, kind="stable"))
