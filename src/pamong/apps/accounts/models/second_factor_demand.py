"""Of which roles a government demands a second factor, and from which day on."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.organisasi.models import Pemda


@tracked()
class SecondFactorDemand(models.Model):
    """The demand of one government, beside what the installation demands of everybody."""

    pemda = models.OneToOneField(
        Pemda, on_delete=models.PROTECT, related_name="second_factor_demand"
    )
    roles = ArrayField(models.CharField(max_length=16), verbose_name=_("peran"), default=list)
    since = models.DateField(_("mulai"))

    class Meta:
        verbose_name = _("kewajiban faktor kedua")
        verbose_name_plural = _("kewajiban faktor kedua")

    def __str__(self) -> str:
        return f"{self.pemda}: {', '.join(self.roles)}"
