"""What the review of drafts teaches: corrections without names, and how much work each took."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models import User
from pamong.apps.core.history import tracked
from pamong.apps.forums.models.draft import ReadingDraft
from pamong.apps.organisasi.models import Pemda


class Correction(models.Model):
    """One correction of a draft as a case for the reader, without names.

    Untracked, and without a key to document or user, on purpose: either would lead back to the
    names that were taken out. The key is random, so that order does not lead there.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="corrections")
    field = models.CharField("bagian draf", max_length=60)
    case = models.TextField("kasus")  # one line, as reader.corrections writes and reads it

    class Meta:
        verbose_name = "koreksi draf"
        verbose_name_plural = "koreksi draf"

    def __str__(self) -> str:
        return self.field


@tracked()
class CorrectionConsent(models.Model):
    """Whether somebody let corrections be kept the last time; the next page begins with that."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="correction_consent")
    is_given = models.BooleanField("diizinkan")

    class Meta:
        verbose_name = "izin menyimpan koreksi"
        verbose_name_plural = "izin menyimpan koreksi"

    def __str__(self) -> str:
        return f"{self.user}"


@tracked()
class ReviewMeasure(models.Model):
    """How much work one confirmed draft took; it names nobody.

    ``seconds`` is the time for which the review was open and to be seen, where it is known.
    """

    draft = models.OneToOneField(ReadingDraft, on_delete=models.PROTECT, related_name="measure")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="review_measures")
    measured_on = models.DateField("dikukuhkan pada")
    kind = models.CharField("jenis forum", max_length=20, blank=True)
    changed = models.PositiveIntegerField("isian diubah")
    added = models.PositiveIntegerField("baris ditambah")
    removed = models.PositiveIntegerField("baris dihapus")
    by_field = models.JSONField("sentuhan menurut bagian")
    seconds = models.PositiveIntegerField("detik", null=True, blank=True)

    class Meta:
        verbose_name = "ukuran peninjauan"
        verbose_name_plural = "ukuran peninjauan"
        indexes = [models.Index(fields=["pemda", "measured_on"], name="measure_by_pemda")]
        constraints = [
            models.CheckConstraint(
                name="measure_seconds_are_of_one_day",
                violation_error_message=_("Lama peninjauan lebih dari sehari. Kosongkan."),
                condition=models.Q(seconds=None) | models.Q(seconds__lte=86400),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measured_on}"
