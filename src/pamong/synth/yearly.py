"""What comes year by year: appraisals and training; and what was once, education and penalties."""

from __future__ import annotations

from datetime import date

import numpy as np

from pamong.law.fact_table import fact_table
from pamong.synth.careers import is_structural
from pamong.synth.cells import Cells, Frame, Whole, no_cells, same_word, stack, words
from pamong.synth.days import YEAR, add_months, first_of_year, number_of, years_of
from pamong.synth.governments import Kelompok, generator
from pamong.synth.order import Order
from pamong.synth.people import CPNS, FUNGSIONAL, PELAKSANA, S1, S2, TINGKAT, People

FIRST_APPRAISED = 2018
TRAINED_YEARS = 3
"""Training is on record for the year of the lake and as many years before it, less one."""
PREDIKAT_SINCE = 2022

_VERY_GOOD = 0.2
# PP 46/2011 Pasal 17: 76-90 is good. In 2021 two ways of rating met; 90 is good by both.
_GOOD_FROM, _GOOD_TO, _GOOD_BY_BOTH = 7600, 9001, 9000
_AGE_AT_DIPLOMA = np.array([12, 15, 18, 21, 22, 27, 33])
_LEADERSHIP, _FUNCTIONAL, _TECHNICAL, _SEMINAR = range(4)
_TRAINING = ("diklat_kepemimpinan", "diklat_fungsional", "diklat_teknis", "seminar")
_PENALISED = 0.003
_CONTRACT_YEARS = 6


def penilaian_kinerja(order: Order, kelompok: Kelompok, people: People) -> Frame:
    """Return the appraisals of every full year served; all of them good or better."""
    chance = generator(order, 5, kelompok.number)
    entered = years_of(people.entered_on) + 1
    parts = []
    for year in range(FIRST_APPRAISED, order.as_of.year):
        who = np.flatnonzero(entered <= year)
        parts.append((who, np.full(len(who), year)))
    who, tahun = (np.concatenate(each) for each in zip(*parts, strict=True))
    rows = len(who)
    good = chance.random(rows) >= _VERY_GOOD
    score = chance.integers(_GOOD_FROM, _GOOD_TO, rows)
    score = np.where(tahun == PREDIKAT_SINCE - 1, _GOOD_BY_BOTH, score)
    by_word = tahun >= PREDIKAT_SINCE
    return Frame.of(
        fact_table("penilaian_kinerja"),
        {
            "pegawai_id": people.pegawai_id[who],
            "tahun": tahun,
            "predikat": words(good.astype(np.int64), ("sangat_baik", "baik"), empty=~by_word),
            "nilai_seperseratus": Cells(score, by_word),
            "keadaan_kahar": Cells(np.zeros(rows, np.bool_)),
        },
    )


def riwayat_pendidikan(order: Order, kelompok: Kelompok, people: People) -> Frame:
    """Return the diploma of each; who has S-2 or S-3 has that of S-1 as well."""
    chance = generator(order, 6, kelompok.number)
    everybody = np.arange(len(people))
    higher = np.flatnonzero(people.tingkat >= S2)
    who = np.concatenate([everybody, higher])
    tingkat = np.concatenate([people.tingkat, np.full(len(higher), S1)])
    age = _AGE_AT_DIPLOMA[tingkat] + chance.random(len(who)) * 0.9
    day = np.floor(people.lahir_on[who] + age * YEAR).astype(np.int64)
    before = np.minimum(people.entered_on[who] - 1, day)
    return Frame.of(
        fact_table("riwayat_pendidikan"),
        {
            "pegawai_id": people.pegawai_id[who],
            "tingkat": words(tingkat, TINGKAT),
            "lulus_on": np.where(tingkat <= S1, before, np.minimum(day, people.as_of - 400)),
            "diakui": Cells(np.ones(len(who), np.bool_)),
        },
    )


def pengembangan_kompetensi(order: Order, kelompok: Kelompok, people: People) -> Frame:
    """Return the training: a PNS has 20 JP or more each year, a PPPK 24 at most."""
    chance = generator(order, 7, kelompok.number)
    years = range(order.as_of.year - TRAINED_YEARS + 1, order.as_of.year + 1)
    parts = [_training_of(chance, people, year) for year in years]
    parts += [_contract_training(chance, people, year) for year in range(_CONTRACT_YEARS)]
    who, day, jp = (np.concatenate(each) for each in zip(*parts, strict=True))
    kind = np.where(chance.random(len(who)) < 0.8, _TECHNICAL, _SEMINAR)
    rows = _training(people, who, day, jp, kind).with_cells(untuk_jabatan=no_cells(len(who)))
    return stack([rows, *_for_the_post(people)])


def _training_of(
    chance: np.random.Generator, people: People, year: int
) -> tuple[Whole, Whole, Whole]:
    """Return one course of each PNS in a year, done by the day of the lake."""
    start, end = number_of(date(year, 1, 15)), number_of(date(year, 12, 15))
    begins = np.maximum(start, people.entered_on + 7)
    ends = min(end, people.as_of)
    who = np.flatnonzero(~people.is_pppk & (begins < ends))
    room = ends - begins[who]
    day = begins[who] + np.floor(chance.random(len(who)) * room).astype(np.int64)
    return who, day, chance.integers(20, 41, len(who))


def _contract_training(
    chance: np.random.Generator, people: People, year: int
) -> tuple[Whole, Whole, Whole]:
    """Return one course of each PPPK in a year of the contract."""
    begins = add_months(people.entered_on, 12 * year)
    who = np.flatnonzero(people.is_pppk & (begins + 330 <= people.as_of))
    day = begins[who] + chance.integers(20, 330, len(who))
    return who, day, chance.integers(8, 25, len(who))


def _for_the_post(people: People) -> list[Frame]:
    """Return the training that a structural or functional post asks for."""
    found = []
    for kind, holds, post in (
        (_LEADERSHIP, is_structural(people), "pengawas"),
        (_FUNCTIONAL, (people.kind == FUNGSIONAL) & ~people.is_pppk, "fungsional"),
    ):
        who = np.flatnonzero(holds & (people.status != CPNS))
        first = number_of(date(FIRST_APPRAISED, 6, 1))
        day = np.minimum(np.maximum(people.entered_on[who] + 200, first), people.as_of - 30)
        rows = _training(people, who, day, np.full(len(who), 40), np.full(len(who), kind))
        found.append(rows.with_cells(untuk_jabatan=same_word(post, len(who))))
    return found


def _training(people: People, who: Whole, day: Whole, jp: Whole, kind: Whole) -> Frame:
    return Frame.of(
        fact_table("pengembangan_kompetensi"),
        {
            "pegawai_id": people.pegawai_id[who],
            "jenis": words(kind, _TRAINING),
            "jp": jp,
            "selesai_on": day,
        },
    )


def hukuman_disiplin(order: Order, kelompok: Kelompok, people: People) -> Frame:
    """Return the few light penalties of the past."""
    chance = generator(order, 8, kelompok.number)
    long_enough = people.entered_on < people.as_of - 3 * YEAR
    drawn = chance.random(len(people)) < _PENALISED
    who = np.flatnonzero(long_enough & drawn & (people.kind == PELAKSANA))
    day = people.as_of - chance.integers(400, 900, len(who))
    return Frame.of(
        fact_table("hukuman_disiplin"),
        {
            "pegawai_id": people.pegawai_id[who],
            "tingkat": same_word("ringan", len(who)),
            "berlaku_on": day,
            "ends_before": no_cells(len(who)),
        },
    )


def pemeriksaan_disiplin(order: Order, kelompok: Kelompok, people: People) -> Frame:
    """Return a few examinations of the past that found nothing."""
    chance = generator(order, 9, kelompok.number)
    who = np.flatnonzero(chance.random(len(people)) < _PENALISED / 3)
    first = int(first_of_year(np.array([order.as_of.year - 1]))[0])
    return Frame.of(
        fact_table("pemeriksaan_disiplin"),
        {
            "pegawai_id": people.pegawai_id[who],
            "diperiksa_on": first + chance.integers(20, 250, len(who)),
        },
    )
