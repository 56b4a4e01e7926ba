"""Decrees (SK): decided on one day, effective from another, recorded on a third."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.document import Document
from pamong.apps.core.models.instansi import Instansi


@tracked()
class Decree(models.Model):
    """A decree on which a tenure, a leave or another act rests."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(Instansi, on_delete=models.PROTECT, verbose_name="milik instansi")
    number = models.CharField("nomor", max_length=120)
    title = models.CharField("tentang", max_length=300)
    issued_by = models.CharField("pejabat penetap", max_length=200)
    decided_on = models.DateField("tanggal penetapan")
    effective_on = models.DateField("TMT")
    recorded_on = models.DateField("dicatat pada")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name = "surat keputusan"
        verbose_name_plural = "surat keputusan"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "number", "decided_on"],
                name="decree_is_recorded_once",
                violation_error_message=_("SK dengan nomor dan tanggal ini sudah tercatat."),
            ),
            models.CheckConstraint(
                name="decree_not_from_the_future",
                violation_error_message=_(
                    "Tanggal penetapan SK sesudah hari ia dicatat. Periksa tanggal penetapannya."
                ),
                condition=Q(decided_on__lte=F("recorded_on")),
            ),
            models.CheckConstraint(
                name="decree_has_a_number",
                violation_error_message=_("Nomor SK kosong. Tulis nomornya seperti di dokumen."),
                condition=~Q(number=""),
            ),
        ]

    def __str__(self) -> str:
        return f"SK {self.number}"
