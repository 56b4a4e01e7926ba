"""What lacks where the next rise of pay is estimated, not judged, or not told."""

from collections.abc import Iterator

from django.utils.translation import ngettext

from pamong.apps.findings.due_pay import PayLacking
from pamong.kernel.number import format_number
from pamong.web.daftar.kinds import Note


def kgb_notes(lacking: PayLacking) -> list[Note]:
    """Say of how many which record lacks; where a list of KGB would give it, it is asked for."""
    return list(_notes(lacking))


def _notes(lacking: PayLacking) -> Iterator[Note]:
    if number := lacking.estimated:
        words = ngettext(
            "%(number)s hari adalah perkiraan menurut masa kerja dalam SK pangkat, karena gaji"
            " yang ditetapkan belum tercatat; KGB yang sudah lewat dianggap diberikan.",
            "%(number)s hari adalah perkiraan menurut masa kerja dalam SK pangkat, karena gaji"
            " yang ditetapkan belum tercatat; KGB yang sudah lewat dianggap diberikan.",
            number,
        )
        yield Note(words % {"number": format_number(number)}, asks_for_pay=True)
    if number := lacking.not_whole:
        words = ngettext(
            "%(number)s KGB sudah dekat atau lewat menurut yang tercatat, tetapi belum dapat"
            " dinilai: riwayat gaji belum dinyatakan lengkap. Nyatakan itu saat menerima impor.",
            "%(number)s KGB sudah dekat atau lewat menurut yang tercatat, tetapi belum dapat"
            " dinilai: riwayat gaji belum dinyatakan lengkap. Nyatakan itu saat menerima impor.",
            number,
        )
        yield Note(words % {"number": format_number(number)})
    if number := lacking.unpaid:
        words = ngettext(
            "%(number)s PNS atau CPNS tidak ada dalam daftar ini: gaji yang ditetapkan belum"
            " tercatat, dan dari SK pangkatnya harinya tidak dapat diperkirakan.",
            "%(number)s PNS atau CPNS tidak ada dalam daftar ini: gaji yang ditetapkan belum"
            " tercatat, dan dari SK pangkatnya harinya tidak dapat diperkirakan.",
            number,
        )
        yield Note(words % {"number": format_number(number)}, asks_for_pay=True)
    if number := lacking.paid:
        words = ngettext(
            "%(number)s PNS atau CPNS tidak ada dalam daftar ini walau gajinya tercatat: gaji"
            " pokoknya tertinggi, masa kerjanya di luar daftar gaji, golongannya berpindah, atau"
            " ia pernah CLTN sesudahnya.",
            "%(number)s PNS atau CPNS tidak ada dalam daftar ini walau gajinya tercatat: gaji"
            " pokoknya tertinggi, masa kerjanya di luar daftar gaji, golongannya berpindah, atau"
            " ia pernah CLTN sesudahnya.",
            number,
        )
        yield Note(words % {"number": format_number(number)})
