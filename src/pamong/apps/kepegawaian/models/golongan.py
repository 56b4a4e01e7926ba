"""Rank and pay: riwayat pangkat and golongan, and the periodic rises of pay."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models.entry import DatedEntry, of_a_dated_entry, recorded_once
from pamong.apps.kepegawaian.models.pegawai import Pegawai
from pamong.kernel.golongan import GOLONGAN_PNS, GOLONGAN_PPPK

GOLONGAN = [(str(each), str(each)) for each in (*GOLONGAN_PNS, *GOLONGAN_PPPK)]


class PangkatChange(models.TextChoices):
    """By what kind of change a golongan came; the law reads these words."""

    PENGANGKATAN = "pengangkatan", _("pengangkatan")
    REGULER = "reguler", _("kenaikan reguler")
    PILIHAN = "pilihan", _("kenaikan pilihan")
    PENYESUAIAN = "penyesuaian_ijazah", _("penyesuaian ijazah")
    PENGABDIAN = "pengabdian", _("kenaikan pengabdian")
    ANUMERTA = "anumerta", _("anumerta")
    PENURUNAN = "penurunan", _("penurunan pangkat")
    PEMULIHAN = "pemulihan", _("pemulihan pangkat")


@tracked()
class RiwayatPangkat(DatedEntry):
    """One golongan of one pegawai, from its TMT to the next."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="riwayat_pangkat")
    golongan = models.CharField(_("golongan"), max_length=6, choices=GOLONGAN)
    change = models.CharField(
        _("jenis kenaikan pangkat"),
        max_length=20,
        choices=PangkatChange.choices,
        blank=True,
        db_default="",
    )
    kode_change = models.CharField(
        _("kode jenis kenaikan pangkat"), max_length=8, blank=True, db_default=""
    )
    service_months = models.PositiveSmallIntegerField(
        _("masa kerja golongan (bulan)"), null=True, blank=True
    )
    pertek_number = models.CharField(
        _("nomor pertek BKN"), max_length=120, blank=True, db_default=""
    )
    pertek_on = models.DateField(_("tanggal pertek BKN"), null=True, blank=True)

    class Meta:
        verbose_name = _("riwayat pangkat")
        verbose_name_plural = _("riwayat pangkat")
        constraints = [
            *of_a_dated_entry("riwayat_pangkat"),
            ExclusionConstraint(
                name="riwayat_pangkat_one_at_a_time",
                violation_error_message=_(
                    "Pegawai ini sudah bergolongan lain pada sebagian hari itu. Akhiri dulu "
                    "riwayat pangkat yang tercatat, atau perbaiki tanggalnya."
                ),
                expressions=[(One("pegawai"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.golongan}"


@tracked()
class RiwayatGaji(DatedEntry):
    """The base pay of a pegawai as one letter set it (KGB), from its TMT."""

    FIELD_CLASSES = {"pay": FieldClass.FINANCE}

    golongan = models.CharField(_("golongan"), max_length=6, choices=GOLONGAN)
    service_months = models.PositiveSmallIntegerField(_("masa kerja golongan (bulan)"))
    pay = models.PositiveBigIntegerField(_("gaji pokok (rupiah)"), null=True, blank=True)
    postponed_until = models.DateField(
        _("kenaikan berikutnya ditunda sampai"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("riwayat gaji berkala")
        verbose_name_plural = _("riwayat gaji berkala")
        constraints = [
            *of_a_dated_entry("riwayat_gaji"),
            recorded_once("riwayat_gaji", "starts_on"),
        ]
