"""Kinds of doubt about one row: cells that do not agree, rows that are no data."""

from __future__ import annotations

from pamong.exchange.kinds.kind import ask, must
from pamong.kernel.language import mark

OF_ROWS = (
    ask(
        "nip-tanggal-lahir-berbeda",
        mark("Tanggal lahir (%(record)s) berbeda dari yang ada dalam NIP (%(number)s)."),
        mark("Cocokkan dengan SK perbaikan tanggal lahir; NIP tidak berubah karenanya."),
    ),
    ask(
        "nip-jenis-kelamin-berbeda",
        mark("Jenis kelamin berbeda dari yang ada dalam NIP."),
        mark("Cocokkan dengan KTP-el."),
    ),
    ask(
        "nip-tmt-berbeda",
        mark("TMT CPNS (%(record)s) berbeda dari tahun dan bulan dalam NIP (%(number)s)."),
        mark("Cocokkan dengan SK CPNS."),
    ),
    ask(
        "nik-tanggal-lahir-berbeda",
        mark("Tanggal lahir (%(record)s) berbeda dari yang ada dalam NIK."),
        mark("Cocokkan dengan KTP-el."),
    ),
    ask(
        "nik-jenis-kelamin-berbeda",
        mark("Jenis kelamin berbeda dari yang ada dalam NIK."),
        mark("Cocokkan dengan KTP-el."),
    ),
    must(
        "cpns-sesudah-pns",
        mark("TMT CPNS (%(cpns)s) sesudah TMT PNS (%(pns)s)."),
        mark("Cocokkan dengan kedua SK; mungkin tertukar."),
    ),
    must(
        "mulai-sesudah-akhir",
        mark("Hari mulai (%(start)s) sesudah hari akhir (%(end)s)."),
        mark("Cocokkan dengan SK; mungkin tertukar."),
    ),
    ask(
        "kode-dan-nama-berbeda",
        mark("Kode %(id)s berarti %(known)s, tetapi di sebelahnya tertulis lain."),
        mark("Periksa mana yang benar: kode atau namanya."),
    ),
    ask(
        "jenis-jabatan-berbeda",
        mark("Jenis jabatan tidak cocok dengan kolom jabatan yang terisi."),
        mark("Isi kolom jabatan menurut jenisnya: struktural, fungsional, atau pelaksana."),
    ),
    ask(
        "eselon-tanpa-struktural",
        mark("Ada eselon, padahal jenis jabatannya bukan struktural."),
        mark("Periksa jenis jabatan atau kosongkan eselonnya."),
    ),
    ask(
        "pendidikan-dan-gelar",
        mark("Gelar %(title)s tidak cocok dengan tingkat pendidikan %(level)s."),
        mark("Cocokkan dengan ijazah terakhir yang diakui."),
    ),
    must(
        "pppk-golongan-pns",
        mark("Nomor ini nomor PPPK, tetapi golongannya golongan PNS."),
        mark("Golongan PPPK I sampai XVII. Periksa nomor atau golongannya."),
    ),
    must(
        "pns-golongan-pppk",
        mark("Nomor ini NIP PNS, tetapi golongannya golongan PPPK."),
        mark("Golongan PNS I/a sampai IV/e. Periksa nomor atau golongannya."),
    ),
    ask(
        "melewati-bup",
        mark("Masih aktif, padahal pensiunnya sudah tiba (%(day)s)."),
        mark("Periksa kedudukan hukum, jabatan, dan SK pensiunnya."),
    ),
    ask(
        "gaji-sebelum-diangkat",
        mark("TMT (%(start)s) sebelum pengangkatan menurut NIP (%(number)s)."),
        mark("Periksa TMT dan NIP-nya pada SK."),
    ),
    ask(
        "masa-kerja-di-luar-daftar",
        mark(
            "Masa kerja %(years)s tahun di luar daftar gaji golongan %(golongan)s"
            " (barisnya %(limit)s tahun)."
        ),
        mark("Cocokkan golongan dan masa kerja golongan (MKG) dengan SK-nya."),
    ),
    ask(
        "gaji-berbeda-dari-daftar",
        mark(
            "Menurut daftar gaji pada TMT-nya, golongan %(golongan)s dengan masa kerja %(years)s"
            " tahun bergaji pokok %(known)s."
        ),
        mark("Cocokkan dengan SK-nya; terima bila benar, misalnya 80 persen bagi calon PNS."),
    ),
    must(
        "kolom-tertukar",
        mark("Isi kolom %(one)s dan %(other)s tampaknya tertukar."),
        mark("Kembalikan isinya ke kolom masing-masing."),
    ),
    must(
        "baris-jumlah",
        mark("Ini baris jumlah atau keterangan, bukan data."),
        mark("Hapus baris ini dari berkas, atau lewati."),
    ),
    must(
        "judul-berulang",
        mark("Ini judul kolom yang berulang, bukan data."),
        mark("Hapus baris ini dari berkas, atau lewati."),
    ),
    must(
        "sel-gabungan",
        mark("Baris ini memuat sel gabungan, jadi tidak pasti sel mana yang kosong."),
        mark("Pisahkan sel gabungannya (Unmerge), lalu isi tiap baris."),
    ),
    ask(
        "baris-tersembunyi",
        mark("Baris ini disembunyikan di Excel."),
        mark("Tampilkan dahulu dan periksa; terima bila memang data."),
    ),
    ask(
        "lembar-tersembunyi",
        mark("Lembar ini disembunyikan di Excel."),
        mark("Tampilkan dahulu dan periksa; terima bila memang data."),
    ),
    ask(
        "di-luar-judul",
        mark("Ada isian di sebelah kanan kolom terakhir yang berjudul."),
        mark("Beri judul kolomnya, atau hapus isiannya."),
    ),
)
