"""Why a row is laid aside: no section of a record is for what it says; nothing of it is lost."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db.models import Count

from pamong.apps.impor.models import StagedRow, State, Weight
from pamong.exchange.layout import layout, layouts
from pamong.kernel.language import mark, say

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import

NO_DAY = "tanpa-tmt"
NO_PERIOD = "tanpa-masa"
UNITS = "unit"
PROPOSAL = "usul"
NO_CLTN = "bukan-cltn"
NO_CONTRACT = "bukan-perjanjian"
SENTENCES: Mapping[str, str] = {
    NO_DAY: mark(
        "Tata letak ini tidak menyebut TMT, padahal penempatan bermula pada suatu hari. Pakai"
        " riwayat jabatan, atau unit pada data pegawai."
    ),
    NO_PERIOD: mark(
        "Tata letak ini tidak menyebut bulan atau triwulan keberapa yang dinilai. Pakai riwayat"
        " SKP tahunan, atau catat penilaiannya dengan tangan."
    ),
    UNITS: mark(
        "Unit kerja bukan bagian catatan pegawai. Baris-barisnya menjadi rancangan penataan, yang"
        " diperiksa dan dijalankan di halaman Susunan."
    ),
    PROPOSAL: mark(
        "Ini usul, belum keputusan. Setelah terbit, keputusannya masuk lewat riwayatnya."
    ),
    NO_CLTN: mark(
        "Baris ini bukan cuti di luar tanggungan negara, melainkan perubahan kedudukan hukum."
        " Catat kedudukan hukumnya dengan tangan, dengan TMT-nya."
    ),
    NO_CONTRACT: mark(
        "Baris ini tidak menyebut awal dan akhir perjanjian kerja. Pengangkatan CPNS masuk lewat"
        " data pegawai."
    ),
}
OF_LAYOUTS: Mapping[str, str] = {
    "siasn-rw-pnsunor": NO_DAY,
    "siasn-rw-kinerjaperiodik": NO_PERIOD,
    **dict.fromkeys((each.name for each in layouts().values() if each.kind == "unor"), UNITS),
    "siasn-usul-kp": PROPOSAL,
    "siasn-usul-pensiun": PROPOSAL,
}
"""Layouts of which every row is laid aside, and why."""


def why_aside(code: str) -> str:
    """Return the sentence that tells why rows are laid aside."""
    return say(SENTENCES[code])


def asides_of(batch: "Import") -> list[tuple[str, str, int]]:
    """Return why rows of an import are laid aside: the layout, the reason, and how many rows."""
    rows = StagedRow.objects.filter(
        batch=batch, part=0, state=State.ASIDE, doubt__lt=Weight.REFUSES
    )
    told = rows.values_list("said__baris__tata_letak", "said__mengapa")
    counted = told.annotate(number=Count("pk")).order_by(
        "said__baris__tata_letak", "said__mengapa"
    )
    return [(layout(name).title, why_aside(why), number) for name, why, number in counted if why]
