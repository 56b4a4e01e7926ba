"""Matching the office that a text names to an office of a government."""

import re
from collections.abc import Iterator

from django.db.models import Q

from pamong.apps.core.made_up import without_mark
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda, PemdaLevel
from pamong.kernel import wilayah
from pamong.kernel.wilayah import Level

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
LEVEL_OF_TITLE = (
    (re.compile(r"\b(gubernur|wagub)\b", re.IGNORECASE), PemdaLevel.PROVINSI),
    (re.compile(r"\b(bupati|wabup)\b", re.IGNORECASE), PemdaLevel.KABUPATEN),
    (re.compile(r"\b(wali ?kota|wawali)\b", re.IGNORECASE), PemdaLevel.KOTA),
)
KIND_WORDS = (
    (r"^(gubernur|bupati|wali kota)$", JabatanKind.KEPALA_DAERAH),
    (r"^wakil (gubernur|bupati|wali kota)$", JabatanKind.WAKIL_KEPALA_DAERAH),
    (r"^sekretaris daerah$", JabatanKind.SEKDA),
    (r"^asisten\b", JabatanKind.ASISTEN),
    (r"^staf ahli\b", JabatanKind.STAF_AHLI),
    (
        r"^(kepala (dinas|badan|satuan|bkd|bkpsdm|bappeda)|inspektur|direktur)\b",
        JabatanKind.KEPALA_OPD,
    ),
)


def office_key(name: str, pemda: Pemda) -> str:
    """Return what offices of one government are matched by.

    Small letters, without punctuation, abbreviations spelled out, and without the government's own
    name: "Kepala BKD Provinsi Jambi" and "kepala BKD" are one office of Provinsi Jambi.
    """
    key = LEVEL_WORDS.sub(" ", wilayah.spelling_key(office_alone(name, pemda)))
    short_name = re.escape(wilayah.spelling_key(without_mark(pemda.short_name)))
    key = re.sub(rf"\b((?<!wali )kota )?{short_name}\b", " ", key)
    for short, long in SAME_WORDS.items():
        key = re.sub(rf"\b{short}\b", long, key)
    return " ".join(key.split())


def office_alone(name: str, pemda: Pemda) -> str:
    """Return an office without the name of its government at the end, as offices are stored.

    Any spelling of the name counts: "Gubernur Sumsel" is "Gubernur" in Provinsi Sumatera Selatan.
    """
    bare = without_mark(name)
    for office, ending in _endings(bare):
        if _is_named(ending, pemda):
            return office
    return bare


def is_office_of(pemda: Pemda, office: str) -> bool:
    """Tell whether ``office`` is one of ``pemda``, unless its title or its ending says another's.

    "Gubernur Jambi" is no office of Kota Jambi, and "Walikota Bogor" none of Kabupaten Bogor.
    """
    bare = without_mark(office)
    levels = [level for title, level in LEVEL_OF_TITLE if title.search(bare)]
    if levels and pemda.level not in levels:
        return False
    named = next((found for _, ending in _endings(bare) if (found := wilayah.find(ending))), ())
    return not named or pemda.nama in {place.full_name for place in named}


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


def spellings_of(nama: str, level: str) -> frozenset[str]:
    """Return how people write a government that the kernel does not know, without spaces."""
    names = wilayah.with_prefixes(without_mark(nama), Level(level))
    return frozenset(squeezed(name) for name in names)


def squeezed(name: str) -> str:
    """Return the key by which a government is found: "Kab. Toli-Toli" is "kabtolitoli"."""
    return wilayah.spelling_key(name).replace(" ", "")


def _is_named(text: str, pemda: Pemda) -> bool:
    if pemda.is_made_up:
        return squeezed(text) in spellings_of(pemda.short_name, pemda.level)
    return pemda.nama in {place.full_name for place in wilayah.find(text)}


def _endings(office: str) -> Iterator[tuple[str, str]]:
    """Yield each way to cut an office in two, the longest ending first, but no "Wali | Kota"."""
    words = office.split()
    for start in range(1, len(words)):
        if [word.casefold() for word in words[start - 1 : start + 1]] != ["wali", "kota"]:
            yield " ".join(words[:start]), " ".join(words[start:])
