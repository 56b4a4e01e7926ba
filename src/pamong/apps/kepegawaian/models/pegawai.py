"""Employment: a person may have several over time, each with its government and its number."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Person
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.organisasi.models import Opd, Pemda


class EmploymentKind(models.TextChoices):
    """By which status somebody is employed."""

    PNS = "pns", "PNS"
    CPNS = "cpns", "CPNS"
    PPPK = "pppk", "PPPK"
    PARUH_WAKTU = "pppk_paruh_waktu", _("PPPK paruh waktu")
    NON_ASN = "non_asn", _("non-ASN")


class WorkWeek(models.TextChoices):
    """How many days a week the unit works."""

    LIMA_HARI = "lima_hari", _("lima hari kerja")
    ENAM_HARI = "enam_hari", _("enam hari kerja")


class PegawaiManager(models.Manager["Pegawai"]):
    """Everybody once: who was merged into another is not listed, and leads to that one."""

    def get_queryset(self) -> DatedQuerySet["Pegawai"]:
        """Leave out who was merged into another."""
        rows = DatedQuerySet["Pegawai"](self.model, using=self._db)
        return rows.filter(merged_into=None)

    def on(self, day: date) -> DatedQuerySet["Pegawai"]:
        """Keep those who are employed on ``day``."""
        return self.get_queryset().on(day)


@tracked()
class Pegawai(Dated):
    """One employment of one person by one government.

    Who was recorded twice is merged (apps/penggabungan): ``merged_into`` is then the record that
    stays, and everything but ``with_merged`` knows that one alone.
    """

    FIELD_CLASSES = {"born_on": FieldClass.IDENTITY}

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="employments")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="pegawai")
    opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    # Nobody reads or writes it: where somebody works is a Placement, which has days. The column
    # stays for one release, so that the one before can be gone back to.
    kind = models.CharField("status", max_length=16, choices=EmploymentKind.choices)
    work_week = models.CharField(
        "pekan kerja", max_length=10, choices=WorkWeek.choices, blank=True
    )
    holds_post = models.BooleanField("memegang jabatan struktural atau fungsional", null=True)
    born_on = models.DateField(_("tanggal lahir"), null=True, blank=True)
    # As the appointment states it, and never read from the NIP, which keeps what was corrected
    # later. Of a real person a demonstration has none.

    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        editable=False,
        verbose_name=_("digabung ke"),
    )

    objects = PegawaiManager()
    with_merged = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        constraints = [
            ends_after_start("employment_ends_after_start"),
            models.CheckConstraint(
                name="employment_merged_into_another",
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("id")),
                violation_error_message=_("Catatan tidak dapat digabung dengan dirinya sendiri."),
            ),
            ExclusionConstraint(
                name="employment_once_at_a_time",
                violation_error_message=_(
                    "Orang ini sudah tercatat sebagai pegawai pemerintah daerah itu pada sebagian"
                    " hari itu."
                ),
                expressions=[(One("person"), OVERLAPS), (One("pemda"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
