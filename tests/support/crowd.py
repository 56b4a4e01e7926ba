"""Sixty thousand made-up employees as fact tables, made in a second from a seed."""

from datetime import date

import numpy as np
import pyarrow as pa

from pamong.law.fact_table import fact_table
from pamong.law.tables import arrow_schema

KINDS = ("pelaksana", "pengawas", "administrator", "jpt_pratama", "fungsional")
LEVELS = ("terampil", "mahir", "ahli_pertama", "ahli_muda", "ahli_madya", "ahli_utama")
FUNCTIONS = ("Guru", "Perawat", "Dokter", "Peneliti", "Auditor")
RANKS = ("II/c", "III/a", "III/b", "III/d", "IV/a", "IV/c")
EPOCH = date(1970, 1, 1)


def employees(number, seed=62):
    """Return ``pegawai``, ``riwayat_jabatan`` and ``riwayat_pangkat`` of so many people."""
    chance = np.random.default_rng(seed)
    ids = np.arange(1, number + 1)
    born = chance.integers(days(1955), days(2002), number)
    units = chance.integers(0, 41, number)
    people = table(
        "pegawai",
        pegawai_id=ids,
        pemda_id=np.ones(number, int),
        unit_id=pa.array(units, mask=units == 0),
        status=pick(chance, ("pns", "pns", "pns", "cpns", "pppk"), number),
        pekan_kerja=pick(chance, ("lima_hari", "enam_hari"), number),
        memegang_jabatan=chance.random(number) < 0.3,
        lahir_on=pa.array(born.astype("int32"), pa.date32()),
    )
    kinds = chance.integers(0, len(KINDS), number)
    begun = born + chance.integers(22 * 365, 55 * 365, number)
    lasted = chance.integers(300, 9000, number)
    functional = kinds == KINDS.index("fungsional")
    posts = table(
        "riwayat_jabatan",
        riwayat_id=ids,
        pegawai_id=ids,
        starts_on=pa.array(begun.astype("int32"), pa.date32()),
        ends_before=pa.array(
            (begun + lasted).astype("int32"), pa.date32(), mask=chance.random(number) < 0.85
        ),
        jenis=pa.array(np.array(KINDS)[kinds]),
        jenjang=pa.array(
            np.array(LEVELS)[chance.integers(0, len(LEVELS), number)], mask=~functional
        ),
        nama=pa.array(
            np.where(
                functional,
                np.array(FUNCTIONS)[chance.integers(0, len(FUNCTIONS), number)],
                "Staf",
            )
        ),
    )
    twice = np.concatenate([ids, ids])
    ranks = table(
        "riwayat_pangkat",
        riwayat_id=np.arange(1, 2 * number + 1),
        pegawai_id=twice,
        golongan=pick(chance, RANKS, 2 * number),
        tmt_on=pa.array(
            chance.integers(days(1990), days(2031), 2 * number).astype("int32"), pa.date32()
        ),
        jenis=pa.nulls(2 * number, pa.string()),
        mkg_bulan=pa.nulls(2 * number, pa.int64()),
    )
    return {"pegawai": people, "riwayat_jabatan": posts, "riwayat_pangkat": ranks}


def absences(number, year, seed=28):
    """Return days of absence of a tenth of so many people, and what says that all are loaded."""
    chance = np.random.default_rng(seed)
    absent = chance.choice(np.arange(1, number + 1), number // 10, replace=False)
    who, when = [], []
    for length in (2, 3, 5, 8, 12, 15, 19, 23, 26, 30, 40):
        group = absent[length % 11 :: 11]
        who.append(np.repeat(group, length))
        when.append(np.tile(days(year, 1, 5) + np.arange(length), len(group)))
    loaded = {"pemda_id": [1], "unit_id": [None], "starts_on": [date(2015, 1, 1)]}
    covered = {**loaded, "ends_before": [None], "sumber": ["rekaan"]}
    who, when = np.concatenate(who), np.concatenate(when)
    return {
        "presensi": table(
            "presensi",
            pegawai_id=who,
            hari=pa.array(when.astype("int32"), pa.date32()),
            alasan_sah=chance.random(len(who)) < 0.05,
        ),
        "presensi_cakupan": table("presensi_cakupan", **covered),
        "pemeriksaan_disiplin": arrow_schema(fact_table("pemeriksaan_disiplin")).empty_table(),
        "pemeriksaan_disiplin_cakupan": table("pemeriksaan_disiplin_cakupan", **covered),
    }


def table(name, **columns):
    schema = arrow_schema(fact_table(name))
    arrays = [
        each if isinstance(each := columns[field.name], pa.Array) else pa.array(each, field.type)
        for field in schema
    ]
    return pa.table(
        [array.cast(field.type) for array, field in zip(arrays, schema, strict=True)],
        schema=schema,
    )


def pick(chance, words, number):
    return pa.array(np.array(words)[chance.integers(0, len(words), number)])


def days(year, month=1, day=1):
    return (date(year, month, day) - EPOCH).days
