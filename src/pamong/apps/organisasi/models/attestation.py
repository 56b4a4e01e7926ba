"""Attestations: this text calls this person by this office and capacity on this day."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Document, Person
from pamong.apps.organisasi.models.holding import CAPACITIES
from pamong.apps.organisasi.models.jabatan import Jabatan
from pamong.apps.organisasi.models.pemda import Pemda
from pamong.apps.organisasi.models.seats import follows_its_office


@tracked()
class Attestation(models.Model):
    """What one document says of one person on one day; it proves no first and no last day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attestations")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="attestations")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, editable=False)
    capacity = models.CharField("kedudukan", max_length=10, choices=CAPACITIES)
    day = models.DateField("hari")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="attestations")
    words = models.TextField("kata-kata dokumen", blank=True)

    class Meta:
        verbose_name = "atestasi"
        verbose_name_plural = "atestasi"
        indexes = [models.Index(fields=["jabatan", "day"], name="attestation_by_office")]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "person", "jabatan", "capacity", "day"],
                name="attestation_is_recorded_once",
                violation_error_message=_("Penyebutan ini sudah tercatat dari dokumen yang sama."),
            ),
        ]
        triggers = [follows_its_office("pemda_id")]

    def __str__(self) -> str:
        return gettext("%(person)s disebut %(capacity)s %(jabatan)s") % {
            "person": self.person,
            "capacity": self.get_capacity_display(),
            "jabatan": self.jabatan,
        }
