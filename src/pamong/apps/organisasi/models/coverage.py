"""For which days the records of offices are complete here; outside them nothing is known."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One, OneText
from pamong.apps.organisasi.models.pemda import Pemda


class OfficeRecordsKind(models.TextChoices):
    """Which records are complete."""

    PEMANGKU = "pemangku", _("siapa memangku jabatan")
    CUTI = "cuti", _("cuti pejabat")
    FASILITAS = "fasilitas", _("fasilitas jabatan dan serah terimanya")


@tracked()
class OfficeRecordsCoverage(Dated):
    """Records of one sort are complete for a whole government on these days, as a source says."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="office_coverage")
    records = models.CharField(_("catatan"), max_length=10, choices=OfficeRecordsKind.choices)
    source = models.CharField(_("sumber"), max_length=200)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "cakupan catatan jabatan"
        verbose_name_plural = "cakupan catatan jabatan"
        constraints = [
            ends_after_start("office_coverage_ends_after_start"),
            models.CheckConstraint(
                name="office_coverage_names_its_source",
                violation_error_message=_("Sumbernya kosong. Tulis dari mana kelengkapan itu."),
                condition=~models.Q(source=""),
            ),
            ExclusionConstraint(
                name="office_coverage_once_a_day",
                violation_error_message=_(
                    "Cakupan catatan ini sudah tercatat untuk sebagian hari itu. Tutup dulu "
                    "cakupan yang berjalan, atau perbaiki tanggalnya."
                ),
                expressions=[(One("pemda"), OVERLAPS), (OneText("records"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_records_display()}: {self.source}"
