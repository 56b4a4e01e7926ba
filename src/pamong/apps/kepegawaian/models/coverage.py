"""For which units and days a riwayat is complete; outside them a missing entry tells nothing."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.organisasi.models import Opd, Pemda


class Riwayat(models.TextChoices):
    """The sections of a record for which it can be said that they are complete."""

    PANGKAT = "pangkat", _("riwayat pangkat")
    JABATAN = "jabatan", _("riwayat jabatan")
    PENDIDIKAN = "pendidikan", _("riwayat pendidikan")
    DIKLAT = "diklat", _("riwayat diklat")
    GAJI = "gaji", _("riwayat gaji berkala")
    KINERJA = "kinerja", _("penilaian kinerja")
    HUKUMAN = "hukuman", _("hukuman disiplin")
    CUTI = "cuti", _("cuti pegawai")
    PERJANJIAN = "perjanjian", _("perjanjian kerja PPPK")
    NON_ASN = "non_asn", _("masa kerja non-ASN")


@tracked()
class RiwayatCoverage(Dated):
    """The days for which one riwayat of a government, or of one OPD, is on record whole."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT)
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, blank=True)
    riwayat = models.CharField(_("riwayat"), max_length=12, choices=Riwayat.choices)
    source = models.CharField(_("sumber"), max_length=200)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("cakupan riwayat")
        verbose_name_plural = _("cakupan riwayat")
        constraints = [
            ends_after_start("riwayat_coverage_ends_after_start"),
            models.CheckConstraint(
                name="riwayat_coverage_has_a_source",
                condition=~Q(source=""),
                violation_error_message=_(
                    "Sumber cakupan riwayat kosong. Sebutkan dari mana riwayat itu dimuat."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_riwayat_display()}: {self.source}"
