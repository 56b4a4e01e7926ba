"""The sections of a record, each described once: pages, import, export and the API read this.

A column's label is the verbose name of its field, its class is what the model says of it
(field_classes.py); here stands which columns there are, in which order people read them, and by
which day an entry belongs to the record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Field
from django.utils.translation import gettext_lazy as _

from pamong.apps.kepegawaian import models as m
from pamong.apps.kepegawaian.field_classes import FieldClass, class_of
from pamong.apps.kepegawaian.models import Entry, Riwayat

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

DAYS = ("starts_on", "ends_before")
PAPER = ("paper_number", "paper_on", "decree", "document", "source")
PERTEK = ("pertek_number", "pertek_on")
BKN = ("bkn_number", "bkn_on")
ORIGIN = ("kode_asal", "lainnya")


class UnknownSectionError(LookupError):
    """There is no section of that name: a mistake of the program or of an address."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a record.

    ``begins`` is the day from which an entry belongs to the record: its first day, or the day
    after what it rates; an entry without that day is told on every day. A section that
    ``succeeds`` has one entry a day, and a new one ends the former. ``fact`` is the fact table
    that the law reads it as, with the column by which a touched entry is told.
    """

    key: str
    model: type[Entry]
    own: tuple[str, ...]
    begins: str = "starts_on"
    succeeds: bool = False
    fact: tuple[str, str] | None = None
    coverage: Riwayat | None = None

    @property
    def title(self) -> "StrOrPromise":
        """What people call the section."""
        return self.model._meta.verbose_name_plural or self.key  # noqa: SLF001  Django's documented Options

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that people fill in and read, in order."""
        days = () if set(DAYS) & set(self.own) or not self.is_dated else DAYS
        return (*self.own, *days, *PAPER)

    @property
    def is_dated(self) -> bool:
        """Whether its entries have a first day and an end."""
        return hasattr(self.model, "ends_before")

    def field(self, column: str) -> "Field[Any, Any]":
        """Return the field behind a column."""
        field = self.model._meta.get_field(column)  # noqa: SLF001  the same
        if not isinstance(field, Field):
            raise TypeError(f"{column} of {self.key} is no column")
        return field

    def called(self, column: str) -> "StrOrPromise":
        """Return what people call a column; they are told the last day, not the first without."""
        return CALLED.get(column) or self.field(column).verbose_name

    @property
    def labels(self) -> Mapping[str, "StrOrPromise"]:
        """What each column is called."""
        return {column: self.field(column).verbose_name for column in self.columns}

    def class_of(self, column: str) -> FieldClass:
        """Return the class of a column: who may see it."""
        return class_of(self.model, column)


CALLED: Mapping[str, "StrOrPromise"] = {"ends_before": _("hari terakhir"), "opd": _("OPD")}
"""Columns that people call otherwise than the tables do."""

SECTIONS = (
    Section("pengangkatan", m.Appointment,
            ("kind", *PERTEK, "spmt_number", "spmt_on", "training_number", "training_on",
             "doctor_number", "doctor_on"),
            succeeds=True, fact=("pegawai", "pegawai_id")),
    Section("kedudukan", m.LegalStanding, ("state",), succeeds=True),
    Section("pangkat", m.RiwayatPangkat,
            ("golongan", "change", "service_months", *PERTEK),
            succeeds=True, fact=("riwayat_pangkat", "pegawai_id"), coverage=Riwayat.PANGKAT),
    Section("gaji", m.RiwayatGaji, ("golongan", "service_months", "pay", "postponed_until"),
            fact=("gaji_berkala", "pegawai_id"), coverage=Riwayat.GAJI),
    Section("jabatan", m.RiwayatJabatan,
            ("nama", "kind", "jenjang", "capacity", "eselon", "kelas", "unit", "unit_name",
             "inaugurated_on"),
            fact=("riwayat_jabatan", "pegawai_id"), coverage=Riwayat.JABATAN),
    Section("penempatan", m.Placement, ("opd", "unit"), succeeds=True,
            fact=("pegawai", "pegawai_id")),
    Section("pendidikan", m.RiwayatPendidikan,
            ("jenjang", "field_of_study", "school", "graduated_on", "graduated_in",
             "gelar_depan", "gelar_belakang", "is_first", "is_recognised"),
            begins="graduated_on", fact=("riwayat_pendidikan", "pegawai_id"),
            coverage=Riwayat.PENDIDIKAN),
    Section("diklat", m.RiwayatDiklat, ("nama", "kind", "hours", "organiser", "for_kind"),
            fact=("pengembangan_kompetensi", "pegawai_id"), coverage=Riwayat.DIKLAT),
    Section("sertifikasi", m.Certificate, ("nama", "kind", "level", "issuer")),
    Section("tugas-belajar", m.TugasBelajar,
            ("school", "kind", "jenjang", "field_of_study", "leaves_post", "funding", "state",
             "reported_on")),
    Section("kinerja", m.PenilaianKinerja,
            ("year", "of_period", "predikat", "result", "behaviour", "score_hundredths",
             "is_force_majeure", "appraiser", "appraiser_post"),
            begins="ends_before", fact=("penilaian_kinerja", "pegawai_id"),
            coverage=Riwayat.KINERJA),
    Section("angka-kredit", m.CreditPoints, ("kind", "main", "supporting", "total", "post"),
            begins="ends_before"),
    Section("penghargaan", m.Award, ("nama", "awarded_on", "year"), begins="awarded_on"),
    Section("hukuman", m.HukumanDisiplin,
            ("level", "kind", "why", "regulation", "cancelled_number", "cancelled_on"),
            fact=("hukuman_disiplin", "pegawai_id"), coverage=Riwayat.HUKUMAN),
    Section("cuti", m.CutiPegawai, ("kind", "why", "returned_on", *BKN),
            fact=("cuti_pegawai", "pegawai_id"), coverage=Riwayat.CUTI),
    Section("keluarga", m.FamilyMember,
            ("relation", "nama", "starts_on", "ends_before", "born_on", "birth_place", "sex",
             "number", "child_kind", "occupation", "has_allowance")),
    Section("perjanjian", m.PerjanjianKerja, ("is_part_time", "ended_on", "pay"),
            fact=("kontrak_pppk", "pegawai_id"), coverage=Riwayat.PERJANJIAN),
    Section("non-asn", m.NonAsnWork, ("fills_asn_post", "is_in_bkn_list", "is_blud"),
            fact=("tenaga_non_asn", "tenaga_id"), coverage=Riwayat.NON_ASN),
    Section("masa-kerja", m.PriorService, ("where", "counted_months", *BKN)),
    Section("pindah", m.Transfer,
            ("kind", "moved_on", "origin", "target", "origin_number", "origin_on", *BKN),
            begins="moved_on"),
    Section("pemberhentian", m.Termination, ("kind", "stopped_on", *PERTEK),
            begins="stopped_on"),
    Section("data-pribadi", m.PersonalDetails, ("birth_place", "sex", "religion", "marital"),
            succeeds=True),
    Section("kontak", m.Contact, ("kind", "value", "postal_code")),
)  # fmt: skip
"""The sections in the order in which a record is read."""

BY_KEY = {each.key: each for each in SECTIONS}
BY_MODEL: dict[type[Entry], Section] = {each.model: each for each in SECTIONS}
COVERED = {each.coverage: each.fact[0] for each in SECTIONS if each.coverage and each.fact}
"""The fact table that each coverage is about."""
FIELD_CLASSES = {
    "PersonIdentifier.value": FieldClass.IDENTITY,
    "Pegawai.born_on": class_of(m.Pegawai, "born_on"),
} | {
    f"{each.model.__name__}.{column}": each.class_of(column)
    for each in SECTIONS
    for column in (*each.columns, *ORIGIN)
}
"""The class of every column of every section, by model and field: what exports go by."""


def section(key: str) -> Section:
    """Return a section by its key.

    Raises:
        UnknownSectionError: there is none.
    """
    try:
        return BY_KEY[key]
    except KeyError:
        raise UnknownSectionError(key) from None
