"""Education and training: diplomas, diklat, kursus, seminars and certificates of competence."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.kepegawaian.models.entry import (
    DatedEntry,
    Entry,
    of_a_dated_entry,
    of_an_entry,
)
from pamong.apps.kepegawaian.models.jabatan import JabatanAsn
from pamong.apps.kepegawaian.models.pegawai import Pegawai


class JenjangPendidikan(models.TextChoices):
    """The levels of formal education, the lowest first."""

    SD = "sd", "SD"
    SMP = "smp", "SMP"
    SMP_KEJURUAN = "sltp_kejuruan", _("SMP kejuruan")
    SMA = "sma", _("SMA/sederajat")
    DIPLOMA_I = "d1", "D-I"
    DIPLOMA_II = "d2", "D-II"
    SGPLB = "sgplb", "SGPLB"
    DIPLOMA_III = "d3", "D-III"
    SARJANA_MUDA = "sarjana_muda", _("sarjana muda")
    DIPLOMA_IV = "d4", "D-IV"
    SARJANA = "s1", "S-1"
    PROFESI = "dokter_apoteker", _("dokter, apoteker, dan yang setara")
    MAGISTER = "s2", "S-2"
    DOKTOR = "s3", "S-3"


class DiklatKind(models.TextChoices):
    """What a course is for."""

    STRUKTURAL = "struktural", _("struktural")
    FUNGSIONAL = "fungsional", _("fungsional")
    TEKNIS = "teknis", _("teknis")
    SEMINAR = "seminar", _("seminar, lokakarya, dan sejenisnya")
    SERTIFIKASI = "sertifikasi", _("sertifikasi")
    LAIN = "lain", _("lain")


@tracked()
class RiwayatPendidikan(Entry):
    """One level of formal education that a pegawai has completed."""

    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="riwayat_pendidikan"
    )
    jenjang = models.CharField(_("jenjang"), max_length=16, choices=JenjangPendidikan.choices)
    field_of_study = models.CharField(_("program studi"), max_length=120, blank=True)
    graduated_on = models.DateField(_("tanggal lulus"), null=True, blank=True)
    graduated_in = models.PositiveSmallIntegerField(_("tahun lulus"), null=True, blank=True)
    school = models.CharField(
        _("sekolah atau perguruan tinggi"), max_length=200, blank=True, db_default=""
    )
    gelar_depan = models.CharField(max_length=60, blank=True, db_default="")
    gelar_belakang = models.CharField(max_length=80, blank=True, db_default="")
    is_first = models.BooleanField(_("pendidikan pertama saat diangkat"), null=True, blank=True)
    is_recognised = models.BooleanField(_("sudah diakui dalam kepegawaian"), null=True, blank=True)
    kode_pendidikan = models.CharField(
        _("kode pendidikan di sistem asal"), max_length=64, blank=True, db_default=""
    )

    class Meta:
        verbose_name = _("riwayat pendidikan")
        verbose_name_plural = _("riwayat pendidikan")
        constraints = [
            *of_an_entry("riwayat_pendidikan"),
            models.UniqueConstraint(
                fields=["pegawai", "jenjang", "field_of_study"],
                name="riwayat_pendidikan_is_recorded_once",
                violation_error_message=_("Riwayat pendidikan ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.get_jenjang_display()}"


@tracked()
class RiwayatDiklat(DatedEntry):
    """One course that a pegawai has attended, with its hours of lessons (JP) where known."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="riwayat_diklat")
    kind = models.CharField(_("jenis diklat"), max_length=12, choices=DiklatKind.choices)
    nama = models.CharField(_("nama diklat"), max_length=200)
    hours = models.PositiveSmallIntegerField(_("jam pelajaran"), null=True, blank=True)
    organiser = models.CharField(_("penyelenggara"), max_length=200, blank=True, db_default="")
    for_kind = models.CharField(
        _("untuk jenis jabatan"),
        max_length=16,
        choices=JabatanAsn.choices,
        blank=True,
        db_default="",
    )
    kode_diklat = models.CharField(
        _("kode jenis diklat di sistem asal"), max_length=16, blank=True, db_default=""
    )

    class Meta:
        verbose_name = _("riwayat diklat")
        verbose_name_plural = _("riwayat diklat")
        constraints = [
            *of_a_dated_entry("riwayat_diklat"),
            models.CheckConstraint(
                name="riwayat_diklat_has_a_name",
                condition=~Q(nama=""),
                violation_error_message=_("Nama diklat kosong. Tulis namanya."),
            ),
            models.UniqueConstraint(
                fields=["pegawai", "nama", "starts_on"],
                name="riwayat_diklat_is_recorded_once",
                violation_error_message=_("Riwayat diklat ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.nama}"
