"""Forums that were announced and will not be held: called off on a day, and perhaps taken back."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.forums.models.forum import Forum


class CallingOffQuerySet(models.QuerySet["CallingOff"]):
    """Callings off over time."""

    def on(self, day: date) -> Self:
        """Keep those that stood at the end of ``day``."""
        return self.filter(called_off_on__lte=day).filter(
            Q(taken_back_on=None) | Q(taken_back_on__gt=day)
        )


@tracked()
class CallingOff(models.Model):
    """One calling off of a forum, until it was taken back; both may happen on the same day."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="calling_offs")
    called_off_on = models.DateField("dibatalkan pada")
    why = models.CharField("alasan", max_length=300)
    taken_back_on = models.DateField("diadakan kembali pada", null=True, blank=True)
    taken_back_why = models.CharField("alasan diadakan kembali", max_length=300, blank=True)

    objects = CallingOffQuerySet.as_manager()

    class Meta:
        verbose_name = "pembatalan forum"
        verbose_name_plural = "pembatalan forum"
        constraints = [
            models.UniqueConstraint(
                fields=["forum"],
                condition=Q(taken_back_on=None),
                name="forum_is_called_off_once",
                violation_error_message=_(
                    "Forum ini baru saja dibatalkan oleh orang lain. Muat ulang halamannya."
                ),
            ),
            models.CheckConstraint(
                name="calling_off_says_why",
                violation_error_message=_(
                    "Alasan pembatalan kosong. Tulis alasannya dalam satu kalimat."
                ),
                condition=~Q(why=""),
            ),
            models.CheckConstraint(
                name="calling_off_is_taken_back_later",
                violation_error_message=_(
                    "Forum tidak dapat diadakan kembali sebelum hari ia dibatalkan."
                ),
                condition=Q(taken_back_on=None) | Q(taken_back_on__gte=F("called_off_on")),
            ),
            models.CheckConstraint(
                name="taking_back_says_why",
                violation_error_message=_(
                    "Alasan diadakan kembali kosong. Tulis alasannya dalam satu kalimat."
                ),
                condition=Q(taken_back_on=None, taken_back_why="")
                | Q(taken_back_on__isnull=False) & ~Q(taken_back_why=""),
            ),
        ]

    def __str__(self) -> str:
        return self.why

    def stood_on(self, day: date) -> bool:
        """Tell whether the forum was called off at the end of ``day``."""
        return self.called_off_on <= day and (
            self.taken_back_on is None or self.taken_back_on > day
        )
