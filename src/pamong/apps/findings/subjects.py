"""What a finding is about, in words: the subject of a rule by its kind and id, and its OPD."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from pamong import law
from pamong.apps.kepegawaian.models import (
    CutiPegawai,
    Entry,
    NonAsnWork,
    Pegawai,
    PerjanjianKerja,
    Placement,
)
from pamong.apps.kepegawaian.placing import placements_on
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


def described(rule_id: str, subject_ids: Collection[int], *, day: date | None = None) -> Named:
    """Name the subjects of a rule; one that is not on record is named by its number.

    Pegawai are told with the OPD in which they work on ``day``, or do last.
    """
    kind = law.rule(rule_id).subject
    if kind == "pegawai":
        known = _pegawai(subject_ids, day)
    elif kind in OF_PEGAWAI:
        known = _entries(OF_PEGAWAI[kind], subject_ids, day)
    else:
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


def _pegawai(ids: Collection[int], day: date | None) -> Named:
    placed = placements_on(ids, day=day)
    rows = Pegawai.with_merged.filter(pk__in=ids).select_related("person")
    return {row.pk: _placed(row.person.shown_name, placed.get(row.pk)) for row in rows}


def _entries(model: type[Entry], ids: Collection[int], day: date | None) -> Named:
    """Name entries by whose they are."""
    owners = dict(model._default_manager.filter(pk__in=ids).values_list("pk", "pegawai_id"))  # noqa: SLF001  Django's documented Options
    named = _pegawai(set(owners.values()), day)
    return {pk: named[pegawai_id] for pk, pegawai_id in owners.items()}


def _placed(name: str, placement: Placement | None) -> Subject:
    if placement is None:
        return Subject(name)
    return Subject(f"{name}, {placement.opd}", placement.opd_id)


OF_PEGAWAI: dict[str, type[Entry]] = {
    "kontrak_pppk": PerjanjianKerja,
    "cuti_pegawai": CutiPegawai,
    "tenaga_non_asn": NonAsnWork,
}
BY_KIND: dict[str, Callable[[Collection[int]], Named]] = {
    "pemda": _pemda,
    "jabatan": _jabatan,
    "pemangku": _pemangku,
    "cuti_pejabat": _cuti_pejabat,
    "fasilitas_jabatan": _fasilitas_jabatan,
}
