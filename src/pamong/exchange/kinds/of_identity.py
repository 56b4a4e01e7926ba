"""Kinds of doubt about one cell that says who somebody is, or whose letters are broken."""

from __future__ import annotations

from pamong.exchange.kinds.kind import ask, must
from pamong.kernel.language import mark

OF_IDENTITY = (
    must(
        "wajib-kosong",
        mark("Kolom %(column)s kosong, padahal wajib."),
        mark("Isi kolom itu, atau hapus barisnya bila memang bukan data."),
    ),
    must(
        "teks-rusak",
        mark("Hurufnya rusak (salah penyandian)."),
        mark("Simpan ulang berkas asalnya sebagai .xlsx atau CSV UTF-8."),
    ),
    must(
        "rumus-gagal",
        mark("Rumus di sel ini gagal (%(error)s)."),
        mark("Perbaiki rumusnya, atau ganti dengan nilainya."),
    ),
    must(
        "nip-rusak-excel",
        mark("NIP tersimpan sebagai angka, sehingga angka-angka terakhirnya hilang."),
        mark("Format kolomnya sebagai Teks, lalu salin NIP dari sumbernya; jangan diketik ulang."),
    ),
    must(
        "nip-18-angka",
        mark("NIP terdiri atas 18 angka; di sini %(count)s."),
        mark("Periksa angka yang kurang, lebih, atau terbaca huruf."),
    ),
    must(
        "nip-lama",
        mark("Ini NIP lama (9 angka)."),
        mark("Isikan NIP 18 angka; NIP lama punya kolom sendiri."),
    ),
    must(
        "nip-tanggal-lahir",
        mark("Delapan angka pertama NIP bukan tanggal."),
        mark("Cocokkan dengan SK CPNS atau kartu pegawai."),
    ),
    must(
        "nip-bulan-tmt",
        mark("Angka ke-13 dan 14 NIP 00, jadi bukan bulan TMT."),
        mark("Cocokkan dengan SK CPNS."),
    ),
    must(
        "nip-jenis-kelamin",
        mark("Angka ke-15 NIP bukan 1 (laki-laki) atau 2 (perempuan)."),
        mark("Cocokkan dengan SK CPNS."),
    ),
    must(
        "nip-nomor-urut",
        mark("Tiga angka terakhir NIP 000; nomor urut dimulai dari 001."),
        mark("Cocokkan dengan SK CPNS."),
    ),
    must(
        "nip-tmt-sebelum-18-tahun",
        mark("Menurut NIP, pengangkatan terjadi sebelum umur 18 tahun."),
        mark("Periksa tanggal lahir dan TMT CPNS pada SK."),
    ),
    ask(
        "nip-usia",
        mark("Menurut NIP, umur saat pengangkatan di atas %(age)s tahun."),
        mark("Periksa dasar pengangkatannya; terima bila benar."),
    ),
    must(
        "nomor-rekaan",
        mark("Nomor ini nomor contoh yang tidak mungkin milik seseorang."),
        mark("Berkas berisi data rekaan; pakai hanya pada peragaan."),
    ),
    must(
        "nik-rusak-excel",
        mark("NIK tersimpan sebagai angka, sehingga angka terakhirnya hilang."),
        mark("Format kolomnya sebagai Teks, lalu salin NIK dari sumbernya."),
    ),
    must(
        "nomor-rusak-excel",
        mark(
            "Nomor panjang ini tersimpan sebagai angka, sehingga angka-angka terakhirnya hilang."
        ),
        mark("Format kolomnya sebagai Teks, lalu salin nomornya dari sumbernya."),
    ),
    must(
        "nik-16-angka",
        mark("NIK terdiri atas 16 angka; di sini %(count)s."),
        mark("Cocokkan dengan KTP-el."),
    ),
    must(
        "nik-tanggal-lahir",
        mark("Angka ke-7 sampai 12 NIK bukan tanggal lahir."),
        mark("Cocokkan dengan KTP-el; hari perempuan ditambah 40."),
    ),
    must(
        "nik-nomor-urut",
        mark("Empat angka terakhir NIK 0000; nomor urut dimulai dari 0001."),
        mark("Cocokkan dengan KTP-el. Excel menghilangkan angka terakhir bila NIK diketik."),
    ),
)
