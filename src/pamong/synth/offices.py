"""The offices of each government and who holds them: head, deputy, sekda and heads of OPD.

The head elected in 2018 served five years, two Pj a year or less each, then came the head elected
in 2024. Both Pj came from one post of the rank that the law asks for: the second took it over when
the first became Pj, and kept it. In a few OPD somebody acts, or acted, within the months that are
allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from pamong.law.fact_table import fact_table
from pamong.synth.cells import Frame
from pamong.synth.days import add_months, day_of, number_of
from pamong.synth.governments import Government, Kelompok, generator
from pamong.synth.order import Order

Row = dict[str, Any]

HEAD, DEPUTY, SEKDA = 1, 2, 3
"""The first numbers of the offices of each government."""
FIRST_TERM = date(2018, 9, 27)
RECORDED_FROM = FIRST_TERM
"""Who held the offices is on record from this day on."""
JABATAN_IDS, PERSON_IDS = 100_000, 1_000_000_000
"""Room for each government: that of a planted scenario goes by its number in the kelompok."""

_FIRST_PJ = date(2023, 9, 27)
_SECOND_PJ = date(2024, 9, 26)
_SECOND_TERM = date(2025, 2, 20)
_OPD = (
    *("Dinas Pendidikan", "Dinas Kesehatan", "Dinas Pekerjaan Umum", "Dinas Sosial"),
    *("Dinas Perhubungan", "Dinas Pertanian", "Dinas Perikanan", "Dinas Pariwisata"),
    *("Dinas Lingkungan Hidup", "Dinas Tenaga Kerja", "Dinas Perdagangan", "Dinas Perumahan"),
    *("Badan Kepegawaian Daerah", "Badan Perencanaan Pembangunan Daerah", "Badan Pendapatan"),
    *("Badan Keuangan dan Aset Daerah", "Badan Kesatuan Bangsa dan Politik", "Inspektorat"),
)
_OWN_POST = SEKDA + len(_OPD) + 1
"""The post that a Pj comes from."""
_HEADS = {
    "provinsi": ("Gubernur", "Wakil Gubernur"),
    "kabupaten": ("Bupati", "Wakil Bupati"),
    "kota": ("Wali Kota", "Wakil Wali Kota"),
}
_FACILITIES = (("rumah_dinas", "Rumah jabatan"), ("kendaraan", "Kendaraan dinas"))
_ACTING = 0.06


@dataclass(frozen=True, slots=True)
class Offices:
    """The rows on the offices of one kelompok."""

    jabatan: Frame
    pemangku: Frame
    cuti_pejabat: Frame
    fasilitas_jabatan: Frame


def jabatan_id(pemda_id: int, number: int) -> int:
    """Return the identifier of the office of that number."""
    return pemda_id * JABATAN_IDS + number


def person_id(pemda_id: int, number: int) -> int:
    """Return the identifier of a person in the offices of a government."""
    return PERSON_IDS + pemda_id * JABATAN_IDS + number


def make_offices(order: Order, kelompok: Kelompok) -> Offices:
    """Make up the offices of every government of a kelompok."""
    rows: dict[str, list[Row]] = {
        name: [] for name in ("jabatan", "pemangku", "cuti_pejabat", "fasilitas_jabatan")
    }
    for government in kelompok.governments:
        chance = generator(order, 14, government.pemda_id)
        rows["jabatan"] += _jabatan(government)
        rows["pemangku"] += _heads(government)
        rows["pemangku"] += _officials(order, government, chance)
        rows["cuti_pejabat"] += _leave(order, government, chance)
        rows["fasilitas_jabatan"] += _facilities(government)
    return Offices(**{n: Frame.from_rows(fact_table(n), found) for n, found in rows.items()})


def _jabatan(government: Government) -> Iterator[Row]:
    head, deputy = _HEADS[government.level]
    is_province = government.level == "provinsi"
    offices = [
        ("kepala_daerah", head, None),
        ("wakil_kepala_daerah", deputy, None),
        ("sekda", "Sekretaris Daerah", "I.b" if is_province else "II.a"),
        *(("kepala_opd", f"Kepala {opd}", "II.a" if is_province else "II.b") for opd in _OPD),
        ("lain", "Staf Ahli", "I.b" if is_province else "II.b"),
    ]
    for number, (kind, name, eselon) in enumerate(offices, 1):
        yield {
            "jabatan_id": jabatan_id(government.pemda_id, number),
            "pemda_id": government.pemda_id,
            "jenis": kind,
            "nama": name,
            "eselon": eselon,
        }


def _heads(government: Government) -> Iterator[Row]:
    for office in (HEAD, DEPUTY):
        first, second = office, office + 10
        yield _term(government, office, first, FIRST_TERM, _FIRST_PJ, pilkada="2018")
        yield _term(government, office, second, _SECOND_TERM, None, pilkada="2024")
    yield _term(government, HEAD, 21, _FIRST_PJ, _SECOND_PJ, capacity="pj")
    yield _term(government, HEAD, 22, _SECOND_PJ, _SECOND_TERM, capacity="pj")
    yield _term(government, _OWN_POST, 21, FIRST_TERM, _FIRST_PJ)
    yield _term(government, _OWN_POST, 22, _FIRST_PJ, None)


def _officials(order: Order, government: Government, chance: np.random.Generator) -> Iterator[Row]:
    """Return a chain of holders of each office, none of them for five years."""
    for number in range(SEKDA, SEKDA + 1 + len(_OPD)):
        starts, person = FIRST_TERM, 100 + number * 10
        while True:
            years = int(chance.integers(30, 54))
            ends = _later(starts, years)
            person += 1
            if ends >= order.as_of:
                yield _term(government, number, person, starts, None)
                break
            yield _term(government, number, person, starts, ends)
            starts = ends
            if chance.random() < _ACTING * 4:
                acting_until = _later(starts, int(chance.integers(1, 3)))
                runs = acting_until > order.as_of
                person += 1
                last = None if runs else acting_until
                yield _term(government, number, person, starts, last, capacity="plt")
                if runs:
                    break
                starts = acting_until


def _leave(order: Order, government: Government, chance: np.random.Generator) -> Iterator[Row]:
    """Return a few days of annual leave of some officials."""
    if chance.random() < 0.5:
        starts = order.as_of - timedelta(int(chance.integers(40, 300)))
        if starts > _SECOND_TERM:
            yield {
                "person_id": person_id(government.pemda_id, DEPUTY + 10),
                "jabatan_id": jabatan_id(government.pemda_id, DEPUTY),
                "pemda_id": government.pemda_id,
                "kind": "cuti_tahunan",
                "starts_on": starts,
                "ends_before": starts + timedelta(3),
                "decided_on": starts - timedelta(10),
            }


def _facilities(government: Government) -> Iterator[Row]:
    for office in (HEAD, DEPUTY):
        for kind, name in _FACILITIES:
            for holder, given, returned in (
                (office, FIRST_TERM, _FIRST_PJ),
                (office + 10, _SECOND_TERM, None),
            ):
                yield {
                    "jabatan_id": jabatan_id(government.pemda_id, office),
                    "pemda_id": government.pemda_id,
                    "person_id": person_id(government.pemda_id, holder),
                    "nama": name,
                    "jenis": kind,
                    "diserahkan_on": given,
                    "dikembalikan_on": returned,
                }


def _term(
    government: Government,
    office: int,
    person: int,
    starts: date,
    ends: date | None,
    **more: str,
) -> Row:
    return {
        "jabatan_id": jabatan_id(government.pemda_id, office),
        "pemda_id": government.pemda_id,
        "person_id": person_id(government.pemda_id, person),
        "capacity": "definitif",
        "starts_on": starts,
        "ends_before": ends,
        "starts_is_exact": True,
        **more,
    }


def _later(day: date, months: int) -> date:
    return day_of(int(add_months(np.array([number_of(day)]), months)[0]))
