"""Days of absence, and for which OPDs and days attendance is known at all."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import Dated, ends_after_start
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd, Pemda


@tracked()
class AbsenceDay(models.Model):
    """One working day on which one pegawai was not at work."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="absences")
    day = models.DateField("hari")
    has_valid_reason = models.BooleanField("alasan sah", null=True)
    # null: nobody has decided yet whether the reason is valid.
    note = models.CharField("keterangan", max_length=200, blank=True)

    class Meta:
        verbose_name = "hari tidak masuk kerja"
        verbose_name_plural = "hari tidak masuk kerja"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "day"],
                name="absence_once_a_day",
                violation_error_message=_(
                    "Hari tidak masuk kerja ini sudah tercatat untuk pegawai itu."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.day}"


@tracked()
class AttendanceCoverage(Dated):
    """The days for which attendance of one OPD is loaded; outside them nothing is known."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT)
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT)
    source = models.CharField("sumber", max_length=200)
    person_days = models.PositiveIntegerField(_("hari orang"), null=True, blank=True)
    # How many days of how many people the source told, present or not: what nobody can see from
    # the absences alone (docs/adr/0051). null: the source did not say.

    class Meta:
        verbose_name = "cakupan presensi"
        verbose_name_plural = "cakupan presensi"
        constraints = [ends_after_start("coverage_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.opd}: {self.source}"
