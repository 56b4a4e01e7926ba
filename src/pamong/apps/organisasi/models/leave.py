"""Leave from an office: the holder stays in office, and somebody else may have to act."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import Q

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Decree, Document, Person
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.organisasi.models.jabatan import Jabatan
from pamong.apps.organisasi.models.pemda import Pemda


class LeaveKind(models.TextChoices):
    """Why somebody is away from the office."""

    KAMPANYE = "cuti_kampanye", "cuti kampanye"
    TAHUNAN = "cuti_tahunan", "cuti tahunan"
    SAKIT = "cuti_sakit", "cuti sakit"
    LAIN = "cuti_lain", "cuti"


@tracked()
class OfficeLeave(Dated):
    """One leave of one person from one office."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="leaves")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="leaves")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT)
    kind = models.CharField("jenis", max_length=16, choices=LeaveKind.choices)
    decree = models.ForeignKey(
        Decree, on_delete=models.PROTECT, null=True, blank=True, verbose_name="SK"
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, verbose_name="dokumen"
    )
    stated_on = models.DateField("dinyatakan pada", null=True, blank=True)
    words = models.TextField("kata-kata dokumen", blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "cuti pejabat"
        verbose_name_plural = "cuti pejabat"
        indexes = [models.Index(fields=["jabatan", "starts_on"], name="leave_by_office")]
        constraints = [
            ends_after_start("leave_ends_after_start"),
            models.CheckConstraint(
                name="leave_rests_on_something",
                violation_error_message=(
                    "Cuti harus bersandar pada SK atau dokumen. Sebutkan salah satunya."
                ),
                condition=Q(decree__isnull=False) | Q(document__isnull=False),
            ),
            ExclusionConstraint(
                name="leave_once_at_a_time",
                violation_error_message=(
                    "Cuti orang ini dari jabatan itu sudah tercatat untuk sebagian hari itu. "
                    "Perbaiki tanggalnya."
                ),
                expressions=[(One("person"), OVERLAPS), (One("jabatan"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.person}"
