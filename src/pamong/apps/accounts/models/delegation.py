"""Delegations: somebody is away, and another uses one of his roles for some days."""

import uuid
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models.role import RoleGrant
from pamong.apps.accounts.models.user import User
from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start


@tracked()
class Delegation(Dated):
    """One role of one user, used by another for some days.

    It points to the role itself, so that it never gives more than the owner has, and ends with it.
    ``withdrawn_on`` is the first day on which it no longer holds, where it was taken back.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    grant = models.ForeignKey(RoleGrant, on_delete=models.PROTECT, related_name="delegations")
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="delegations")
    reason = models.CharField(_("alasan"), max_length=300)
    by = models.CharField(_("oleh"), max_length=200)
    withdrawn_on = models.DateField(_("ditarik pada"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("pelimpahan wewenang")
        verbose_name_plural = _("pelimpahan wewenang")
        indexes = [models.Index(fields=["to", "starts_on"], name="delegation_by_receiver")]
        constraints = [
            ends_after_start("delegation_ends_after_start"),
            models.CheckConstraint(
                name="delegation_has_a_last_day",
                condition=Q(ends_before__isnull=False),
                violation_error_message=_(
                    "Pelimpahan belum mempunyai hari terakhir. Tulis sampai kapan berlaku."
                ),
            ),
            models.CheckConstraint(
                name="delegation_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Alasan pelimpahan kosong. Tulis alasannya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grant} → {self.to}"

    def holds_on(self, day: date) -> bool:
        """Tell whether it is in force on ``day``, as far as its own days say."""
        return day in self.period and (self.withdrawn_on is None or day < self.withdrawn_on)
