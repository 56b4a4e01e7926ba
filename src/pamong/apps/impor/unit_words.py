"""What a name says of an OPD, a unit or a post by the words that it begins with.

Where the words say nothing, the kind is "lain": it is corrected on the plan, before anything is
written.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from pamong.apps.organisasi.models import JabatanKind, Pemda, UnitKind
from pamong.apps.organisasi.office_names import office_key, office_kind

Kind = TypeVar("Kind")

OPD_WORDS = (
    (r"sekretariat (daerah|kabupaten|kota|provinsi)", "setda"),
    (r"sekretariat (dprd|dewan)", "setwan"),
    (r"inspektorat", "inspektorat"),
    (r"dinas|satuan polisi", "dinas"),
    (r"badan", "badan"),
    (r"rumah sakit|rsud", "rsud"),
    (r"kecamatan|distrik", "kecamatan"),
    (r"kelurahan", "kelurahan"),
)
UNIT_WORDS = (
    (r"sub ?bag(ian)?", UnitKind.SUBBAGIAN),
    (r"sub ?bid(ang)?", UnitKind.SUBBIDANG),
    (r"sekretariat", UnitKind.SEKRETARIAT),
    (r"bidang", UnitKind.BIDANG),
    (r"bagian", UnitKind.BAGIAN),
    (r"seksi", UnitKind.SEKSI),
    (r"uptd?|unit pelaksana teknis", UnitKind.UPTD),
    (r"cabang dinas", UnitKind.CABANG),
    (r"tk|paud|sdn?|smpn?|sman?|smkn?|slbn?|sekolah", UnitKind.SEKOLAH),
    (r"puskesmas|pusat kesehatan masyarakat", UnitKind.PUSKESMAS),
    (r"rumah sakit|rsud", UnitKind.RUMAH_SAKIT),
    (r"kelurahan", UnitKind.KELURAHAN),
)
OF_ESELON = {"III": JabatanKind.ADMINISTRATOR, "IV": JabatanKind.PENGAWAS}


def opd_kind(nama: str) -> str:
    """Return what sort of OPD a name is of.

    >>> opd_kind("DINAS KESEHATAN"), opd_kind("Sekretariat DPRD"), opd_kind("Kantor Arsip")
    ('dinas', 'setwan', 'lain')
    """
    return str(_by_words(nama, OPD_WORDS, "lain"))


def unit_kind(nama: str) -> str:
    """Return what sort of unit a name is of.

    >>> unit_kind("SUB BAGIAN UMUM"), unit_kind("SMPN 3 Contoh"), unit_kind("Bidangan")
    ('subbagian', 'sekolah', 'lain')
    """
    return str(_by_words(nama, UNIT_WORDS, UnitKind.LAIN).value)


def post_kind(nama: str, eselon: str, pemda: Pemda, *, heads_an_opd: bool) -> str:
    """Return what sort of office the head of an OPD or unit holds."""
    told = office_kind(office_key(nama, pemda))
    if told in {JabatanKind.SEKDA, JabatanKind.ASISTEN, JabatanKind.STAF_AHLI}:
        return told.value
    if heads_an_opd:
        return JabatanKind.KEPALA_OPD.value
    return OF_ESELON.get(eselon.partition(".")[0], JabatanKind.LAIN).value


def _by_words(nama: str, words: Sequence[tuple[str, Kind]], other: Kind) -> Kind:
    for pattern, kind in words:
        if re.match(rf"(?:{pattern})\b", nama.strip(), re.IGNORECASE):
            return kind
    return other
