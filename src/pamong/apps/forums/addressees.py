"""Whom a directive means: one OPD or several, all of them, officials of a kind, bodies, others."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from pamong.apps.core.models import Instansi
from pamong.apps.forums.bodies import find_body, find_known_body
from pamong.apps.forums.models import AddresseeKind
from pamong.apps.organisasi.models import Jabatan, Opd, Pemda
from pamong.apps.organisasi.office_names import office_alone, squeezed

PARTS = re.compile(r",\s*(?:dan|serta)?\s*|\s+(?:dan|serta)\s+|;\s*")
OFFICIALS = re.compile(r"\b(eselon|camat|lurah|asisten|staf ahli|sekretaris dinas)\b")
GOVERNMENTS = re.compile(r"\b(kabupaten/kota|kabupaten dan kota|para bupati|bupati/wali ?kota)\b")
ECHELON = re.compile(r"\beselon\s+(i{1,3}|iv)\b")

ONE_THING = frozenset({AddresseeKind.OPD, AddresseeKind.INSTANSI, AddresseeKind.DAERAH})


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom one part of the text means; what it means on record, where it is one thing."""

    kind: AddresseeKind
    text: str
    opd: Opd | None = None
    instansi: Instansi | None = None
    daerah: Pemda | None = None
    is_new_body: bool = False


def addressees_of(text: str, pemda: Pemda) -> list[Addressee]:
    """Return whom ``text`` addresses: several where each of its parts is an OPD or a body."""
    whole = _addressee(text, pemda)
    if whole.opd is not None:
        return [whole]  # "Dinas Pemuda dan Olahraga" is one
    parts = [part for part in PARTS.split(text) if part.strip()]
    each = [_addressee(part.strip(), pemda) for part in parts]
    return each if len(each) > 1 and all(row.kind in ONE_THING for row in each) else [whole]


def opds_with_officials(text: str, pemda: Pemda, opds: Iterable[Opd]) -> list[Opd]:
    """Return the OPDs in which officials of the kind that ``text`` names sit.

    "camat" is in every kecamatan, "eselon III" wherever there is an office of that echelon.
    """
    words = text.casefold()
    echelon = ECHELON.search(words)
    if echelon:
        meant = Q(eselon__istartswith=f"{echelon[1].upper()}.")
    elif match := OFFICIALS.search(words):
        meant = ~Q(eselon="") if match[1] == "eselon" else Q(nama__istartswith=match[1])
    else:
        return []
    units = set(
        Jabatan.objects.filter(meant, pemda=pemda, opd__isnull=False).values_list("opd", flat=True)
    )
    return [opd for opd in opds if opd.pk in units]


def _addressee(text: str, pemda: Pemda) -> Addressee:
    bare = office_alone(text, pemda).casefold()
    if opd := _opd(bare, pemda):
        return Addressee(AddresseeKind.OPD, text, opd=opd)
    words = set(bare.replace("/", " ").split())
    if "opd" in words or "perangkat daerah" in bare:
        return Addressee(AddresseeKind.SEMUA_OPD, text)
    return _body_or_government(text, bare, pemda) or Addressee(_group(bare, words), text)


def _body_or_government(text: str, bare: str, pemda: Pemda) -> Addressee | None:
    if find_known_body(text):
        body = find_body(text)
        return Addressee(AddresseeKind.INSTANSI, text, instansi=body, is_new_body=body is None)
    daerah = _daerah(text, pemda)
    if daerah or GOVERNMENTS.search(bare):
        return Addressee(AddresseeKind.DAERAH, text, daerah=daerah)
    return None


def _group(bare: str, words: set[str]) -> AddresseeKind:
    if OFFICIALS.search(bare):
        return AddresseeKind.PEJABAT
    is_staff = words & {"asn", "pns", "aparatur", "pegawai"}
    return AddresseeKind.ASN if is_staff else AddresseeKind.LAIN


def _opd(bare: str, pemda: Pemda) -> Opd | None:
    for opd in Opd.objects.filter(pemda=pemda).order_by("id"):
        names = [name.casefold() for name in (opd.nama, opd.singkatan) if name]
        if bare.removeprefix("kepala ") in names:
            return opd
    return None


def _daerah(text: str, pemda: Pemda) -> Pemda | None:
    """Return the kabupaten or kota of this province that ``text`` is the name of."""
    meant = list(Pemda.objects.filter(provinsi=pemda, spellings__key=squeezed(text))[:2])
    return meant[0] if len(meant) == 1 else None
