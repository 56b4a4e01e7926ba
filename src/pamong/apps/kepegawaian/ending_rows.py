"""What the end of an employment ends; read for many people in as many queries as for one."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Model

from pamong.apps.kepegawaian.models import (
    Appointment,
    LegalStanding,
    Pegawai,
    Placement,
    RiwayatJabatan,
)
from pamong.apps.organisasi.models import JabatanHolding
from pamong.apps.organisasi.titles import POLITICAL

Row = Any
"""One of the models below, or an employment or tenure: each has a first and a last day."""
ENTRIES = (Appointment, LegalStanding, RiwayatJabatan, Placement)
"""The entries of a record that end with the employment."""


def rows_of(people: Sequence[Pegawai]) -> dict[int, list[Row]]:
    """Return what an end of each employment ends, by its id.

    The offices of an elected head are no part of it. An employment of the same person in the same
    government at other times keeps its offices.
    """
    ids = [pegawai.pk for pegawai in people]
    found: dict[int, list[Row]] = {pk: [] for pk in ids}
    for own in Pegawai.objects.filter(pk__in=ids):
        found[own.pk].append(own)
    for model in ENTRIES:
        rows = model._default_manager.filter(pegawai__in=ids).defer("lainnya")  # noqa: SLF001  Django's own name
        for entry in rows.order_by("starts_on", "pk"):
            found[entry.pegawai_id].append(entry)
    _add_tenures(found, people)
    return found


def label_of(row: Model) -> str:
    """Return by which name a model is kept in a list of rows."""
    return row._meta.label_lower  # noqa: SLF001  Django's documented Options


def _add_tenures(found: dict[int, list[Row]], people: Iterable[Pegawai]) -> None:
    owners: dict[tuple[int, int], list[Pegawai]] = {}
    for pegawai in people:
        owners.setdefault((pegawai.person_id, pegawai.pemda_id), []).append(pegawai)
    persons = {person for person, _pemda in owners}
    begun: dict[tuple[int, int], list[date]] = {}
    employed = Pegawai.objects.filter(person__in=persons).order_by("starts_on")
    for person, pemda, starts_on in employed.values_list("person", "pemda", "starts_on"):
        begun.setdefault((person, pemda), []).append(starts_on)
    held = JabatanHolding.objects.filter(person__in=persons).exclude(jabatan__kind__in=POLITICAL)
    for tenure in held.select_related("jabatan", "person").order_by("starts_on", "pk"):
        key = (tenure.person_id, tenure.pemda_id)
        for pegawai in owners.get(key, []):
            next_one = next((day for day in begun.get(key, []) if day > pegawai.starts_on), None)
            if next_one is None or tenure.starts_on < next_one:
                found[pegawai.pk].append(tenure)
