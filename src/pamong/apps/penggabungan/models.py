"""Two records that may be one person: the proposal, the word that they are not, the merging."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Pemda


class Alike(models.TextChoices):
    """Why two records may be of one person, the strongest reason first."""

    NUMBER = "nomor", _("nomor yang sama, tercatat sebagai jenis lain atau ditulis lain")
    NAME_AND_BIRTH = "nama_lahir", _("nama dan tanggal lahir sama")
    LIKE_NAME_AND_BIRTH = "mirip_lahir", _("nama mirip, tanggal lahir sama")
    ONE_DIGIT = "satu_angka", _("nama mirip, nomornya berbeda satu angka")
    SWAPPED = "tertukar", _("nama mirip, dua angka dalam nomornya tertukar")


class DuplicatePair(models.Model):
    """Two pegawai of one government that were found alike by the last search.

    It is made anew by every search, of what stands in the records: no record of its own, and
    without a history.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="+")
    first = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="+")  # derived
    second = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="+")  # derived
    alike = ArrayField(models.CharField(max_length=12, choices=Alike.choices))
    rank = models.PositiveSmallIntegerField()
    found_on = models.DateField("ditemukan")

    class Meta:
        verbose_name = _("usulan ganda")
        verbose_name_plural = _("usulan ganda")
        indexes = [models.Index(fields=["pemda", "rank", "id"], name="pair_by_pemda")]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                name="pair_is_found_once",
                violation_error_message=_("Pasangan ini sudah diusulkan."),
            ),
            models.CheckConstraint(
                name="pair_is_in_order",
                condition=Q(first__lt=F("second")),
                violation_error_message=_("Pasangan terdiri atas dua catatan yang berbeda."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id}, {self.second_id}"


@tracked()
class ApartDecision(models.Model):
    """Somebody says that two records are of two people; it holds until it is taken back."""

    first = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField("diputuskan")
    by = models.CharField("oleh", max_length=200)
    reason = models.CharField("alasan", max_length=1000)
    taken_back_on = models.DateField("ditarik", null=True, blank=True)
    taken_back_by = models.CharField("ditarik oleh", max_length=200, blank=True)
    taken_back_because = models.CharField("alasan ditarik", max_length=1000, blank=True)

    class Meta:
        verbose_name = _("keputusan bukan orang yang sama")
        verbose_name_plural = _("keputusan bukan orang yang sama")
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                condition=Q(taken_back_on=None),
                name="apart_is_decided_once",
                violation_error_message=_(
                    "Sudah diputuskan bahwa keduanya bukan orang yang sama."
                ),
            ),
            models.CheckConstraint(
                name="apart_is_in_order",
                condition=Q(first__lt=F("second")),
                violation_error_message=_("Keputusan ini tentang dua catatan yang berbeda."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id}, {self.second_id}"


@tracked()
class Merging(models.Model):
    """One merging of ``away`` into ``stays``, as one act; the journal takes it back.

    ``context`` is that of the act in the history: a row whose history ends with another one was
    edited since. ``kept`` says what undoing left as it was then, because of later edits.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="+")
    stays = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    away = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    merged_on = models.DateField("digabung")
    by = models.CharField("oleh", max_length=200)
    reason = models.CharField("alasan", max_length=1000)
    context = models.UUIDField()
    journal = models.JSONField()
    undone_on = models.DateField("dibatalkan", null=True, blank=True)
    undone_by = models.CharField("dibatalkan oleh", max_length=200, blank=True)
    undone_because = models.CharField("alasan dibatalkan", max_length=1000, blank=True)
    kept = models.JSONField(null=True, blank=True)

    class Meta:
        verbose_name = _("penggabungan")
        verbose_name_plural = _("penggabungan")
        indexes = [models.Index(fields=["pemda", "-merged_on", "-id"], name="merging_by_pemda")]
        constraints = [
            models.UniqueConstraint(
                fields=["away"],
                condition=Q(undone_on=None),
                name="merging_once_at_a_time",
                violation_error_message=_("Catatan ini sudah digabung ke catatan lain."),
            ),
            models.CheckConstraint(
                name="merging_of_two",
                condition=~Q(stays=F("away")),
                violation_error_message=_("Catatan tidak dapat digabung dengan dirinya sendiri."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.away_id} → {self.stays_id}"
