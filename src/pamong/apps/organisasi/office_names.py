"""Matching the office that a text names to an office of a government."""

import re

from django.db.models import Q

from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda

SAME_WORDS = {
    "sekda": "sekretaris daerah",
    "wagub": "wakil gubernur",
    "wabup": "wakil bupati",
    "walikota": "wali kota",
    "wawali": "wakil wali kota",
    "kadis": "kepala dinas",
    "kaban": "kepala badan",
    "asisten sekretaris daerah": "asisten",
}
LEVEL_WORDS = re.compile(r"\b(pemerintah|pemprov|pemkab|pemkot|provinsi|prov|kabupaten|kab)\b")
KIND_WORDS = (
    (r"^(gubernur|bupati|wali kota)$", JabatanKind.KEPALA_DAERAH),
    (r"^wakil (gubernur|bupati|wali kota)$", JabatanKind.WAKIL_KEPALA_DAERAH),
    (r"^sekretaris daerah$", JabatanKind.SEKDA),
    (r"^asisten\b", JabatanKind.ASISTEN),
    (r"^staf ahli\b", JabatanKind.STAF_AHLI),
    (
        r"^(kepala (dinas|badan|biro|satuan|bkd|bkpsdm|bappeda)|inspektur|direktur)\b",
        JabatanKind.KEPALA_OPD,
    ),
)


def office_key(name: str, pemda: Pemda) -> str:
    """Return what offices of one government are matched by.

    Small letters, without punctuation, abbreviations spelled out, and without the government's own
    name: "Kepala BKD Provinsi Jambi" and "kepala BKD" are one office of Provinsi Jambi.
    """
    key = " ".join(re.sub(r"[^\w]+", " ", name.casefold()).split())
    bare_name = _plain(pemda.short_name).removesuffix(" rekaan")
    own_name = rf"\b(kota )?{re.escape(bare_name)}( rekaan)?\b"
    key = re.sub(own_name, " ", LEVEL_WORDS.sub(" ", key))
    for short, long in SAME_WORDS.items():
        key = re.sub(rf"\b{short}\b", long, key)
    return " ".join(key.split())


def office_kind(key: str) -> JabatanKind:
    """Guess from its key what kind of office it is; a person sees the guess before it counts."""
    for pattern, kind in KIND_WORDS:
        if re.search(pattern, key):
            return kind
    return JabatanKind.LAIN


def find_jabatan(name: str, pemda: Pemda) -> Jabatan | None:
    """Return the office of ``pemda`` that ``name`` means, if there is exactly one."""
    key = office_key(name, pemda)
    meant = Q(sort_key=key)
    if key.startswith("kepala "):
        meant |= Q(kind=JabatanKind.KEPALA_OPD, opd__singkatan__iexact=key.removeprefix("kepala "))
    found = list(Jabatan.objects.filter(meant, pemda=pemda).order_by("id")[:2])
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", name.casefold()).split())
