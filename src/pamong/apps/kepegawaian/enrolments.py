"""What a registry hands over of one person: the employment and the entries of the record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pamong.apps.kepegawaian.models import (
    Appointment,
    DiklatKind,
    EmploymentKind,
    JabatanAsn,
    JenjangFungsional,
    JenjangPendidikan,
    MaritalState,
    PenilaianKinerja,
    PerjanjianKerja,
    PersonalDetails,
    Predikat,
    RiwayatDiklat,
    RiwayatGaji,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
    Sex,
)
from pamong.apps.kepegawaian.services import Employment
from pamong.kernel.person_name import PersonName


class PangkatEntry(NamedTuple):
    """A golongan from its TMT until the next."""

    golongan: str
    starts_on: date
    ends_before: date | None
    source: str


class JabatanEntry(NamedTuple):
    """A post; ``jenjang`` is empty where it is not functional."""

    kind: JabatanAsn
    jenjang: JenjangFungsional | str
    nama: str
    starts_on: date
    ends_before: date | None
    source: str


class PendidikanEntry(NamedTuple):
    """A level of education that was completed."""

    jenjang: JenjangPendidikan
    field_of_study: str
    graduated_on: date
    source: str


class DiklatEntry(NamedTuple):
    """A course, with its hours of lessons."""

    kind: DiklatKind
    nama: str
    hours: int | None
    starts_on: date
    ends_before: date
    source: str


class AppointmentEntry(NamedTuple):
    """As what somebody is employed from a day on."""

    kind: EmploymentKind
    starts_on: date
    ends_before: date | None
    source: str


class DetailsEntry(NamedTuple):
    """What is so of a person from a day on."""

    sex: Sex
    marital: MaritalState
    starts_on: date
    ends_before: date | None
    source: str


class GajiEntry(NamedTuple):
    """Pay as it was set from its TMT."""

    golongan: str
    service_months: int
    starts_on: date
    ends_before: date | None
    source: str


class KinerjaEntry(NamedTuple):
    """The appraisal of a whole year."""

    year: int
    predikat: Predikat
    starts_on: date
    ends_before: date
    source: str


class PerjanjianEntry(NamedTuple):
    """A contract of a PPPK."""

    is_part_time: bool
    starts_on: date
    ends_before: date
    source: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One person as a registry hands them over."""

    name: PersonName
    opd_id: int
    employment: Employment
    unit_id: int | None = None
    pangkat: Sequence[PangkatEntry] = ()
    jabatan: Sequence[JabatanEntry] = ()
    pendidikan: Sequence[PendidikanEntry] = ()
    diklat: Sequence[DiklatEntry] = ()
    appointments: Sequence[AppointmentEntry] = ()
    details: Sequence[DetailsEntry] = ()
    gaji: Sequence[GajiEntry] = ()
    kinerja: Sequence[KinerjaEntry] = ()
    perjanjian: Sequence[PerjanjianEntry] = ()


RIWAYAT: tuple[tuple[type[Any], tuple[str, ...], Callable[[Enrolment], Iterable[Any]]], ...] = (
    (RiwayatPangkat, PangkatEntry._fields, lambda each: each.pangkat),
    (RiwayatJabatan, JabatanEntry._fields, lambda each: each.jabatan),
    (RiwayatPendidikan, PendidikanEntry._fields, lambda each: each.pendidikan),
    (RiwayatDiklat, DiklatEntry._fields, lambda each: each.diklat),
    (Appointment, AppointmentEntry._fields, lambda each: each.appointments),
    (PersonalDetails, DetailsEntry._fields, lambda each: each.details),
    (RiwayatGaji, GajiEntry._fields, lambda each: each.gaji),
    (PenilaianKinerja, KinerjaEntry._fields, lambda each: each.kinerja),
    (PerjanjianKerja, PerjanjianEntry._fields, lambda each: each.perjanjian),
)
"""Each table with its columns, and the entries of an enrolment that go there."""
