"""What can be doubtful about a row once it is held against the record; cells are exchange's."""

from collections.abc import Mapping

from pamong.exchange.kinds import KINDS, DoubtKind
from pamong.kernel.identity import Severity
from pamong.kernel.language import mark

LACKS, TWICE, OVERLAPS = "kurang-untuk-dicatat", "kembar-di-berkas", "bertumpuk-di-catatan"
LATER, LEFT = "mulai-sesudah-berhenti", "pemilik-sudah-berhenti"
NOBODY, SEVERAL, SHARED = "tanpa-pegawai", "nomor-dua-orang", "orang-bersama"


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
)
ALL: Mapping[str, DoubtKind] = {**KINDS, **{kind.code: kind for kind in OWN}}
"""Every kind of doubt of an import, by its code."""
