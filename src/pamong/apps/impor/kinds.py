"""What can be doubtful about a row once it is held against the record; cells are exchange's."""

from collections.abc import Mapping

from pamong.exchange.kinds import KINDS, DoubtKind
from pamong.kernel.identity import Severity
from pamong.kernel.language import mark

LACKS, TWICE, OVERLAPS = "kurang-untuk-dicatat", "kembar-di-berkas", "bertumpuk-di-catatan"
LATER, LEFT = "mulai-sesudah-berhenti", "pemilik-sudah-berhenti"
NOBODY, SEVERAL, SHARED = "tanpa-pegawai", "nomor-dua-orang", "orang-bersama"

CODE_TWICE, NAME_TWICE = "unit-kode-kembar", "unit-nama-kembar"
NO_PARENT, PARENTS, PARENT_DOUBTED = "unit-tanpa-induk", "unit-banyak-induk", "unit-induk-ragu"
CIRCLE, ROOTS, DIFFERS = "unit-melingkar", "unit-dua-akar", "unit-berbeda"


def _must(code: str, message: str, advice: str) -> DoubtKind:
    return DoubtKind(code, Severity.REFUSES, message, advice)


OWN = (
    _must(
        LACKS,
        mark("Baris ini tidak menyebut %(column)s dengan cara yang dikenal, padahal perlu."),
        mark("Isi kolom itu, atau catat baris ini dengan tangan."),
    ),
    _must(
        TWICE,
        mark("Baris lain dalam berkas menjadi catatan yang sama."),
        mark("Bandingkan kedua barisnya, lalu sisakan yang benar."),
    ),
    _must(
        OVERLAPS,
        mark("Hari-harinya bertabrakan dengan catatan lain yang sudah ada."),
        mark("Perbaiki tanggalnya di berkas, atau perbaiki catatan yang ada."),
    ),
    _must(
        LATER,
        mark("Masih ada yang baru mulai pada TMT pemberhentian ini atau sesudahnya: %(rows)s."),
        mark("Perbaiki TMT-nya, atau hari mulai yang disebut itu; catatan yang keliru dicabut."),
    ),
    _must(
        LEFT,
        mark("Kepegawaian pemiliknya sudah berakhir pada %(day)s, dan baris ini baru mulai."),
        mark("Perbaiki TMT baris ini, atau perbaiki dulu pemberhentian yang tercatat."),
    ),
    _must(
        NOBODY,
        mark("Pemilik baris ini tidak tercatat, dan baris datanya belum dapat dimasukkan."),
        mark("Sertakan atau perbaiki baris data pegawainya."),
    ),
    _must(
        SEVERAL,
        mark("Nomor di baris ini sudah tercatat dengan NIP lain, atau milik orang lain."),
        mark("Cocokkan NIP, NIK, dan kode SIASN-nya; satu di antaranya keliru."),
    ),
    _must(
        SHARED,
        mark(
            "Nama atau tanggal lahirnya berbeda, dan orang ini juga tercatat di luar daerah ini."
        ),
        mark("Perbaiki dengan tangan setelah dicocokkan dengan dokumennya."),
    ),
    _must(
        CODE_TWICE,
        mark("Kode unit ini juga pada %(other)s."),
        mark("Satu kode untuk satu unit; perbaiki atau hapus salah satunya."),
    ),
    _must(
        NAME_TWICE,
        mark("Di bawah induk yang sama, nama ini juga pada %(other)s."),
        mark("Bila satu unit, sisakan satu baris; bila dua, bedakan namanya."),
    ),
    _must(
        NO_PARENT,
        mark("Induknya tidak ada di berkas ini, dan tidak ada dalam susunan yang tercatat."),
        mark("Sertakan baris induknya, atau perbaiki kode atau nama induknya."),
    ),
    _must(
        PARENTS,
        mark("Nama induk ini dipakai lebih dari satu OPD atau unit."),
        mark("Sebutkan induknya dengan kodenya."),
    ),
    _must(
        PARENT_DOUBTED,
        mark("Induknya sendiri (%(other)s) harus diperbaiki dulu."),
        mark("Perbaiki baris induknya; baris ini lalu ikut terbaca."),
    ),
    _must(
        CIRCLE,
        mark("Menurut induknya, unit ini berada di bawah dirinya sendiri."),
        mark("Telusuri induknya ke atas, lalu perbaiki yang menunjuk ke bawah."),
    ),
    _must(
        ROOTS,
        mark("Lebih dari satu baris tanpa induk, jadi tidak pasti mana pemerintah daerahnya."),
        mark("Sisakan satu baris teratas untuk pemerintah daerah; beri induk pada yang lain."),
    ),
    DoubtKind(
        DIFFERS,
        Severity.WARNS,
        mark("Kode ini tercatat sebagai %(known)s."),
        mark("Tidak menjadi langkah. Bila memang berubah, tambahkan langkahnya pada rancangan."),
    ),
)
ALL: Mapping[str, DoubtKind] = {**KINDS, **{kind.code: kind for kind in OWN}}
"""Every kind of doubt of an import, by its code."""
