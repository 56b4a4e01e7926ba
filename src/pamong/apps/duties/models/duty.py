"""Duties: who owes what by when, with the words of the source as they were when it was made."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.forums.models import Topic
from pamong.apps.organisasi.models import Opd, Pemda


class SourceKind(models.TextChoices):
    """Where a duty comes from."""

    DIRECTIVE = "directive", _("arahan")
    FINDING = "finding", _("temuan")


class Part(models.TextChoices):
    """Which part an OPD has in it."""

    LEAD = "lead", _("penanggung jawab")
    SUPPORTING = "supporting", _("pendukung")


def only_added(name: str) -> pgtrigger.Trigger:
    """Let rows be added and never be changed or deleted, whoever writes."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


@tracked()
class Duty(models.Model):
    """What an OPD, or by recommendation another government, owes ``pemda`` by a day.

    Nothing of it changes; what happens to it are its steps. The source is known by kind and
    public id only, and its words are copied: ``source_hash`` is theirs.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="duties")
    opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="duties"
    )
    to_pemda = models.ForeignKey(
        Pemda,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name="penerima rekomendasi",
    )
    part = models.CharField("bagian", max_length=10, choices=Part.choices, default=Part.LEAD)
    source_kind = models.CharField("jenis sumber", max_length=10, choices=SourceKind.choices)
    source_id = models.UUIDField("sumber")
    gist = models.CharField("inti", max_length=500)
    words = models.TextField("kata-kata sumber", blank=True)
    citation = models.CharField("sumber menurut", max_length=300)
    giver = models.CharField("pemberi", max_length=400, blank=True)
    topic = models.CharField("topik", max_length=30, choices=Topic.choices, blank=True)
    source_day = models.DateField("hari sumber")
    source_hash = models.CharField(max_length=64)
    made_on = models.DateField("dibuat pada")
    due_on = models.DateField("tenggat semula")
    counts_working_days = models.BooleanField("dihitung dalam hari kerja", default=False)

    class Meta:
        verbose_name = "tindak lanjut"
        verbose_name_plural = "tindak lanjut"
        indexes = [
            models.Index(fields=["pemda", "-made_on"], name="duty_by_pemda"),
            models.Index(fields=["source_id"], name="duty_by_source"),
        ]
        constraints = [
            models.CheckConstraint(
                name="duty_is_owed_by_one",
                violation_error_message=_(
                    "Tindak lanjut ditujukan kepada satu OPD, atau sebagai rekomendasi kepada satu"
                    " pemerintah daerah lain. Pilih salah satunya."
                ),
                condition=Q(opd__isnull=False, to_pemda__isnull=True)
                | (Q(opd__isnull=True, to_pemda__isnull=False) & ~Q(to_pemda=F("pemda"))),
            ),
            models.CheckConstraint(
                name="duty_is_due_after_it_is_made",
                violation_error_message=_(
                    "Tenggat mendahului hari tindak lanjut dibuat, atau hari sumbernya. Pilih "
                    "tenggat yang lebih kemudian."
                ),
                condition=Q(due_on__gte=F("made_on")) & Q(made_on__gte=F("source_day")),
            ),
            models.UniqueConstraint(
                fields=["source_kind", "source_id", "opd"],
                name="duty_is_made_once_an_opd",
                violation_error_message=_(
                    "OPD ini sudah mendapat tindak lanjut dari sumber yang sama."
                ),
            ),
            models.UniqueConstraint(
                fields=["source_kind", "source_id", "to_pemda"],
                name="duty_is_recommended_once",
                violation_error_message=_(
                    "Pemerintah daerah ini sudah mendapat rekomendasi dari sumber yang sama."
                ),
            ),
        ]
        triggers = [only_added("a_duty_is_frozen")]

    def __str__(self) -> str:
        return self.gist

    @property
    def is_recommendation(self) -> bool:
        """Whether it went to another government, which may answer no."""
        return self.to_pemda_id is not None
