"""Bodies: governments, ministries, agencies, and the organisations beside them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked


class InstansiKind(models.TextChoices):
    """What sort of body it is."""

    PEMDA = "pemda", _("pemerintah daerah")
    PUSAT = "pusat", _("kementerian atau lembaga")
    MITRA = "mitra", _("organisasi mitra")


@tracked()
class Instansi(models.Model):
    """Any body that asks, is asked, attends, or owns records."""

    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=40, blank=True)
    kind = models.CharField("jenis", max_length=8, choices=InstansiKind.choices)
    sort_key = models.CharField(max_length=200, db_index=True)

    class Meta:
        verbose_name = "instansi"
        verbose_name_plural = "instansi"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "nama"],
                name="instansi_is_named_once",
                violation_error_message=_("Instansi dengan nama ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return self.nama
