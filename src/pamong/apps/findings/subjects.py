"""What a finding is about, in words: the subject of a rule by its kind and id, and its OPD."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from pamong import law
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import (
    FacilityHandover,
    Jabatan,
    JabatanHolding,
    OfficeLeave,
    Pemda,
)
from pamong.apps.organisasi.titles import office_title


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something that the law judges, as people call it."""

    label: str
    opd_id: int | None = None


Named = dict[int, Subject]


def described(rule_id: str, subject_ids: Collection[int]) -> Named:
    """Name the subjects of a rule; one that is not on record is named by its number."""
    kind = law.rule(rule_id).subject
    known = BY_KIND[kind](subject_ids) if kind in BY_KIND else {}
    return {number: known.get(number, Subject(f"{kind} {number}")) for number in subject_ids}


def _pemda(ids: Collection[int]) -> Named:
    return {
        row.pk: Subject(row.nama) for row in Pemda.objects.filter(pk__in=ids).only("id", "nama")
    }


def _jabatan(ids: Collection[int]) -> Named:
    rows = Jabatan.objects.filter(pk__in=ids).select_related("pemda")
    return {row.pk: Subject(office_title(row, row.pemda), row.opd_id) for row in rows}


def _pemangku(ids: Collection[int]) -> Named:
    rows = JabatanHolding.objects.filter(pk__in=ids).select_related("person", "jabatan__pemda")
    return {
        row.pk: Subject(
            f"{row.person.shown_name}, {office_title(row.jabatan, row.jabatan.pemda)}",
            row.jabatan.opd_id,
        )
        for row in rows
    }


def _cuti_pejabat(ids: Collection[int]) -> Named:
    rows = OfficeLeave.objects.filter(pk__in=ids).select_related("person", "jabatan__pemda")
    return {
        row.pk: Subject(
            f"{office_title(row.jabatan, row.jabatan.pemda)}, {row.get_kind_display()} "
            f"{row.person.shown_name}",
            row.jabatan.opd_id,
        )
        for row in rows
    }


def _fasilitas_jabatan(ids: Collection[int]) -> Named:
    rows = FacilityHandover.objects.filter(pk__in=ids).select_related(
        "facility__jabatan", "person"
    )
    return {
        row.pk: Subject(
            f"{row.facility.nama}, pada {row.person.shown_name}", row.facility.jabatan.opd_id
        )
        for row in rows
    }


def _pegawai(ids: Collection[int]) -> Named:
    rows = Pegawai.objects.filter(pk__in=ids).select_related("person", "opd")
    return {row.pk: Subject(f"{row.person.shown_name}, {row.opd}", row.opd_id) for row in rows}


BY_KIND: dict[str, Callable[[Collection[int]], Named]] = {
    "pemda": _pemda,
    "jabatan": _jabatan,
    "pemangku": _pemangku,
    "cuti_pejabat": _cuti_pejabat,
    "fasilitas_jabatan": _fasilitas_jabatan,
    "pegawai": _pegawai,
}
