"""Rows that hold for a period of days: ``[starts_on, ends_before)``, people see the last day."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pamong.kernel.period import Period

Row = TypeVar("Row", bound=models.Model)


class DatedQuerySet(models.QuerySet[Row]):
    """Rows with a period."""

    def on(self, day: date) -> Self:
        """Keep the rows in force on ``day``."""
        return self.filter(starts_on__lte=day).filter(Q(ends_before=None) | Q(ends_before__gt=day))

    def overlapping(self, period: Period) -> Self:
        """Keep the rows in force on some day of ``period``."""
        rows = self.filter(Q(ends_before=None) | Q(ends_before__gt=period.start))
        return rows if period.end is None else rows.filter(starts_on__lt=period.end)


class Dated(models.Model):
    """A row in force from its first day (TMT) until the day before ``ends_before``."""

    starts_on = models.DateField("TMT")
    ends_before = models.DateField("berakhir sebelum", null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def period(self) -> Period:
        """The days on which this row holds."""
        return Period(self.starts_on, self.ends_before)


def ends_after_start(name: str) -> models.CheckConstraint:
    """Refuse a row that ends before, or on, its first day."""
    return models.CheckConstraint(
        name=name,
        condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
        violation_error_message=_("Hari terakhir mendahului hari pertama. Perbaiki tanggalnya."),
    )
