"""What a made-up lake takes for granted, in words that stand beside it."""

from __future__ import annotations

from pamong.synth.marginals import marginals
from pamong.synth.order import AS_OF, Order

_STANDING = (
    "Semua orang, pemerintah daerah, dan angka adalah rekaan; kode daerah berawalan 00 tidak ada.",
    "Sebaran nasional dipakai untuk setiap pemerintah daerah.",
    "Golongan mengikuti ijazah, masa kerja, dan jabatan; sebaran golongan tidak ditemukan.",
    "Latar menaati hukum: temuan hanya berasal dari skenario yang ditanam.",
    "Penilaian kinerja latar tidak pernah di bawah baik.",
    "Kepala daerah semua daerah dipilih pada 2018 dan 2024; di antaranya ada dua penjabat.",
    "Pejabat dalam tabel pemangku tidak dihubungkan dengan pegawai.",
    "Anggaran Rp240 juta untuk setiap ASN.",
)


def assumptions(order: Order) -> list[str]:
    """Return the sentences for one lake: what stands in every one, and what is assumed of it."""
    of_marginals = [
        f"Sebaran {each.name} dianggap: {each.assumed}."
        for each in marginals().values()
        if each.assumed
    ]
    other_day = (
        [f"Skenario ditulis untuk {AS_OF}; pada hari lain sebagian mungkin berbunyi lain."]
        if order.as_of != AS_OF
        else []
    )
    return [*_STANDING, *of_marginals, *other_day]
