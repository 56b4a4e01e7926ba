"""What plans have in common: drafted, carried out as one act, and taken back as one."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models import Decree
from pamong.apps.organisasi.models import Pemda


class PlanStatus(models.TextChoices):
    """How far a plan is."""

    DRAFT = "draft", _("rancangan")
    CARRIED_OUT = "carried_out", _("dijalankan")
    TAKEN_BACK = "taken_back", _("dibatalkan")


class Plan(models.Model):
    """One act that is planned first; the decree is on record only once it is carried out.

    ``journal`` says which rows the act made and ended, so that it can be taken back whole.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("tentang"), max_length=300)
    day = models.DateField(_("berlaku mulai"))
    number = models.CharField(_("nomor"), max_length=120, blank=True)
    decided_on = models.DateField(_("tanggal penetapan"), null=True, blank=True)
    issued_by = models.CharField(_("pejabat penetap"), max_length=200, blank=True)
    status = models.CharField(
        _("keadaan"), max_length=12, choices=PlanStatus.choices, default=PlanStatus.DRAFT
    )
    decree = models.ForeignKey(
        Decree, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    journal = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.status == PlanStatus.DRAFT


def decree_when_done(name: str) -> models.CheckConstraint:
    """Refuse a plan that is carried out without a decree."""
    return models.CheckConstraint(
        name=name,
        condition=~models.Q(status=PlanStatus.CARRIED_OUT) | models.Q(decree__isnull=False),
        violation_error_message=_(
            "Rancangan hanya dijalankan berdasarkan keputusan atau peraturan. Isi dulu nomor, "
            "tanggal, dan penetapnya."
        ),
    )
