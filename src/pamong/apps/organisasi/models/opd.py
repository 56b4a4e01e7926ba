"""OPDs: the perangkat daerah of a government."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import ends_after_start
from pamong.apps.organisasi.models.pemda import Pemda


@tracked()
class Opd(models.Model):
    """One perangkat daerah of one government; an open start means "not recorded"."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="opd")
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=40, blank=True)
    jenis = models.CharField(max_length=40)
    tipe = models.CharField(max_length=4, blank=True)
    sort_key = models.CharField(max_length=200)
    kode = models.CharField(_("kode di sistem asal"), max_length=64, blank=True, db_default="")
    is_typical = models.BooleanField("susunan contoh", default=False)
    starts_on = models.DateField(null=True, blank=True)
    ends_before = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "OPD"
        verbose_name_plural = "OPD"
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "nama"],
                condition=models.Q(ends_before=None),
                name="opd_is_named_once",
                violation_error_message=_(
                    "OPD dengan nama ini sudah ada di pemerintah daerah itu."
                ),
            ),
            models.UniqueConstraint(
                fields=["pemda", "kode"],
                condition=~models.Q(kode=""),
                name="opd_code_is_one_opds",
                violation_error_message=_("Kode OPD ini sudah dipakai OPD lain."),
            ),
            ends_after_start("opd_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.nama
