"""Who looked at what of whom: kept for the person, and for whoever examines."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models.user import User
from pamong.apps.core.history import tracked
from pamong.apps.core.models import Person
from pamong.apps.organisasi.models import Pemda


class LookWay(models.TextChoices):
    """By which door somebody's data went out."""

    PAGE = "halaman", _("halaman")
    LIST = "daftar", _("daftar")
    EXPORT = "ekspor", _("ekspor berkas")
    API = "api", _("API")


class Look(models.Model):
    """One user saw one section of one person's record, in one hour.

    Written beside the page itself, so that it costs one insertion. It is deleted when its time is
    over, and never changed.
    """

    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="looks")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="looks")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="looks")
    acts_for = models.CharField(_("atas nama"), max_length=200, blank=True)
    section = models.CharField(_("bagian"), max_length=40)
    way = models.CharField(_("lewat"), max_length=8, choices=LookWay.choices)
    page = models.CharField(_("halaman"), max_length=80)
    hour = models.DateTimeField(_("jam"))
    at = models.DateTimeField(_("pertama dilihat"))

    class Meta:
        verbose_name = _("penglihatan data")
        verbose_name_plural = _("penglihatan data")
        indexes = [
            models.Index(fields=["person", "-at"], name="look_by_person"),
            models.Index(fields=["pemda", "-at"], name="look_by_pemda"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "person", "section", "way", "hour"],
                name="look_once_an_hour",
                violation_error_message=_("Penglihatan ini sudah tercatat untuk jam itu."),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update),
            pgtrigger.Protect(name="deleted_by_retention_only", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.by}, {self.section}"


@tracked()
class LookRetention(models.Model):
    """For how many months one government keeps who looked at what; without one, for good."""

    pemda = models.OneToOneField(Pemda, on_delete=models.PROTECT, related_name="look_retention")
    months = models.PositiveSmallIntegerField(_("lama simpan (bulan)"))

    class Meta:
        verbose_name = _("masa simpan penglihatan data")
        verbose_name_plural = _("masa simpan penglihatan data")
        constraints = [
            models.CheckConstraint(
                name="look_retention_is_a_year_or_more",
                condition=Q(months__gte=12, months__lte=600),
                violation_error_message=_(
                    "Masa simpan paling pendek 12 bulan dan paling lama 600 bulan."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pemda}, {self.months}"
