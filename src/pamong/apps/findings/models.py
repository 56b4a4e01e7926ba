"""Runs of the law, and what they found: breaches, and matters that cannot be judged yet."""

import uuid

from django.db import models

from pamong.apps.core.history import tracked
from pamong.apps.organisasi.models import Pemda


class FindingFamily(models.TextChoices):
    """How a finding is shown; red and amber never concern a real person in a demonstration."""

    CATATAN = "catatan", "Catatan belum lengkap"
    PERIKSA = "periksa", "Perlu diperiksa"
    MELANGGAR = "melanggar", "Melanggar"


@tracked()
class LawRun(models.Model):
    """One rule judged over one government for one day."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="law_runs")
    rule_id = models.CharField("aturan", max_length=60)
    as_of = models.DateField("per tanggal")
    judged = models.PositiveIntegerField("dinilai")
    not_judged = models.PositiveIntegerField("belum dapat dinilai")

    class Meta:
        verbose_name = "penilaian"
        verbose_name_plural = "penilaian"
        indexes = [models.Index(fields=["pemda", "rule_id", "-as_of"], name="run_by_pemda")]

    def __str__(self) -> str:
        return f"{self.rule_id} per {self.as_of}"


@tracked()
class Finding(models.Model):
    """One judgement worth a person's attention, frozen with its version, steps and hash.

    ``run`` found it first; ``runs`` are all that found it. On a day it stands where the latest
    run of its rule for that day, or for one before, found it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="findings")
    run = models.ForeignKey(LawRun, on_delete=models.PROTECT, related_name="found_first")
    runs = models.ManyToManyField(LawRun, related_name="findings")
    rule_id = models.CharField("aturan", max_length=60)
    subject_kind = models.CharField("jenis subjek", max_length=20)
    subject_id = models.BigIntegerField()
    subject_label = models.CharField("subjek", max_length=300)
    family = models.CharField("golongan", max_length=10, choices=FindingFamily.choices)
    since = models.DateField("sejak", null=True, blank=True)
    judgement = models.JSONField("penilaian")
    judgement_hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = "temuan"
        verbose_name_plural = "temuan"
        indexes = [models.Index(fields=["pemda", "rule_id"], name="finding_by_pemda")]
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "rule_id", "subject_kind", "subject_id", "judgement_hash"],
                name="finding_is_recorded_once",
                violation_error_message="Temuan ini sudah tercatat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id}: {self.subject_label}"
