"""The list of the kinds of doubt; ``docs/reference/exchange.md`` is written from it."""

from __future__ import annotations

from dataclasses import dataclass

from pamong.kernel.identity import Severity
from pamong.kernel.language import mark


@dataclass(frozen=True, slots=True)
class DoubtKind:
    """A kind of mistake: its code, what it does to the row, its sentence and the advice."""

    code: str
    severity: Severity
    message: str
    advice: str


def _must(code: str, message: str, advice: str) -> DoubtKind:
    return DoubtKind(code, Severity.REFUSES, message, advice)


def _ask(code: str, message: str, advice: str) -> DoubtKind:
    return DoubtKind(code, Severity.WARNS, message, advice)


_CELL = (
    _must(
        "wajib-kosong",
        mark("Kolom %(column)s kosong, padahal wajib."),
        mark("Isi kolom itu, atau hapus barisnya bila memang bukan data."),
    ),
    _must(
        "teks-rusak",
        mark("Hurufnya rusak (salah penyandian)."),
        mark("Simpan ulang berkas asalnya sebagai .xlsx atau CSV UTF-8."),
    ),
    _must(
        "rumus-gagal",
        mark("Rumus di sel ini gagal (%(error)s)."),
        mark("Perbaiki rumusnya, atau ganti dengan nilainya."),
    ),
    _must(
        "nip-rusak-excel",
        mark("NIP tersimpan sebagai angka, sehingga angka-angka terakhirnya hilang."),
        mark("Format kolomnya sebagai Teks, lalu salin NIP dari sumbernya; jangan diketik ulang."),
    ),
    _must(
        "nip-18-angka",
        mark("NIP terdiri atas 18 angka; di sini %(count)s."),
        mark("Periksa angka yang kurang, lebih, atau terbaca huruf."),
    ),
    _must(
        "nip-lama",
        mark("Ini NIP lama (9 angka)."),
        mark("Isikan NIP 18 angka; NIP lama punya kolom sendiri."),
    ),
    _must(
        "nip-tanggal-lahir",
        mark("Delapan angka pertama NIP bukan tanggal."),
        mark("Cocokkan dengan SK CPNS atau kartu pegawai."),
    ),
    _must(
        "nip-bulan-tmt",
        mark("Angka ke-13 dan 14 NIP 00, jadi bukan bulan TMT."),
        mark("Cocokkan dengan SK CPNS."),
    ),
    _must(
        "nip-jenis-kelamin",
        mark("Angka ke-15 NIP bukan 1 (laki-laki) atau 2 (perempuan)."),
        mark("Cocokkan dengan SK CPNS."),
    ),
    _must(
        "nip-nomor-urut",
        mark("Tiga angka terakhir NIP 000; nomor urut dimulai dari 001."),
        mark("Cocokkan dengan SK CPNS."),
    ),
    _must(
        "nip-tmt-sebelum-18-tahun",
        mark("Menurut NIP, pengangkatan terjadi sebelum umur 18 tahun."),
        mark("Periksa tanggal lahir dan TMT CPNS pada SK."),
    ),
    _ask(
        "nip-usia",
        mark("Menurut NIP, umur saat pengangkatan di atas %(age)s tahun."),
        mark("Periksa dasar pengangkatannya; terima bila benar."),
    ),
    _must(
        "nomor-rekaan",
        mark("Nomor ini nomor contoh yang tidak mungkin milik seseorang."),
        mark("Berkas berisi data rekaan; pakai hanya pada peragaan."),
    ),
    _must(
        "nik-rusak-excel",
        mark("NIK tersimpan sebagai angka, sehingga angka terakhirnya hilang."),
        mark("Format kolomnya sebagai Teks, lalu salin NIK dari sumbernya."),
    ),
    _must(
        "nomor-rusak-excel",
        mark(
            "Nomor panjang ini tersimpan sebagai angka, sehingga angka-angka terakhirnya hilang."
        ),
        mark("Format kolomnya sebagai Teks, lalu salin nomornya dari sumbernya."),
    ),
    _must(
        "nik-16-angka",
        mark("NIK terdiri atas 16 angka; di sini %(count)s."),
        mark("Cocokkan dengan KTP-el."),
    ),
    _must(
        "nik-tanggal-lahir",
        mark("Angka ke-7 sampai 12 NIK bukan tanggal lahir."),
        mark("Cocokkan dengan KTP-el; hari perempuan ditambah 40."),
    ),
    _must(
        "nik-nomor-urut",
        mark("Empat angka terakhir NIK 0000; nomor urut dimulai dari 0001."),
        mark("Cocokkan dengan KTP-el. Excel menghilangkan angka terakhir bila NIK diketik."),
    ),
    _must(
        "hari-tidak-ada",
        mark("Tanggal ini tidak ada dalam kalender."),
        mark("Cocokkan dengan dokumennya."),
    ),
    _must(
        "hari-dua-angka",
        mark("Tahun ditulis dengan dua angka: 19%(short)s atau 20%(short)s?"),
        mark("Tulis tahun dengan empat angka."),
    ),
    _must(
        "hari-bentuk",
        mark("Ini bukan tanggal yang dapat dibaca dengan pasti."),
        mark("Tulis seperti 18-03-2019 atau 18 Maret 2019."),
    ),
    _must(
        "hari-serial",
        mark("Teks ini mungkin nomor hari Excel (%(day)s), mungkin bukan."),
        mark("Format kolomnya sebagai Tanggal di Excel, lalu simpan lagi."),
    ),
    _ask(
        "hari-mendatang",
        mark("Tanggal ini belum tiba."),
        mark("Periksa tahunnya; terima bila memang sudah ditetapkan."),
    ),
    _must(
        "hari-terlalu-lama",
        mark("Tanggal ini sebelum 1900, atau tanggal kosong bawaan Excel."),
        mark("Cocokkan dengan dokumennya, atau kosongkan."),
    ),
    _must(
        "angka-bentuk",
        mark("Ini bukan angka yang dapat dibaca dengan pasti."),
        mark("Tulis seperti 1.234,5: titik untuk ribuan, koma untuk desimal."),
    ),
    _must(
        "angka-titik",
        mark("Titik di sini dapat berarti ribuan atau desimal."),
        mark("Tulis desimal dengan koma, atau format kolomnya sebagai Angka."),
    ),
    _must(
        "angka-di-luar-batas",
        mark("Angka ini di luar yang mungkin (%(low)s sampai %(high)s)."),
        mark("Cocokkan dengan dokumennya."),
    ),
    _must(
        "masa-kerja-bulan",
        mark("Bulan masa kerja lebih dari 11."),
        mark("Dua belas bulan menjadi satu tahun: tambahkan ke kolom tahun."),
    ),
    _must(
        "tahun-tidak-mungkin",
        mark("Tahun ini tidak mungkin."),
        mark("Tulis tahun dengan empat angka, paling akhir tahun ini."),
    ),
    _must(
        "golongan-tidak-dikenal",
        mark("Golongan ini tidak dikenal."),
        mark("PNS: I/a sampai IV/e. PPPK: I sampai XVII."),
    ),
    _must(
        "kode-tidak-dikenal",
        mark("Kode ini tidak ada dalam daftar SIASN untuk %(column)s."),
        mark("Pakai salah satu kode daftar itu: %(known)s."),
    ),
    _must(
        "jenis-kelamin",
        mark("Jenis kelamin tidak dapat dibaca."),
        mark("Tulis L atau P."),
    ),
    _must(
        "ya-atau-tidak",
        mark("Di sini hanya ya atau tidak."),
        mark("Tulis ya, tidak, 1, atau 0."),
    ),
    _ask(
        "surel-bentuk",
        mark("Ini bukan alamat surel."),
        mark("Tulis satu alamat seperti nama@contoh.go.id. Bila diterima, surelnya kosong."),
    ),
    _ask(
        "telepon-bentuk",
        mark("Ini bukan nomor telepon, atau angka 0 di depannya hilang."),
        mark("Tulis satu nomor seperti 0812… atau +62812…. Bila diterima, nomornya kosong."),
    ),
    _must(
        "nama-bentuk",
        mark("Nama memuat angka atau tanda yang tidak ada dalam nama."),
        mark("Periksa apakah kolomnya tertukar."),
    ),
    _ask(
        "nama-bergelar",
        mark("Nama memuat gelar (%(titles)s), yang di SIASN punya kolom sendiri."),
        mark("Pindahkan gelar ke kolomnya; terima bila itu bagian nama."),
    ),
)
_ROW = (
    _ask(
        "nip-tanggal-lahir-berbeda",
        mark("Tanggal lahir (%(record)s) berbeda dari yang ada dalam NIP (%(number)s)."),
        mark("Cocokkan dengan SK perbaikan tanggal lahir; NIP tidak berubah karenanya."),
    ),
    _ask(
        "nip-jenis-kelamin-berbeda",
        mark("Jenis kelamin berbeda dari yang ada dalam NIP."),
        mark("Cocokkan dengan KTP-el."),
    ),
    _ask(
        "nip-tmt-berbeda",
        mark("TMT CPNS (%(record)s) berbeda dari tahun dan bulan dalam NIP (%(number)s)."),
        mark("Cocokkan dengan SK CPNS."),
    ),
    _ask(
        "nik-tanggal-lahir-berbeda",
        mark("Tanggal lahir (%(record)s) berbeda dari yang ada dalam NIK."),
        mark("Cocokkan dengan KTP-el."),
    ),
    _ask(
        "nik-jenis-kelamin-berbeda",
        mark("Jenis kelamin berbeda dari yang ada dalam NIK."),
        mark("Cocokkan dengan KTP-el."),
    ),
    _must(
        "cpns-sesudah-pns",
        mark("TMT CPNS (%(cpns)s) sesudah TMT PNS (%(pns)s)."),
        mark("Cocokkan dengan kedua SK; mungkin tertukar."),
    ),
    _must(
        "mulai-sesudah-akhir",
        mark("Hari mulai (%(start)s) sesudah hari akhir (%(end)s)."),
        mark("Cocokkan dengan SK; mungkin tertukar."),
    ),
    _ask(
        "kode-dan-nama-berbeda",
        mark("Kode %(id)s berarti %(known)s, tetapi di sebelahnya tertulis lain."),
        mark("Periksa mana yang benar: kode atau namanya."),
    ),
    _ask(
        "jenis-jabatan-berbeda",
        mark("Jenis jabatan tidak cocok dengan kolom jabatan yang terisi."),
        mark("Isi kolom jabatan menurut jenisnya: struktural, fungsional, atau pelaksana."),
    ),
    _ask(
        "eselon-tanpa-struktural",
        mark("Ada eselon, padahal jenis jabatannya bukan struktural."),
        mark("Periksa jenis jabatan atau kosongkan eselonnya."),
    ),
    _ask(
        "pendidikan-dan-gelar",
        mark("Gelar %(title)s tidak cocok dengan tingkat pendidikan %(level)s."),
        mark("Cocokkan dengan ijazah terakhir yang diakui."),
    ),
    _must(
        "pppk-golongan-pns",
        mark("Nomor ini nomor PPPK, tetapi golongannya golongan PNS."),
        mark("Golongan PPPK I sampai XVII. Periksa nomor atau golongannya."),
    ),
    _must(
        "pns-golongan-pppk",
        mark("Nomor ini NIP PNS, tetapi golongannya golongan PPPK."),
        mark("Golongan PNS I/a sampai IV/e. Periksa nomor atau golongannya."),
    ),
    _ask(
        "melewati-bup",
        mark("Masih aktif, padahal pensiunnya sudah tiba (%(day)s)."),
        mark("Periksa kedudukan hukum, jabatan, dan SK pensiunnya."),
    ),
    _must(
        "kolom-tertukar",
        mark("Isi kolom %(one)s dan %(other)s tampaknya tertukar."),
        mark("Kembalikan isinya ke kolom masing-masing."),
    ),
    _must(
        "baris-jumlah",
        mark("Ini baris jumlah atau keterangan, bukan data."),
        mark("Hapus baris ini dari berkas, atau lewati."),
    ),
    _must(
        "judul-berulang",
        mark("Ini judul kolom yang berulang, bukan data."),
        mark("Hapus baris ini dari berkas, atau lewati."),
    ),
    _must(
        "sel-gabungan",
        mark("Baris ini memuat sel gabungan, jadi tidak pasti sel mana yang kosong."),
        mark("Pisahkan sel gabungannya (Unmerge), lalu isi tiap baris."),
    ),
    _ask(
        "baris-tersembunyi",
        mark("Baris ini disembunyikan di Excel."),
        mark("Tampilkan dahulu dan periksa; terima bila memang data."),
    ),
    _ask(
        "lembar-tersembunyi",
        mark("Lembar ini disembunyikan di Excel."),
        mark("Tampilkan dahulu dan periksa; terima bila memang data."),
    ),
    _ask(
        "di-luar-judul",
        mark("Ada isian di sebelah kanan kolom terakhir yang berjudul."),
        mark("Beri judul kolomnya, atau hapus isiannya."),
    ),
)
_ACROSS = (
    _must(
        "baris-ganda",
        mark("Baris ini sama dengan %(other)s."),
        mark("Biarkan satu saja."),
    ),
    _must(
        "nip-ganda",
        mark("NIP ini juga pada %(other)s, dengan isi lain."),
        mark("Tentukan baris mana yang benar; gabungkan bila satu orang."),
    ),
    _ask(
        "nik-dua-orang",
        mark("NIK ini juga milik NIP lain (%(other)s)."),
        mark("Cocokkan dengan KTP-el keduanya."),
    ),
    _ask(
        "orang-dua-nip",
        mark("Nama dan tanggal lahir ini juga pada NIP lain (%(other)s)."),
        mark("Bila satu orang, usulkan penggabungan; bila dua, terima."),
    ),
    _ask(
        "nama-berbeda",
        mark("Nama berbeda dari baris utama NIP ini (%(other)s)."),
        mark("Periksa NIP-nya; terima bila hanya cara menulis."),
    ),
    _must(
        "riwayat-tanpa-pegawai",
        mark("Tidak ada baris pegawai untuk riwayat ini."),
        mark("Sertakan data pegawainya, atau periksa NIP-nya."),
    ),
    _ask(
        "pangkat-turun",
        mark("Golongan ini lebih rendah daripada yang sebelumnya (%(before)s)."),
        mark("Periksa urutan TMT; terima bila ada hukuman penurunan pangkat."),
    ),
    _ask(
        "sebelum-cpns",
        mark("TMT (%(start)s) sebelum TMT CPNS (%(cpns)s)."),
        mark("Periksa kedua TMT pada SK."),
    ),
    _ask(
        "masa-bertumpuk",
        mark("Masa ini bertumpuk dengan %(other)s."),
        mark("Periksa tanggal mulai dan akhir keduanya."),
    ),
    _ask(
        "tmt-kembar",
        mark("TMT ini juga pada %(other)s, dengan isi lain."),
        mark("Dua hal tidak mulai pada hari yang sama; periksa keduanya."),
    ),
    _ask(
        "golongan-akhir-berbeda",
        mark("Golongan akhir berbeda dari riwayat terakhir (%(last)s)."),
        mark("Lengkapi riwayat golongan, atau perbaiki golongan akhir."),
    ),
    _ask(
        "jabatan-akhir-berbeda",
        mark("TMT jabatan berbeda dari riwayat jabatan terakhir (%(last)s)."),
        mark("Lengkapi riwayat jabatan, atau perbaiki TMT jabatan."),
    ),
    _ask(
        "tahun-kembar",
        mark("Tahun ini sudah dinilai pada %(other)s."),
        mark("Biarkan satu penilaian untuk satu masa."),
    ),
    _ask(
        "unit-tidak-dikenal",
        mark("Unit ini tidak ada dalam daftar unit."),
        mark("Masukkan unitnya dahulu, atau periksa pengenalnya."),
    ),
)

KINDS = {kind.code: kind for kind in (*_CELL, *_ROW, *_ACROSS)}
"""Every kind by its code: of one cell, of one row, and across rows and files."""
GROUPS = {"sel": _CELL, "baris": _ROW, "antarbaris": _ACROSS}
