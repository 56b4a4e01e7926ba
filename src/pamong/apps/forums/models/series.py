"""Series of forums: what comes back, by which rule, and since when that is known."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Document
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.forums.models.kinds import ForumKind
from pamong.apps.organisasi.models import Pemda


class Every(models.TextChoices):
    """How often something comes back."""

    MINGGU = "minggu", _("setiap minggu")
    BULAN = "bulan", _("setiap bulan")
    TAHUN = "tahun", _("setiap tahun")


@tracked()
class ForumSeries(models.Model):
    """Forums of one government that come back: the Monday apel, the yearly rakor."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="forum_series")
    nama = models.CharField("nama seri", max_length=120)
    kind = models.CharField("jenis", max_length=16, choices=ForumKind.choices)

    class Meta:
        verbose_name = "seri forum"
        verbose_name_plural = "seri forum"
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "nama"],
                name="series_is_named_once",
                violation_error_message=_(
                    "Seri forum dengan nama ini sudah ada. Pilih seri itu, atau beri nama lain."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.nama


@tracked()
class SeriesRule(Dated):
    """By which rule a series comes back; ``starts_on`` is the first day on which it is known.

    ``weekday`` counts from 0 (Monday), ``ordinal`` says which one of the month (5: the last). A
    rule says no more than its words do: what is open in them stays empty.
    """

    series = models.ForeignKey(ForumSeries, on_delete=models.PROTECT, related_name="rules")
    every = models.CharField("pengulangan", max_length=8, choices=Every.choices)
    weekday = models.PositiveSmallIntegerField("hari", null=True, blank=True)
    ordinal = models.PositiveSmallIntegerField("yang ke berapa", null=True, blank=True)
    rotates_host = models.BooleanField("tuan rumah bergilir", default=False)
    words = models.TextField("kata-kata dokumen", blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="series_rules"
    )

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan seri"
        verbose_name_plural = "aturan seri"
        constraints = [
            ends_after_start("series_rule_ends_after_start"),
            ExclusionConstraint(
                name="series_rule_one_at_a_time",
                violation_error_message=_(
                    "Seri ini sudah mempunyai aturan pengulangan pada sebagian hari itu. Akhiri "
                    "dulu aturan yang tercatat."
                ),
                expressions=[(One("series"), OVERLAPS), DAYS],
            ),
            models.CheckConstraint(
                name="series_rule_day_is_a_weekday",
                violation_error_message=_("Hari pengulangan harus Senin sampai Minggu."),
                condition=models.Q(weekday=None) | models.Q(weekday__lte=6),
            ),
            models.CheckConstraint(
                name="series_rule_ordinal_has_a_weekday",
                violation_error_message=_(
                    "Urutan dalam bulan hanya untuk pengulangan bulanan yang menyebut harinya."
                ),
                condition=models.Q(ordinal=None)
                | models.Q(every="bulan", weekday__isnull=False, ordinal__range=(1, 5)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.get_every_display()}"
