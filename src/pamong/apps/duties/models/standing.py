"""How duties stand from day to day: derived from their steps, kept so that lists are quick."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.duties.life import Holder, Standing, State
from pamong.apps.duties.models.duty import Duty, SourceKind
from pamong.apps.organisasi.models import Opd, Pemda


@tracked()
class DutyStanding(Dated):
    """How one duty stands for some days; of one day with several steps, as it ended.

    Who owes it to whom, and from what kind of source, is copied from the duty, which never
    changes: lists and counts then read this table alone.
    """

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="standings")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="+")
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, related_name="+")
    to_pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, null=True, related_name="+")
    source_kind = models.CharField("jenis sumber", max_length=10, choices=SourceKind.choices)
    state = models.CharField("keadaan", max_length=10, choices=State.choices)
    holder = models.CharField("yang harus bertindak", max_length=10, choices=Holder.choices)
    holder_since = models.DateField("sejak")
    due_on = models.DateField("tenggat")
    asked_due_on = models.DateField("tenggat yang diminta", null=True, blank=True)
    delegate = models.CharField("didelegasikan kepada", max_length=200, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "keadaan tindak lanjut"
        verbose_name_plural = "keadaan tindak lanjut"
        indexes = [
            models.Index(fields=["duty", "starts_on"], name="standing_by_duty"),
            models.Index(fields=["pemda", "ends_before", "due_on"], name="standing_by_pemda"),
            models.Index(fields=["pemda", "holder", "ends_before"], name="standing_by_holder"),
            models.Index(fields=["to_pemda", "ends_before"], name="standing_by_recipient"),
            models.Index(fields=["opd", "ends_before", "due_on"], name="standing_by_opd"),
        ]
        constraints = [
            ends_after_start("duty_standing_ends_after_start"),
            ExclusionConstraint(
                name="standing_one_a_day",
                violation_error_message=_(
                    "Tindak lanjut ini sudah mempunyai keadaan lain pada sebagian hari itu."
                ),
                expressions=[(One("duty"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.duty}: {self.get_state_display()}"

    @property
    def value(self) -> Standing:
        """The standing as the life of the duty sees it."""
        return Standing(
            state=State(self.state),
            holder=Holder(self.holder),
            holder_since=self.holder_since,
            due_on=self.due_on,
            asked_due_on=self.asked_due_on,
            delegate=self.delegate,
        )
