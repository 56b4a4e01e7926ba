"""Kinds of doubt across the rows and files of one export."""

from __future__ import annotations

from pamong.exchange.kinds.kind import ask, must
from pamong.kernel.language import mark

OF_FILES = (
    must(
        "baris-ganda",
        mark("Baris ini sama dengan %(other)s."),
        mark("Biarkan satu saja."),
    ),
    must(
        "nip-ganda",
        mark("NIP ini juga pada %(other)s, dengan isi lain."),
        mark("Tentukan baris mana yang benar; gabungkan bila satu orang."),
    ),
    ask(
        "nik-dua-orang",
        mark("NIK ini juga milik NIP lain (%(other)s)."),
        mark("Cocokkan dengan KTP-el keduanya."),
    ),
    ask(
        "orang-dua-nip",
        mark("Nama dan tanggal lahir ini juga pada NIP lain (%(other)s)."),
        mark("Bila satu orang, usulkan penggabungan; bila dua, terima."),
    ),
    ask(
        "nama-berbeda",
        mark("Nama berbeda dari baris utama NIP ini (%(other)s)."),
        mark("Periksa NIP-nya; terima bila hanya cara menulis."),
    ),
    must(
        "riwayat-tanpa-pegawai",
        mark("Tidak ada baris pegawai untuk riwayat ini."),
        mark("Sertakan data pegawainya, atau periksa NIP-nya."),
    ),
    ask(
        "pangkat-turun",
        mark("Golongan ini lebih rendah daripada yang sebelumnya (%(before)s)."),
        mark("Periksa urutan TMT; terima bila ada hukuman penurunan pangkat."),
    ),
    ask(
        "sebelum-cpns",
        mark("TMT (%(start)s) sebelum TMT CPNS (%(cpns)s)."),
        mark("Periksa kedua TMT pada SK."),
    ),
    ask(
        "masa-bertumpuk",
        mark("Masa ini bertumpuk dengan %(other)s."),
        mark("Periksa tanggal mulai dan akhir keduanya."),
    ),
    ask(
        "tmt-kembar",
        mark("TMT ini juga pada %(other)s, dengan isi lain."),
        mark("Dua hal tidak mulai pada hari yang sama; periksa keduanya."),
    ),
    ask(
        "golongan-akhir-berbeda",
        mark("Golongan akhir berbeda dari riwayat terakhir (%(last)s)."),
        mark("Lengkapi riwayat golongan, atau perbaiki golongan akhir."),
    ),
    ask(
        "jabatan-akhir-berbeda",
        mark("TMT jabatan berbeda dari riwayat jabatan terakhir (%(last)s)."),
        mark("Lengkapi riwayat jabatan, atau perbaiki TMT jabatan."),
    ),
    ask(
        "tahun-kembar",
        mark("Tahun ini sudah dinilai pada %(other)s."),
        mark("Biarkan satu penilaian untuk satu masa."),
    ),
    ask(
        "unit-tidak-dikenal",
        mark("Unit ini tidak ada dalam daftar unit."),
        mark("Masukkan unitnya dahulu, atau periksa pengenalnya."),
    ),
)
