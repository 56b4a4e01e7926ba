"""Secret addresses by which the calendar of a telephone reads what falls due."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models.user import User
from pamong.apps.core.history import tracked
from pamong.apps.organisasi.models import Pemda


@tracked(exclude=["digest"])
class CalendarAddress(models.Model):
    """One secret address of one user in one government; only the digest of its secret is kept.

    It holds no scope of its own: what it shows is what its owner may see on the day of reading.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="calendar_addresses")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="calendar_addresses")
    name = models.CharField(_("dipakai di"), max_length=80)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_on = models.DateField(_("dibuat pada"))
    revoked_on = models.DateField(_("dicabut pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("alamat kalender")
        verbose_name_plural = _("alamat kalender")
        indexes = [models.Index(fields=["user", "-made_on"], name="calendar_address_by_user")]
        constraints = [
            models.CheckConstraint(
                name="calendar_address_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_(
                    "Nama alamat kalender kosong. Tulis di mana dipakai, misalnya telepon saya."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CalendarUse(models.Model):
    """When an address was read last, to the hour: one row an address."""

    address = models.OneToOneField(CalendarAddress, on_delete=models.PROTECT, related_name="use")
    last_read_at = models.DateTimeField(_("terakhir dibaca"))

    class Meta:
        verbose_name = _("pemakaian alamat kalender")
        verbose_name_plural = _("pemakaian alamat kalender")

    def __str__(self) -> str:
        return f"{self.address}, {self.last_read_at:%Y-%m-%d %H.%M}"
