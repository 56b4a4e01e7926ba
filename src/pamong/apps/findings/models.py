"""Runs of the law, what they found, on which days it stands, and who has taken note of it.

A finding is one matter: what one rule says of one subject since one day. Its *standings* are the
days on which the law finds it, each with the judgement as it was made, frozen. An
*acknowledgement* is a person's word about it.
"""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd, Pemda


class FindingFamily(models.TextChoices):
    """How a finding is shown; red and amber never concern a real person in a demonstration."""

    CATATAN = "catatan", _("Catatan belum lengkap")
    PERIKSA = "periksa", _("Perlu diperiksa")
    MELANGGAR = "melanggar", _("Melanggar")


class Lost(models.TextChoices):
    """Why the law no longer finds what it found, or no longer finds it so."""

    FAKTA = "fakta", _("catatan yang dinilai berubah")
    HARI = "hari", _("hari menurut aturannya telah lewat")
    ATURAN = "aturan", _("aturannya diperbaiki")


@tracked()
class LawRun(models.Model):
    """One rule judged for one day over one government, or over some subjects of it only."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="law_runs")
    rule_id = models.CharField("aturan", max_length=60)
    as_of = models.DateField("per tanggal")
    judged = models.PositiveIntegerField("dinilai")
    not_judged = models.PositiveIntegerField("belum dapat dinilai")
    # Null: the whole government. Else the subjects that a save had touched, and nobody else.
    subjects = ArrayField(models.BigIntegerField(), null=True, blank=True)
    recorded_at = models.DateTimeField("dijalankan", auto_now_add=True)

    class Meta:
        verbose_name = "penilaian"
        verbose_name_plural = "penilaian"
        indexes = [models.Index(fields=["pemda", "rule_id", "-as_of"], name="run_by_pemda")]

    def __str__(self) -> str:
        return f"{self.rule_id} per {self.as_of}"


@tracked()
class Finding(models.Model):
    """One matter worth a person's attention; ``run`` found it first.

    ``identity`` is what makes it the same on another day: rule, subject, outcome, since. Facts are
    not part of it: another decree entered elsewhere in the government makes no new matter.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="findings")
    run = models.ForeignKey(LawRun, on_delete=models.PROTECT, related_name="found_first")
    rule_id = models.CharField("aturan", max_length=60)
    subject_kind = models.CharField("jenis subjek", max_length=20)
    subject_id = models.BigIntegerField()
    subject_label = models.CharField("subjek", max_length=300)
    family = models.CharField("golongan", max_length=10, choices=FindingFamily.choices)
    since = models.DateField("sejak", null=True, blank=True)
    identity = models.CharField(max_length=64)

    class Meta:
        verbose_name = "temuan"
        verbose_name_plural = "temuan"
        indexes = [models.Index(fields=["pemda", "rule_id"], name="finding_by_pemda")]
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "rule_id", "subject_kind", "subject_id", "identity"],
                name="finding_is_recorded_once",
                violation_error_message=_("Temuan ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id}: {self.subject_label}"


@tracked()
class Standing(Dated):
    """The days for which the law finds something, with the judgement of the first of them.

    It ends on the day for which a run no longer found it so (``lost_by``). Where the same days
    were judged anew and it was not found so, it stays as it was, superseded: what stands on a day
    is told by the rows that nothing supersedes.
    """

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="standings")
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, related_name="+")
    judgement = models.JSONField("penilaian")
    judgement_hash = models.CharField(max_length=64)
    found_by = models.ForeignKey(LawRun, on_delete=models.PROTECT, related_name="found")
    lost_by = models.ForeignKey(LawRun, on_delete=models.PROTECT, null=True, related_name="lost")
    superseded_by = models.ForeignKey(
        LawRun, on_delete=models.PROTECT, null=True, related_name="superseded"
    )
    lost_because = models.CharField("sebab", max_length=10, choices=Lost.choices, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "masa berlaku temuan"
        verbose_name_plural = "masa berlaku temuan"
        indexes = [models.Index(fields=["finding", "starts_on"], name="standing_by_finding")]
        constraints = [
            ends_after_start("standing_ends_after_start"),
            ExclusionConstraint(
                name="standing_once_a_day",
                violation_error_message=_("Temuan ini sudah tercatat berlaku pada hari itu."),
                expressions=[(One("finding"), OVERLAPS), DAYS],
                condition=Q(superseded_by=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding}, {self.starts_on}"


@tracked()
class Acknowledgement(Dated):
    """Somebody has taken note of a finding, says why, and when it is to be looked at again.

    ``starts_on`` is the day on which it was said, ``ends_before`` the day on which the finding is
    open again. ``standing`` holds what was taken note of, with its facts and hash.
    """

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="acknowledgements")
    standing = models.ForeignKey(Standing, on_delete=models.PROTECT, related_name="+")
    by = models.CharField("oleh", max_length=200)
    reason = models.CharField("alasan", max_length=1000)
    # Before its time: the law no longer found it, or somebody took it back and said why.
    closed_on = models.DateField("selesai lebih awal", null=True)
    closed_by = models.CharField("diselesaikan oleh", max_length=200, blank=True)
    closed_because = models.CharField("alasan selesai", max_length=1000, blank=True)
    closed_by_run = models.ForeignKey(
        LawRun, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "tanda diketahui"
        verbose_name_plural = "tanda diketahui"
        indexes = [models.Index(fields=["finding", "starts_on"], name="acknowledged_by_finding")]
        constraints = [
            ends_after_start("acknowledgement_ends_after_start"),
            models.CheckConstraint(
                name="acknowledgement_closed_in_its_time",
                condition=Q(closed_on=None)
                | Q(closed_on__gte=F("starts_on"), closed_on__lt=F("ends_before")),
                violation_error_message=_(
                    "Tanda diketahui hanya dapat diakhiri selama masanya. Muat ulang halamannya."
                ),
            ),
            models.CheckConstraint(
                name="acknowledgement_looked_at_again",
                condition=Q(ends_before__isnull=False),
                violation_error_message=_("Tanggal dilihat lagi belum diisi."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding}, {self.by}"


class DueDay(models.Model):
    """When something falls due for a pegawai, as the last run of a rule over him counted it.

    It is made anew by every run, of what stands in the records: no record of its own, and without
    a history. ``told`` holds what the rule told besides.
    """

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="+")
    rule_id = models.CharField("aturan", max_length=60)
    pegawai = models.ForeignKey(
        Pegawai,
        on_delete=models.CASCADE,  # derived from the records: it keeps nobody on them
        related_name="due_days",
    )
    due_on = models.DateField("jatuh pada")
    outcome = models.CharField("hasil", max_length=60)
    as_of = models.DateField("per tanggal")
    told = models.JSONField("rincian")

    class Meta:
        verbose_name = "hari jatuh"
        verbose_name_plural = "hari jatuh"
        indexes = [
            models.Index(fields=["pemda", "rule_id", "due_on"], name="due_by_pemda"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "rule_id"],
                name="due_once_a_rule",
                violation_error_message=_("Hari jatuh ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id}, {self.due_on}"
