"""An export: who asked for whose rows, of which day, in which layouts, and why.

It is the one record of a look at many people; the file itself lies in pieces and goes after a
week, since it is a copy of personal data that nobody corrects.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.organisasi.models import Pemda


class ExportStep(models.TextChoices):
    """How far an export is."""

    MAKING = "membuat", _("sedang dibuat")
    READY = "siap", _("siap diunduh")
    SENT = "terkirim", _("langsung diunduh")
    FAILED = "gagal", _("tidak jadi")
    GONE = "dihapus", _("berkasnya sudah dihapus")


@tracked()
class RegistryExport(models.Model):
    """One export of one government, seen with the eyes of whoever asked for it.

    ``scope`` names an OPD, a status, or the ids of the employments of a list of numbers.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="exports")
    step = models.CharField(
        _("tahap"), max_length=10, choices=ExportStep.choices, default=ExportStep.MAKING
    )
    day = models.DateField(_("keadaan per tanggal"))
    known_on = models.DateTimeField(_("seperti diketahui pada"), null=True, blank=True)
    layouts = models.JSONField(_("tata letak"), default=list)
    form = models.CharField(_("bentuk berkas"), max_length=4)
    scope = models.JSONField(_("cakupan"), default=dict)
    about = models.CharField(_("tentang siapa"), max_length=300)
    actor = models.CharField(_("pelaku"), max_length=200)
    user_id = models.BigIntegerField(_("pengguna"), null=True, blank=True)
    reason = models.CharField(_("alasan"), max_length=500)
    asked_at = models.DateTimeField(_("diminta pada"))
    people = models.PositiveIntegerField(_("orang"), default=0)
    rows = models.PositiveIntegerField(_("baris"), default=0)
    notes = models.JSONField(_("yang tidak ditulis"), default=list)
    name = models.CharField(_("nama berkas"), max_length=200, blank=True)
    media_type = models.CharField(_("jenis isi"), max_length=100, blank=True)
    size = models.BigIntegerField(_("ukuran (bita)"), default=0)
    problem = models.CharField(_("masalah"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("ekspor data")
        verbose_name_plural = _("ekspor data")

    def __str__(self) -> str:
        return f"{self.about} ({self.day})"


class ExportPiece(models.Model):
    """A piece of the file of an export; whole, a file of 60,000 people would fill the memory."""

    export = models.ForeignKey(RegistryExport, on_delete=models.PROTECT, related_name="pieces")
    number = models.PositiveIntegerField(_("urutan"))
    content = models.BinaryField(_("isi"))

    class Meta:
        verbose_name = _("potongan berkas ekspor")
        verbose_name_plural = _("potongan berkas ekspor")
        constraints = [
            models.UniqueConstraint(
                fields=["export", "number"],
                name="export_piece_has_its_own_number",
                violation_error_message=_("Potongan berkas ini sudah ada."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)
