"""Kinds of doubt about one cell: days, numbers, codes, addresses, names."""

from __future__ import annotations

from pamong.exchange.kinds.kind import ask, must
from pamong.kernel.language import mark

OF_CELLS = (
    must(
        "hari-tidak-ada",
        mark("Tanggal ini tidak ada dalam kalender."),
        mark("Cocokkan dengan dokumennya."),
    ),
    must(
        "hari-dua-angka",
        mark("Tahun ditulis dengan dua angka: 19%(short)s atau 20%(short)s?"),
        mark("Tulis tahun dengan empat angka."),
    ),
    must(
        "hari-bentuk",
        mark("Ini bukan tanggal yang dapat dibaca dengan pasti."),
        mark("Tulis seperti 18-03-2019 atau 18 Maret 2019."),
    ),
    must(
        "hari-serial",
        mark("Teks ini mungkin nomor hari Excel (%(day)s), mungkin bukan."),
        mark("Format kolomnya sebagai Tanggal di Excel, lalu simpan lagi."),
    ),
    ask(
        "hari-mendatang",
        mark("Tanggal ini belum tiba."),
        mark("Periksa tahunnya; terima bila memang sudah ditetapkan."),
    ),
    must(
        "hari-terlalu-lama",
        mark("Tanggal ini sebelum 1900, atau tanggal kosong bawaan Excel."),
        mark("Cocokkan dengan dokumennya, atau kosongkan."),
    ),
    must(
        "angka-bentuk",
        mark("Ini bukan angka yang dapat dibaca dengan pasti."),
        mark("Tulis seperti 1.234,5: titik untuk ribuan, koma untuk desimal."),
    ),
    must(
        "angka-titik",
        mark("Titik di sini dapat berarti ribuan atau desimal."),
        mark("Tulis desimal dengan koma, atau format kolomnya sebagai Angka."),
    ),
    must(
        "angka-di-luar-batas",
        mark("Angka ini di luar yang mungkin (%(low)s sampai %(high)s)."),
        mark("Cocokkan dengan dokumennya."),
    ),
    must(
        "masa-kerja-bulan",
        mark("Bulan masa kerja lebih dari 11."),
        mark("Dua belas bulan menjadi satu tahun: tambahkan ke kolom tahun."),
    ),
    must(
        "tahun-tidak-mungkin",
        mark("Tahun ini tidak mungkin."),
        mark("Tulis tahun dengan empat angka, paling akhir tahun ini."),
    ),
    must(
        "golongan-tidak-dikenal",
        mark("Golongan ini tidak dikenal."),
        mark("PNS: I/a sampai IV/e. PPPK: I sampai XVII."),
    ),
    must(
        "kode-tidak-dikenal",
        mark("Kode ini tidak ada dalam daftar SIASN untuk %(column)s."),
        mark("Pakai salah satu kode daftar itu: %(known)s."),
    ),
    must(
        "jenis-kelamin",
        mark("Jenis kelamin tidak dapat dibaca."),
        mark("Tulis L atau P."),
    ),
    must(
        "ya-atau-tidak",
        mark("Di sini hanya ya atau tidak."),
        mark("Tulis ya, tidak, 1, atau 0."),
    ),
    ask(
        "surel-bentuk",
        mark("Ini bukan alamat surel."),
        mark("Tulis satu alamat seperti nama@contoh.go.id. Bila diterima, surelnya kosong."),
    ),
    ask(
        "telepon-bentuk",
        mark("Ini bukan nomor telepon, atau angka 0 di depannya hilang."),
        mark("Tulis satu nomor seperti 0812… atau +62812…. Bila diterima, nomornya kosong."),
    ),
    must(
        "nama-bentuk",
        mark("Nama memuat angka atau tanda yang tidak ada dalam nama."),
        mark("Periksa apakah kolomnya tertukar."),
    ),
    ask(
        "nama-bergelar",
        mark("Nama memuat gelar (%(titles)s), yang di SIASN punya kolom sendiri."),
        mark("Pindahkan gelar ke kolomnya; terima bila itu bagian nama."),
    ),
)
