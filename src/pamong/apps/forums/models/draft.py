"""Drafts: what the reader proposes, what a person changed in it, and how it was decided."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Document
from pamong.apps.organisasi.models import Pemda


class DraftStatus(models.TextChoices):
    """A draft waits for a person, who confirms it or sets it aside."""

    OPEN = "open", _("menunggu ditinjau")
    CONFIRMED = "confirmed", _("dikukuhkan")
    SET_ASIDE = "set_aside", _("disisihkan")


@tracked()
class ReadingDraft(models.Model):
    """The reader's proposal for one document. It never becomes a record by itself."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="draft")
    pemda = models.ForeignKey(
        Pemda, on_delete=models.PROTECT, null=True, blank=True, related_name="drafts"
    )  # null while the region that the text is about is not known or not settled
    status = models.CharField(max_length=10, choices=DraftStatus.choices, default=DraftStatus.OPEN)
    is_sealed = models.BooleanField("memuat pembicara rahasia", default=False)
    # No language model may get the text of a sealed one; once sealed, it stays so.
    as_read = models.JSONField("seperti dibaca")
    content = models.JSONField("isi sekarang")
    decided_on = models.DateField("diputuskan pada", null=True, blank=True)
    decided_by = models.CharField("diputuskan oleh", max_length=200, blank=True)
    reason = models.TextField("alasan", blank=True)

    class Meta:
        verbose_name = "draf bacaan"
        verbose_name_plural = "draf bacaan"
        constraints = [
            models.CheckConstraint(
                name="draft_set_aside_has_a_reason",
                violation_error_message=_("Alasan menyisihkan draf belum diisi."),
                condition=~models.Q(status="set_aside") | ~models.Q(reason=""),
            ),
            models.CheckConstraint(
                name="draft_decided_has_day_and_actor",
                violation_error_message=_(
                    "Keputusan atas draf harus mencatat hari dan pelakunya."
                ),
                condition=models.Q(status="open")
                | (models.Q(decided_on__isnull=False) & ~models.Q(decided_by="")),
            ),
        ]

    def __str__(self) -> str:
        return f"draf {self.document}"


@tracked()
class DraftChange(models.Model):
    """One change of a draft by a person; ``before`` is what undo goes back to."""

    draft = models.ForeignKey(ReadingDraft, on_delete=models.CASCADE, related_name="changes")
    # A change is a part of its draft.
    pointer = models.CharField("bagian", max_length=200)
    before = models.JSONField()
    after = models.JSONField()
    made_by = models.CharField("oleh", max_length=200)
    is_undone = models.BooleanField(default=False)

    class Meta:
        verbose_name = "perubahan draf"
        verbose_name_plural = "perubahan draf"

    def __str__(self) -> str:
        return self.pointer
