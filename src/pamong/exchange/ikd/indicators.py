"""The 27 indicators: what each looks at, and what to do where it is broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pamong.exchange.ikd import looking as look
from pamong.exchange.ikd.facts import PersonFacts
from pamong.kernel.language import mark


class Dimension(StrEnum):
    """The four dimensions of the index."""

    COMPLETENESS = "com"
    TIMELINESS = "tim"
    ACCURACY = "acc"
    CONSISTENCY = "con"


WEIGHTS = {
    Dimension.COMPLETENESS: Decimal("0.28"),
    Dimension.TIMELINESS: Decimal("0.31"),
    Dimension.ACCURACY: Decimal("0.30"),
    Dimension.CONSISTENCY: Decimal("0.11"),
}
DIMENSION_LABELS = {
    Dimension.COMPLETENESS: mark("Kelengkapan"),
    Dimension.TIMELINESS: mark("Ketepatan waktu"),
    Dimension.ACCURACY: mark("Akurasi"),
    Dimension.CONSISTENCY: mark("Konsistensi"),
}

Look = Callable[[PersonFacts, date], bool | None]
"""Tells whether the indicator is broken on a day; ``None`` where the record cannot tell."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator."""

    code: str
    dimension: Dimension
    is_broken: Look
    title: str
    advice: str


def _of(dimension: Dimension, *members: tuple[Look, str, str]) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(f"{dimension.value.upper()}-{number}", dimension, is_broken, title, advice)
        for number, (is_broken, title, advice) in enumerate(members, 1)
    )


_COMPLETENESS = _of(
    Dimension.COMPLETENESS,
    (look.no_appraisal, mark("Belum ada SKP tahun ini"), mark("Masukkan SKP tahun ini.")),
    (look.no_post, mark("Jabatan kosong"), mark("Masukkan riwayat jabatan terakhir.")),
    (look.no_education, mark("Pendidikan kosong"), mark("Masukkan pendidikan terakhir.")),
    (look.no_pns_day, mark("TMT PNS kosong"), mark("Masukkan SK PNS.")),
    (look.no_title, mark("Gelar kosong"), mark("Masukkan gelar menurut ijazah.")),
    (look.bad_email, mark("Surel tidak benar"), mark("Mintakan alamat surel yang dipakai.")),
    (look.no_phone, mark("Nomor telepon kosong"), mark("Mintakan nomor telepon.")),
)
_TIMELINESS = _of(
    Dimension.TIMELINESS,
    (look.in_old_unit, mark("Unit tidak aktif lagi"), mark("Pindahkan ke unit penggantinya.")),
    (
        look.not_yet_appointed,
        mark("Jabatan fungsional belum diangkat"),
        mark("Masukkan SK pengangkatan dalam jabatan fungsional."),
    ),
    (look.cpns_too_long, mark("CPNS lebih dari satu tahun"), mark("Masukkan SK PNS.")),
    (
        look.two_structural_posts,
        mark("Dua jabatan struktural sekaligus"),
        mark("Akhiri jabatan yang lama menurut SK."),
    ),
    (
        look.past_pension,
        mark("Melewati BUP tetapi masih aktif"),
        mark("Masukkan SK pensiun, atau perbaiki jabatannya."),
    ),
    (
        look.past_unpaid_leave,
        mark("CLTN sudah habis"),
        mark("Masukkan SK pengaktifan kembali atau perpanjangannya."),
    ),
)
_ACCURACY = _of(
    Dimension.ACCURACY,
    (
        look.cpns_after_pns,
        mark("TMT CPNS sesudah TMT PNS"),
        mark("Cocokkan kedua TMT dengan SK."),
    ),
    (
        look.wrong_secondment,
        mark("Jenis pegawai DPK atau DPB tidak cocok"),
        mark("Cocokkan jenis pegawai dengan instansi induk dan instansi kerja."),
    ),
    (
        look.structural_too_soon,
        mark("Masa kerja kurang dari dua tahun dan struktural"),
        mark("Cocokkan TMT CPNS dan TMT jabatan."),
    ),
    (
        look.wrong_pppk_status,
        mark("Status PPPK tidak cocok"),
        mark("Cocokkan kedudukan hukum dengan perjanjian kerja."),
    ),
    (
        look.nik_not_verified,
        mark("NIK belum terverifikasi"),
        mark("Padankan NIK dengan Dukcapil."),
    ),
    (
        look.education_below_echelon,
        mark("Pendidikan di bawah syarat eselon"),
        mark("Periksa pendidikan terakhir yang diakui."),
    ),
    (
        look.wrong_pppk_year,
        mark("Tahun PPPK tidak cocok"),
        mark("Cocokkan tahun dalam nomor dengan awal perjanjian kerja."),
    ),
    (
        look.education_below_function,
        mark("Pendidikan di bawah syarat jabatan fungsional"),
        mark("Periksa pendidikan terakhir yang diakui."),
    ),
    (
        look.functional_name,
        mark("Pelaksana dengan nama jabatan fungsional"),
        mark("Perbaiki jenis atau nama jabatannya."),
    ),
    (
        look.rank_below_leader,
        mark("Pimpinan tinggi di bawah pangkat minimum"),
        mark("Periksa riwayat golongan dan jabatannya."),
    ),
)
_CONSISTENCY = _of(
    Dimension.CONSISTENCY,
    (
        look.birth_beside_number,
        mark("Tanggal lahir berbeda dari NIP"),
        mark("Cocokkan dengan SK CPNS atau SK perbaikan tanggal lahir."),
    ),
    (
        look.cpns_beside_number,
        mark("TMT CPNS berbeda dari NIP"),
        mark("Cocokkan dengan SK CPNS."),
    ),
    (
        look.sex_beside_number,
        mark("Jenis kelamin berbeda dari NIP"),
        mark("Cocokkan dengan KTP-el."),
    ),
    (
        look.year_beside_number,
        mark("Tahun pengangkatan berbeda dari nomor"),
        mark("Cocokkan dengan SK pengangkatan atau perjanjian kerja."),
    ),
)

INDICATORS = {
    each.code: each for each in (*_COMPLETENESS, *_TIMELINESS, *_ACCURACY, *_CONSISTENCY)
}
"""Every indicator by its code."""
