"""Who the people of a kelompok are: status, age, service, education and kind of post.

Everything is drawn by the distributions of ``marginals.toml``. What hangs together is drawn
together: whoever is older has served longer, and teachers have studied.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pamong.law.fact_table import fact_table
from pamong.synth.cells import Cells, Flags, Frame, Numbers, Whole, words
from pamong.synth.days import YEAR, first_of, months_of, number_of
from pamong.synth.governments import Kelompok, generator
from pamong.synth.marginals import draw, shares
from pamong.synth.order import Order

STATUS = ("cpns", "pns", "pppk")
CPNS, PNS, PPPK = range(3)
KINDS = ("fungsional", "pelaksana", "struktural")
FUNGSIONAL, PELAKSANA, STRUKTURAL = range(3)
FUNCTIONS = ("guru", "kesehatan", "lainnya")
GURU, KESEHATAN, LAINNYA = range(3)
#: Levels of education, lowest first, as ``riwayat_pendidikan`` names them.
TINGKAT = ("sd", "sltp", "slta", "d3", "s1", "s2", "s3")
SD, SLTP, SLTA, D3, S1, S2, S3 = range(7)
UNITS = 30
"""Units of a government; ``unit_id`` is the government times a thousand, and the unit."""

_CPNS_SHARE = 0.01
_OLDEST_AT_ENTRY = 45.5
_YOUNGEST_AT_ENTRY = np.array([18.1, 18.1, 18.6, 21.2, 22.2, 22.2, 22.2])
_YOUNGEST_PPPK = 20.2
_PPPK_MONTHS = 66
"""The first PPPK of the rounds since 2021 have served as many months."""
_LAST_TEACHER, _LAST_OTHER = 59.95, 57.95
_CONTRACT_LEFT = 1.1
"""Years that a PPPK has at least until the age at which the contract must end."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of one kelompok, a place in every array for each."""

    pegawai_id: Whole
    pemda_id: Whole
    status: Whole
    kind: Whole
    function: Whole
    tingkat: Whole
    lahir_on: Whole
    entered_on: Whole
    """First day of service, the first of a month: TMT of CPNS, or of the first contract."""
    as_of: int

    def __len__(self) -> int:
        return len(self.pegawai_id)

    @property
    def is_pppk(self) -> Flags:
        """Whether somebody works by contract."""
        by_contract: Flags = self.status == PPPK
        return by_contract

    @property
    def last_birthday(self) -> Whole:
        """The day on which somebody is 60, as a teacher, or 58: nobody serves beyond it."""
        years = np.where((self.kind == FUNGSIONAL) & (self.function == GURU), 60, 58)
        return np.floor(self.lahir_on + years * YEAR).astype(np.int64)


def make_people(order: Order, kelompok: Kelompok) -> People:
    """Make up the people of a kelompok."""
    chance = generator(order, 1, kelompok.number)
    rows = kelompok.asn
    status = np.where(draw(chance, shares("status"), rows) == 0, PNS, PPPK)
    kind = _kinds(chance, status)
    education, function = _education(chance, kind)
    teacher = (kind == FUNGSIONAL) & (function == GURU)
    oldest = np.where(teacher, _LAST_TEACHER, _LAST_OTHER)
    age = np.empty(rows)
    served = np.empty(rows)
    for each, ages in ((PNS, "umur_pns"), (PPPK, "umur_pppk")):
        chosen = status == each
        left = _CONTRACT_LEFT if each == PPPK else 0
        age[chosen] = _ages(chance, ages, oldest[chosen] - left)
    pns = status == PNS
    served[pns] = _service(chance, age[pns], _YOUNGEST_AT_ENTRY[education[pns]])
    months = chance.integers(1, _PPPK_MONTHS, int((~pns).sum()))
    served[~pns] = np.minimum(months / 12, age[~pns] - _YOUNGEST_PPPK)
    new = pns & (kind == PELAKSANA) & (age < 34)
    new &= chance.random(rows) < _CPNS_SHARE * rows / max(1, int(new.sum()))
    served[new] = chance.uniform(0.15, 0.9, int(new.sum()))
    status = np.where(new, CPNS, status)
    as_of = number_of(order.as_of)
    lahir = np.ceil(as_of - age * YEAR).astype(np.int64)
    entered = first_of(months_of(as_of - np.floor(served * YEAR).astype(np.int64)))
    sizes = [government.asn for government in kelompok.governments]
    pemda = np.repeat([government.pemda_id for government in kelompok.governments], sizes)
    ids = np.arange(rows, dtype=np.int64) + kelompok.governments[0].first_pegawai_id
    return People(ids, pemda, status, kind, function, education, lahir, entered, as_of)


def pegawai(order: Order, kelompok: Kelompok, people: People) -> Frame:
    """Return the rows of the table pegawai."""
    chance = generator(order, 2, kelompok.number)
    week = draw(chance, shares("pekan_kerja"), len(people))
    holds = (people.kind != PELAKSANA) & (people.status != CPNS)
    unit = people.pemda_id * 1000 + chance.integers(1, UNITS + 1, len(people))
    return Frame.of(
        fact_table("pegawai"),
        {
            "pegawai_id": people.pegawai_id,
            "pemda_id": people.pemda_id,
            "unit_id": unit,
            "status": words(people.status, STATUS),
            "pekan_kerja": words(week, ("lima_hari", "enam_hari")),
            "memegang_jabatan": Cells(holds),
            "lahir_on": people.lahir_on,
        },
    )


def _kinds(chance: np.random.Generator, status: Whole) -> Whole:
    """Draw the kinds of posts; only a PNS holds a structural one."""
    parts = shares("jabatan")
    kind = np.empty(len(status), np.int64)
    pns = status == PNS
    structural = parts["struktural"] / max(float(pns.mean()), parts["struktural"])
    rest = parts["fungsional"] + parts["pelaksana"]
    others = {name: parts[name] / rest for name in KINDS[:2]}
    kind[~pns] = draw(chance, others, int((~pns).sum()))
    weights = {name: part * (1 - structural) for name, part in others.items()}
    kind[pns] = draw(chance, {**weights, "struktural": structural}, int(pns.sum()))
    return kind


def _education(chance: np.random.Generator, kind: Whole) -> tuple[Whole, Whole]:
    """Draw education by kind of post, so that all together have the counted distribution."""
    overall, of_kind = shares("pendidikan"), shares("jabatan")
    given = {k: shares(f"pendidikan_{KINDS[k]}") for k in (PELAKSANA, STRUKTURAL)}
    left = {
        level: part - sum(of_kind[KINDS[k]] * given[k][level] for k in given)
        for level, part in overall.items()
    }
    given[FUNGSIONAL] = {level: max(part, 0.0) for level, part in left.items()}
    broad = np.empty(len(kind), np.int64)
    for each, weights in given.items():
        chosen = kind == each
        broad[chosen] = draw(chance, weights, int(chosen.sum()))
    tingkat = np.array([SLTA, D3, S1, S2, S3])[broad]
    low = (broad == 0) & (kind == PELAKSANA)
    tingkat[low] = np.array([SD, SLTP, SLTA])[draw(chance, shares("sd_sma"), int(low.sum()))]
    return tingkat, _functions(chance, kind, tingkat)


def _functions(chance: np.random.Generator, kind: Whole, tingkat: Whole) -> Whole:
    """Draw which function: a teacher has S-1 at least, so they come from those who have it."""
    parts = shares("fungsional")
    function = np.full(len(kind), LAINNYA, np.int64)
    fungsional = kind == FUNGSIONAL
    studied = fungsional & (tingkat >= S1)
    teachers = min(0.95, parts["guru"] * fungsional.sum() / max(1, studied.sum()))
    is_teacher = studied & (chance.random(len(kind)) < teachers)
    function[is_teacher] = GURU
    others = fungsional & ~is_teacher
    care = parts["kesehatan"] / (parts["kesehatan"] + parts["lainnya"])
    function[others & (chance.random(len(kind)) < care)] = KESEHATAN
    return function


def _ages(chance: np.random.Generator, name: str, oldest: Numbers) -> Numbers:
    rows = len(oldest)
    bin_ = draw(chance, shares(name), rows)
    low = np.array([23.5, 31, 41, 51])[bin_]
    high = np.minimum(np.array([31, 41, 51, 61])[bin_], oldest)
    ages: Numbers = low + (high - low) * chance.random(rows)
    return ages


def _service(chance: np.random.Generator, age: Numbers, youngest: Numbers) -> Numbers:
    """Draw years of service; whoever is older has, by and large, served longer."""
    rows = len(age)
    bin_ = np.sort(draw(chance, shares("masa_kerja_pns"), rows))
    low, high = np.array([1.1, 11, 21, 31])[bin_], np.array([11, 21, 31, 38])[bin_]
    years = np.sort(low + (high - low) * chance.random(rows))
    by_age = np.argsort(age + chance.normal(0, 5, rows), kind="stable")
    served = np.empty(rows)
    served[by_age] = years
    kept: Numbers = np.clip(served, age - _OLDEST_AT_ENTRY, age - youngest)
    return kept
