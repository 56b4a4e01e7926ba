"""Finding offices and OPDs of one government: by part of a name, and with a typing mistake."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from pamong.apps.core.likeness import CANDIDATES, may_mean, most_alike
from pamong.apps.organisasi.models import Jabatan, Opd, Pemda
from pamong.apps.organisasi.office_names import office_key
from pamong.apps.organisasi.titles import office_title

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """One office, by its title."""

    public_id: UUID
    title: str
    opd: str


def offices_matching(pemda: Pemda, words: str, *, day: date, limit: int) -> list[FoundOffice]:
    """Return the offices in whose name, or that of their OPD, ``words`` are."""
    key = office_key(words, pemda)
    if not key:
        return []
    found = _offices(pemda, day)
    for word in key.split():
        found = found.filter(Q(sort_key__contains=word) | Q(opd__sort_key__contains=word))
    return [_told(row, pemda) for row in found.order_by("rank", "sort_key", "id")[:limit]]


def offices_alike(pemda: Pemda, words: str, *, day: date, limit: int) -> list[FoundOffice]:
    """Return the offices that ``words`` may mean with a typing mistake."""
    key = office_key(words, pemda)
    near = _offices(pemda, day).filter(may_mean("sort_key", key))[:CANDIDATES]
    found = most_alike(key, ((row, row.sort_key) for row in near), limit=limit)
    return [_told(row, pemda) for row in found]


def opd_matching(pemda: Pemda, words: str, *, day: date, limit: int) -> list[Opd]:
    """Return the OPDs in whose name ``words`` are, or that have them for an abbreviation."""
    key = _opd_key(words)
    if not key:
        return []
    found = _there_on(Opd.objects.filter(pemda=pemda), day)
    found = found.filter(Q(sort_key__contains=key) | Q(singkatan__iexact=key))
    return list(found.order_by("sort_key", "id")[:limit])


def opd_alike(pemda: Pemda, words: str, *, day: date, limit: int) -> list[Opd]:
    """Return the OPDs that ``words`` may mean with a typing mistake."""
    key = _opd_key(words)
    here = _there_on(Opd.objects.filter(pemda=pemda), day)
    near = here.filter(may_mean("sort_key", key))[:CANDIDATES]
    return most_alike(key, ((row, row.sort_key) for row in near), limit=limit)


def _opd_key(words: str) -> str:
    return " ".join(words.casefold().split())


def _offices(pemda: Pemda, day: date) -> QuerySet[Jabatan]:
    return _there_on(Jabatan.objects.filter(pemda=pemda), day).select_related("opd")


def _told(row: Jabatan, pemda: Pemda) -> FoundOffice:
    opd = row.opd.nama if row.opd else ""
    return FoundOffice(row.public_id, office_title(row, pemda), opd)


def _there_on(rows: QuerySet[Row], day: date) -> QuerySet[Row]:
    """Keep what existed on ``day``; an open start means "not recorded"."""
    begun = Q(starts_on=None) | Q(starts_on__lte=day)
    return rows.filter(begun & (Q(ends_before=None) | Q(ends_before__gt=day)))
