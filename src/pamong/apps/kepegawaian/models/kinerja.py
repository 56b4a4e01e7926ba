"""Performance: appraisals, credit points of functional posts, and awards."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.kepegawaian.models.entry import (
    DatedEntry,
    Entry,
    of_a_dated_entry,
    of_an_entry,
    recorded_once,
)


class PeriodKind(models.TextChoices):
    """What an appraisal is of."""

    TAHUNAN = "tahunan", _("tahunan")
    TRIWULAN = "triwulan", _("triwulan")
    BULANAN = "bulanan", _("bulanan")


class Predikat(models.TextChoices):
    """The predicate of an appraisal since 2022; SIASN's quadrant 1 to 5."""

    SANGAT_BAIK = "sangat_baik", _("sangat baik")
    BAIK = "baik", _("baik")
    BUTUH_PERBAIKAN = "butuh_perbaikan", _("butuh perbaikan")
    KURANG = "kurang", _("kurang")
    SANGAT_KURANG = "sangat_kurang", _("sangat kurang")


class Expectation(models.TextChoices):
    """How results and behaviour are rated."""

    DI_ATAS = "di_atas", _("di atas ekspektasi")
    SESUAI = "sesuai", _("sesuai ekspektasi")
    DI_BAWAH = "di_bawah", _("di bawah ekspektasi")


class CreditKind(models.TextChoices):
    """What a decision on credit points is."""

    PERTAMA = "pertama", _("angka kredit pertama")
    INTEGRASI = "integrasi", _("integrasi")
    KONVERSI = "konversi", _("konversi predikat kinerja")
    LAIN = "lain", _("penetapan lain")


@tracked()
class PenilaianKinerja(DatedEntry):
    """One appraisal; its days are those that are appraised, and it is known when they are over."""

    year = models.PositiveSmallIntegerField(_("tahun"))
    of_period = models.CharField(
        _("periode"),
        max_length=8,
        choices=PeriodKind.choices,
        default=PeriodKind.TAHUNAN,
        db_default=PeriodKind.TAHUNAN,
    )
    predikat = models.CharField(
        _("predikat"), max_length=16, choices=Predikat.choices, blank=True, db_default=""
    )
    result = models.CharField(
        _("hasil kerja"), max_length=8, choices=Expectation.choices, blank=True, db_default=""
    )
    behaviour = models.CharField(
        _("perilaku kerja"), max_length=8, choices=Expectation.choices, blank=True, db_default=""
    )
    score_hundredths = models.PositiveIntegerField(
        _("nilai prestasi kerja (seperseratus)"), null=True, blank=True
    )
    is_force_majeure = models.BooleanField(_("keadaan kahar"), null=True, blank=True)
    appraiser = models.CharField(_("pejabat penilai"), max_length=200, blank=True, db_default="")
    appraiser_post = models.CharField(
        _("jabatan penilai"), max_length=200, blank=True, db_default=""
    )

    class Meta:
        verbose_name = _("penilaian kinerja")
        verbose_name_plural = _("penilaian kinerja")
        constraints = [
            *of_a_dated_entry("penilaian_kinerja"),
            recorded_once("penilaian_kinerja", "of_period", "starts_on"),
            models.CheckConstraint(
                name="penilaian_kinerja_has_an_end",
                condition=Q(ends_before__isnull=False),
                violation_error_message=_("Isi hari terakhir periode yang dinilai."),
            ),
            models.CheckConstraint(
                name="penilaian_kinerja_year_is_its_days",
                condition=Q(year=models.F("starts_on__year")),
                violation_error_message=_(
                    "Tahun penilaian tidak sesuai dengan hari pertama periodenya. Perbaiki salah"
                    " satunya."
                ),
            ),
            models.UniqueConstraint(
                fields=["pegawai", "year"],
                condition=Q(of_period=PeriodKind.TAHUNAN),
                name="penilaian_kinerja_one_a_year",
                violation_error_message=_(
                    "Penilaian kinerja tahunan untuk tahun itu sudah ada. Perbaiki yang tercatat."
                ),
            ),
        ]


@tracked()
class CreditPoints(DatedEntry):
    """One decision on credit points (PAK); its days are those that are rated."""

    kind = models.CharField(_("jenis"), max_length=10, choices=CreditKind.choices)
    main = models.DecimalField(
        _("kredit utama"), max_digits=8, decimal_places=3, null=True, blank=True
    )
    supporting = models.DecimalField(
        _("kredit penunjang"), max_digits=8, decimal_places=3, null=True, blank=True
    )
    total = models.DecimalField(_("jumlah kredit"), max_digits=8, decimal_places=3)
    post = models.CharField(_("nama jabatan"), max_length=200, blank=True, db_default="")

    class Meta:
        verbose_name = _("angka kredit")
        verbose_name_plural = _("angka kredit")
        constraints = [
            *of_a_dated_entry("credit_points"),
            recorded_once("credit_points", "starts_on", "kind", "paper_number"),
            models.CheckConstraint(
                name="credit_points_are_not_negative",
                condition=Q(total__gte=0),
                violation_error_message=_(
                    "Jumlah angka kredit kurang dari nol. Periksa angkanya."
                ),
            ),
        ]


@tracked()
class Award(Entry):
    """One award, such as Satyalancana Karya Satya."""

    nama = models.CharField(_("nama penghargaan"), max_length=200)
    awarded_on = models.DateField(_("tanggal penghargaan"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("tahun"), null=True, blank=True)
    kode_award = models.CharField(
        _("kode penghargaan di sistem asal"), max_length=16, blank=True, db_default=""
    )

    class Meta:
        verbose_name = _("penghargaan")
        verbose_name_plural = _("penghargaan")
        constraints = [
            *of_an_entry("award"),
            recorded_once("award", "nama", "awarded_on", "year"),
            models.CheckConstraint(
                name="award_has_a_name",
                condition=~Q(nama=""),
                violation_error_message=_("Nama penghargaan kosong. Tulis namanya."),
            ),
        ]
