"""How far the people came: ranks at lawful days, and the posts that go with them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pamong.kernel.golongan import GOLONGAN_PNS, GOLONGAN_PPPK
from pamong.law.fact_table import fact_table
from pamong.synth.cells import Cells, Flags, Frame, Whole, no_cells, words
from pamong.synth.days import YEAR, add_months, first_of, months_of, next_promotion_day
from pamong.synth.governments import Kelompok, generator
from pamong.synth.marginals import draw, shares
from pamong.synth.order import Order
from pamong.synth.people import CPNS, FUNGSIONAL, PELAKSANA, S1, STRUKTURAL, People

#: Both ladders of rank one after the other: I/a to IV/e, then I to XVII.
GOLONGAN = tuple(str(each) for each in (*GOLONGAN_PNS, *GOLONGAN_PPPK))
FIRST_PPPK = len(GOLONGAN_PNS)
RANK_YEARS = 4
NOT_YET = np.iinfo(np.int32).max
"""The day of a promotion that has not come."""

_RANK = {str(each): place for place, each in enumerate(GOLONGAN_PNS)}
# By the diploma of entry, SD to S-3; who has S-2 or S-3 entered with S-1.
_ENTRY = np.array([_RANK[r] for r in ("I/a", "I/c", "II/a", "II/c", "III/a", "III/a", "III/a")])
# PP 12/2002 Pasal 8: the highest rank of a regular promotion by diploma.
_CEILING = np.array(
    [_RANK[r] for r in ("II/a", "II/c", "III/b", "III/c", "III/d", "IV/a", "IV/b")]
)
# "By choice", as functional and structural posts allow; never above IV/b here.
_CEILING_BY_CHOICE = np.array(
    [_RANK[r] for r in ("II/a", "II/c", "III/d", "III/d", "IV/b", "IV/b", "IV/b")]
)
_ENTRY_PPPK = FIRST_PPPK - 1 + np.array([1, 4, 5, 7, 9, 9, 9])
_KINDS = ("pengangkatan", "reguler", "pilihan")
_POSTS = ("pelaksana", "pengawas", "administrator", "jpt_pratama", "fungsional")
_JENJANG = (
    *("pemula", "terampil", "mahir", "penyelia"),
    *("ahli_pertama", "ahli_muda", "ahli_madya"),
)
_NAMES = (
    *("Guru", "Perawat", "Bidan", "Penyuluh Pertanian", "Pranata Komputer", "Analis Kebijakan"),
    *("Pengadministrasi Perkantoran", "Pengelola Layanan Operasional", "Penata Layanan"),
    *("Kepala Subbagian", "Kepala Bidang", "Kepala Dinas"),
)


@dataclass(frozen=True, slots=True)
class Ranks:
    """The rank of everybody over time: that of entry, and the day of each promotion."""

    entry: Whole
    promoted_on: tuple[Whole, ...]
    """The days of the first, second … promotion; ``NOT_YET`` where there is none."""

    def on(self, days: Whole) -> Whole:
        """Return the rank of each on a day, as a place in ``GOLONGAN``."""
        rank = self.entry.copy()
        for promoted in self.promoted_on:
            rank += promoted <= days
        return rank

    def reached_on(self, people: People, rank: Whole) -> Whole:
        """Return the day on which each reached a rank; that of entry where it was no higher."""
        day = people.entered_on.copy()
        for step, promoted in enumerate(self.promoted_on, 1):
            day = np.where((self.entry + step <= rank) & (promoted != NOT_YET), promoted, day)
        return day


def make_ranks(order: Order, kelompok: Kelompok, people: People) -> Ranks:
    """Promote everybody after four years or more, on lawful days, up to the ceiling."""
    chance = generator(order, 3, kelompok.number)
    entry = np.where(people.is_pppk, _ENTRY_PPPK[people.tingkat], _ENTRY[people.tingkat])
    ceiling = np.where(
        people.kind == PELAKSANA, _CEILING[people.tingkat], _CEILING_BY_CHOICE[people.tingkat]
    )
    day, promoted = people.entered_on, []
    going = ~people.is_pppk & (people.status != CPNS)
    for step in range(1, FIRST_PPPK):
        waited = chance.integers(0, 14, len(people))
        day = next_promotion_day(add_months(day, RANK_YEARS * 12 + waited))
        going = going & (entry + step <= ceiling) & (day <= people.as_of)
        if not going.any():
            break
        promoted.append(np.where(going, day, NOT_YET))
    return Ranks(entry, tuple(promoted))


def riwayat_pangkat(people: People, ranks: Ranks) -> Frame:
    """Return the ranks of everybody, from the first on."""
    everybody = np.arange(len(people))
    parts = [(everybody, people.entered_on, ranks.entry, np.zeros(len(people), np.int64))]
    for step, promoted in enumerate(ranks.promoted_on, 1):
        who = np.flatnonzero(promoted != NOT_YET)
        rank = ranks.entry[who] + step
        by_choice = rank > _CEILING[people.tingkat[who]]
        parts.append((who, promoted[who], rank, np.where(by_choice, 2, 1)))
    who, day, rank, kind = (np.concatenate(each) for each in zip(*parts, strict=True))
    return Frame.of(
        fact_table("riwayat_pangkat"),
        {
            "pegawai_id": people.pegawai_id[who],
            "golongan": words(rank, GOLONGAN),
            "tmt_on": day,
            "jenis": words(kind, _KINDS),
            # Everybody's pay is on record with its years; decrees on rank need not say them too.
            "mkg_bulan": no_cells(len(who)),
        },
    )


def riwayat_jabatan(order: Order, kelompok: Kelompok, people: People, ranks: Ranks) -> Frame:
    """Return the posts: the one held now, and the one before where there was another."""
    chance = generator(order, 4, kelompok.number)
    rank = ranks.on(np.full(len(people), people.as_of))
    post = _posts(chance, people, rank)
    jenjang = _jenjang(people, rank)
    since = _since(chance, people, ranks, post, jenjang)
    names = _names(chance, people, post)
    was = np.where(people.kind == FUNGSIONAL, post, _POSTS.index("pelaksana"))
    was_jenjang = np.where(people.kind == FUNGSIONAL, np.maximum(jenjang - 1, 0), 0)
    was_name = np.where(people.kind == FUNGSIONAL, names, _NAMES.index("Penata Layanan"))
    earlier = np.flatnonzero(since > people.entered_on)
    everybody = np.arange(len(people))
    who = np.concatenate([earlier, everybody])
    ends = np.concatenate([since[earlier], np.zeros(len(people), np.int64)])
    kind = np.concatenate([was[earlier], post])
    return Frame.of(
        fact_table("riwayat_jabatan"),
        {
            "pegawai_id": people.pegawai_id[who],
            "starts_on": np.concatenate([people.entered_on[earlier], since]),
            "ends_before": Cells(ends, np.arange(len(who)) >= len(earlier)),
            "jenis": words(kind, _POSTS),
            "jenjang": words(
                np.concatenate([was_jenjang[earlier], jenjang]),
                _JENJANG,
                empty=kind != _POSTS.index("fungsional"),
            ),
            "nama": words(np.concatenate([was_name[earlier], names]), _NAMES),
        },
    )


def _posts(chance: np.random.Generator, people: People, rank: Whole) -> Whole:
    """Return the kind of post of each; the highest structural ones go with rank and age."""
    post = np.full(len(people), _POSTS.index("pelaksana"), np.int64)
    post[(people.kind == FUNGSIONAL) & (people.status != CPNS)] = _POSTS.index("fungsional")
    structural = np.flatnonzero(people.kind == STRUKTURAL)
    drawn = np.sort(draw(chance, shares("struktural"), len(structural)))
    highest_first = np.lexsort([people.lahir_on[structural], -rank[structural]])
    post[structural[highest_first]] = _POSTS.index("jpt_pratama") - drawn
    return post


def _jenjang(people: People, rank: Whole) -> Whole:
    """Return the functional level that goes with rank and diploma."""
    expert = people.tingkat >= S1
    pppk = people.is_pppk
    by_rank = np.where(
        expert,
        4 + (rank >= _RANK["III/c"]) + (rank >= _RANK["IV/a"]),
        (rank >= _RANK["II/b"]) * 1 + (rank >= _RANK["III/a"]) + (rank >= _RANK["III/c"]),
    )
    return np.where(pppk, np.where(expert, 4, (rank >= _ENTRY_PPPK[3]) * 1), by_rank)


def _since(
    chance: np.random.Generator, people: People, ranks: Ranks, post: Whole, jenjang: Whole
) -> Whole:
    """Return the first day in the post held now; nobody is in a structural one for five years."""
    lowest = np.array([_RANK[r] for r in ("II/a", "II/b", "III/a", "III/c")])
    experts = np.array([_RANK[r] for r in ("III/a", "III/c", "IV/a")])
    needed = np.where(jenjang >= 4, experts[np.maximum(jenjang - 4, 0)], lowest[jenjang % 4])
    reached = ranks.reached_on(people, needed)
    appointed = first_of(
        months_of(people.as_of - np.floor(chance.uniform(0.2, 4.6, len(people)) * YEAR))
    )
    since = np.where(people.kind == FUNGSIONAL, reached, people.entered_on)
    structural = people.kind == STRUKTURAL
    since = np.where(structural, np.maximum(appointed, people.entered_on), since)
    return np.where(people.is_pppk | (post == 0), people.entered_on, since)


def _names(chance: np.random.Generator, people: People, post: Whole) -> Whole:
    few = chance.integers(0, 2, len(people))
    functional = np.array([0, 1, 3])[people.function] + few * np.array([0, 1, 2])[people.function]
    structural = 8 + post
    return np.where(
        post == _POSTS.index("fungsional"), functional, np.where(post == 0, 6 + few, structural)
    )


def is_structural(people: People) -> Flags:
    """Return whether each holds a structural post."""
    structural: Flags = people.kind == STRUKTURAL
    return structural
