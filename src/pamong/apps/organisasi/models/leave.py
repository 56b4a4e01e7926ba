"""Leave from an office: the holder stays in office, and somebody else may have to act."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Person
from pamong.apps.core.models.dated import DatedQuerySet, ends_after_start
from pamong.apps.core.models.grounded import Grounded, rests_on_something
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.organisasi.models.jabatan import Jabatan
from pamong.apps.organisasi.models.pemda import Pemda
from pamong.apps.organisasi.models.seats import follows_its_office


class LeaveKind(models.TextChoices):
    """Why somebody is away from the office."""

    KAMPANYE = "cuti_kampanye", _("cuti kampanye")
    TAHUNAN = "cuti_tahunan", _("cuti tahunan")
    SAKIT = "cuti_sakit", _("cuti sakit")
    LAIN = "cuti_lain", _("cuti")


@tracked()
class OfficeLeave(Grounded):
    """One leave of one person from one office."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="leaves")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="leaves")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, editable=False)
    kind = models.CharField("jenis", max_length=16, choices=LeaveKind.choices)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "cuti pejabat"
        verbose_name_plural = "cuti pejabat"
        indexes = [models.Index(fields=["jabatan", "starts_on"], name="leave_by_office")]
        constraints = [
            ends_after_start("leave_ends_after_start"),
            rests_on_something("leave_rests_on_something", _("Cuti")),
            ExclusionConstraint(
                name="leave_once_at_a_time",
                violation_error_message=_(
                    "Cuti orang ini dari jabatan itu sudah tercatat untuk sebagian hari itu. "
                    "Perbaiki tanggalnya."
                ),
                expressions=[(One("person"), OVERLAPS), (One("jabatan"), OVERLAPS), DAYS],
            ),
        ]
        triggers = [follows_its_office("pemda_id")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.person}"
