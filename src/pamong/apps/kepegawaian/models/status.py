"""How an employment goes: appointments, legal standing, contracts, transfers, its end."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models.entry import (
    DatedEntry,
    Entry,
    of_a_dated_entry,
    of_an_entry,
    one_at_a_time,
    recorded_once,
)
from pamong.apps.kepegawaian.models.pegawai import EmploymentKind
from pamong.apps.kepegawaian.models.terms import LegalState, TerminationKind, TransferKind


@tracked()
class Appointment(DatedEntry):
    """As what somebody is employed from one day on: CPNS, then PNS; PPPK; or outside the ASN."""

    FIELD_CLASSES = {"doctor_number": FieldClass.HEALTH, "doctor_on": FieldClass.HEALTH}

    kind = models.CharField(_("status"), max_length=16, choices=EmploymentKind.choices)
    pertek_number = models.CharField(
        _("nomor pertek BKN"), max_length=120, blank=True, db_default=""
    )
    pertek_on = models.DateField(_("tanggal pertek BKN"), null=True, blank=True)
    spmt_number = models.CharField(_("nomor SPMT"), max_length=120, blank=True, db_default="")
    spmt_on = models.DateField(_("tanggal SPMT"), null=True, blank=True)
    training_number = models.CharField(_("nomor STTPL"), max_length=120, blank=True, db_default="")
    training_on = models.DateField(_("tanggal STTPL"), null=True, blank=True)
    doctor_number = models.CharField(
        _("nomor surat dokter"), max_length=120, blank=True, db_default=""
    )
    doctor_on = models.DateField(_("tanggal surat dokter"), null=True, blank=True)

    class Meta:
        verbose_name = _("pengangkatan")
        verbose_name_plural = _("pengangkatan")
        # With the statistics of both columns (migration 0005): those of one kind in force on a
        # day are few of all who ever were of it.
        indexes = [models.Index(fields=["kind", "ends_before"], name="appointment_by_kind")]
        constraints = [*of_a_dated_entry("appointment"), one_at_a_time("appointment")]


@tracked()
class LegalStanding(DatedEntry):
    """The legal standing (kedudukan hukum) of a pegawai, one at a time."""

    state = models.CharField(_("kedudukan hukum"), max_length=2, choices=LegalState.choices)

    class Meta:
        verbose_name = _("kedudukan hukum")
        verbose_name_plural = _("kedudukan hukum")
        constraints = [*of_a_dated_entry("legal_standing"), one_at_a_time("legal_standing")]


@tracked()
class PerjanjianKerja(DatedEntry):
    """One contract of a PPPK; its last day stands in it."""

    FIELD_CLASSES = {"pay": FieldClass.FINANCE}

    is_part_time = models.BooleanField(_("paruh waktu"), null=True, blank=True)
    ended_on = models.DateField(_("diputus pada"), null=True, blank=True)
    pay = models.PositiveBigIntegerField(_("gaji atau upah (rupiah)"), null=True, blank=True)

    class Meta:
        verbose_name = _("perjanjian kerja PPPK")
        verbose_name_plural = _("perjanjian kerja PPPK")
        constraints = [
            *of_a_dated_entry("perjanjian_kerja"),
            one_at_a_time("perjanjian_kerja"),
            models.CheckConstraint(
                name="perjanjian_kerja_has_an_end",
                condition=Q(ends_before__isnull=False),
                violation_error_message=_("Isi hari terakhir perjanjian kerja."),
            ),
        ]


@tracked()
class NonAsnWork(DatedEntry):
    """The work of somebody outside the ASN (non-ASN), as each agreement or letter gives it."""

    fills_asn_post = models.BooleanField(_("mengisi jabatan ASN"), null=True, blank=True)
    is_in_bkn_list = models.BooleanField(
        _("ada dalam pangkalan data non-ASN BKN"), null=True, blank=True
    )
    is_blud = models.BooleanField(_("tenaga profesional BLUD"), null=True, blank=True)

    class Meta:
        verbose_name = _("masa kerja non-ASN")
        verbose_name_plural = _("masa kerja non-ASN")
        constraints = [*of_a_dated_entry("non_asn_work"), one_at_a_time("non_asn_work")]


@tracked()
class PriorService(DatedEntry):
    """Service elsewhere that counts (peninjauan masa kerja), with what of it was taken over."""

    where = models.CharField(_("pengalaman kerja di"), max_length=200)
    counted_months = models.PositiveSmallIntegerField(
        _("masa kerja yang diakui (bulan)"), null=True, blank=True
    )
    bkn_number = models.CharField(_("nomor pertek BKN"), max_length=120, blank=True, db_default="")
    bkn_on = models.DateField(_("tanggal pertek BKN"), null=True, blank=True)

    class Meta:
        verbose_name = _("peninjauan masa kerja")
        verbose_name_plural = _("peninjauan masa kerja")
        constraints = [
            *of_a_dated_entry("prior_service"),
            recorded_once("prior_service", "where", "starts_on"),
        ]


@tracked()
class Transfer(Entry):
    """One move between bodies: to or from another government, by P3D, or on secondment."""

    kind = models.CharField(_("jenis pindah"), max_length=8, choices=TransferKind.choices)
    moved_on = models.DateField(_("TMT pindah"))
    origin = models.CharField(_("instansi asal"), max_length=200, blank=True, db_default="")
    target = models.CharField(_("instansi tujuan"), max_length=200, blank=True, db_default="")
    origin_number = models.CharField(
        _("nomor SK instansi asal"), max_length=120, blank=True, db_default=""
    )
    origin_on = models.DateField(_("tanggal SK instansi asal"), null=True, blank=True)
    bkn_number = models.CharField(_("nomor SK BKN"), max_length=120, blank=True, db_default="")
    bkn_on = models.DateField(_("tanggal SK BKN"), null=True, blank=True)

    class Meta:
        verbose_name = _("pindah instansi")
        verbose_name_plural = _("pindah instansi")
        constraints = [*of_an_entry("transfer"), recorded_once("transfer", "kind", "moved_on")]


@tracked()
class Termination(Entry):
    """The end of an employment, and why; ``ended`` are the rows that ended with it (ending.py)."""

    FIELD_CLASSES = {"kind": FieldClass.DISCIPLINE, "lainnya": FieldClass.DISCIPLINE}

    kind = models.CharField(
        _("jenis pemberhentian"), max_length=4, choices=TerminationKind.choices
    )
    stopped_on = models.DateField(_("TMT pemberhentian"), null=True, blank=True)
    pertek_number = models.CharField(
        _("nomor pertek BKN"), max_length=120, blank=True, db_default=""
    )
    pertek_on = models.DateField(_("tanggal pertek BKN"), null=True, blank=True)
    ended = models.JSONField(default=list, blank=True, db_default=[], editable=False)

    class Meta:
        verbose_name = _("pemberhentian")
        verbose_name_plural = _("pemberhentian")
        constraints = [
            *of_an_entry("termination"),
            recorded_once("termination", "kind", "stopped_on", "paper_number"),
        ]
