"""What is lacking in the records, by indicator, and how each OPD scored on the days counted.

Both are counted anew of what stands in the records: no records of their own, without a history.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd, Pemda


class QualityGap(Dated):
    """One indicator that one pegawai breaks, from the count that found it to the one that did not.

    ``opd`` is where he worked when it was counted last; without one he is nobody's but the BKD's.
    """

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        Pegawai,
        on_delete=models.CASCADE,  # derived from the records: it keeps nobody on them
        related_name="quality_gaps",
    )
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, related_name="+")
    code = models.CharField(_("indikator"), max_length=8)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("kekurangan data")
        verbose_name_plural = _("kekurangan data")
        indexes = [
            models.Index(
                fields=["pemda", "code", "opd", "id"],
                include=["pegawai"],
                condition=models.Q(ends_before=None),
                name="gap_open_by_pemda",
            ),
            models.Index(fields=["pemda", "opd", "code"], name="gap_by_opd"),
            models.Index(fields=["pegawai", "code"], name="gap_by_pegawai"),
        ]
        constraints = [
            ends_after_start("gap_ends_after_start"),
            models.UniqueConstraint(
                fields=["pegawai", "code"],
                condition=models.Q(ends_before=None),
                name="gap_is_open_once",
                violation_error_message=_("Kekurangan ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}, {self.starts_on}"


class QualityScore(models.Model):
    """How many people one OPD had on a day that was counted, and how many broke one indicator.

    ``judged`` are those of whom the records can tell; without an OPD those who work in none.
    """

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="+")
    as_of = models.DateField("per tanggal")
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, related_name="+")
    code = models.CharField(_("indikator"), max_length=8)
    people = models.PositiveIntegerField("pegawai")
    judged = models.PositiveIntegerField("dapat dinilai")
    broken = models.PositiveIntegerField("kurang")

    class Meta:
        verbose_name = _("nilai kualitas data")
        verbose_name_plural = _("nilai kualitas data")
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "as_of", "opd", "code"],
                nulls_distinct=False,
                name="score_once_a_day",
                violation_error_message=_("Nilai hari itu sudah dihitung."),
            ),
            models.CheckConstraint(
                name="score_adds_up",
                condition=models.Q(broken__lte=models.F("judged"))
                & models.Q(judged__lte=models.F("people")),
                violation_error_message=_("Nilai melebihi yang dinilai."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}, {self.as_of}"
