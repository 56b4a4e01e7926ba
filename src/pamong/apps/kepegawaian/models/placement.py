"""Where a pegawai works: an OPD and, where it is known, a unit of it, from one day to another."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.kepegawaian.models.entry import DatedEntry, of_a_dated_entry
from pamong.apps.kepegawaian.models.pegawai import Pegawai
from pamong.apps.organisasi.models import Opd, UnitKerja


@tracked()
class Placement(DatedEntry):
    """One pegawai working in one OPD, or one unit of it, for some days."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="placements")
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="placements")
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="placements"
    )

    class Meta:
        verbose_name = _("penempatan")
        verbose_name_plural = _("penempatan")
        indexes = [
            models.Index(fields=["pegawai", "starts_on"], name="placement_by_pegawai"),
            models.Index(fields=["opd", "starts_on"], name="placement_by_opd"),
            models.Index(fields=["unit", "starts_on"], name="placement_by_unit"),
        ]
        constraints = [
            *of_a_dated_entry("placement"),
            ExclusionConstraint(
                name="placement_one_a_day",
                violation_error_message=_(
                    "Pegawai ini sudah ditempatkan pada sebagian hari itu. Akhiri dulu penempatan"
                    " yang tercatat, atau perbaiki tanggalnya."
                ),
                expressions=[(One("pegawai"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.opd}"
