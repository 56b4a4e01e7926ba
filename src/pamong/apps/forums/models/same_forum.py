"""What a person decided of two documents that may tell of one forum."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.forums.models.draft import ReadingDraft


@tracked()
class SameForum(models.Model):
    """Two documents are of one forum, or are not; a later decision changes the row.

    Where they are, ``lead`` is recorded and ``beside`` stands beside it as a further source.
    """

    lead = models.ForeignKey(
        ReadingDraft, on_delete=models.PROTECT, related_name="led", verbose_name="yang dicatat"
    )
    beside = models.ForeignKey(
        ReadingDraft, on_delete=models.PROTECT, related_name="placed", verbose_name="di sampingnya"
    )
    is_same = models.BooleanField("satu forum")
    proposed_because = models.TextField("usulan pembaca", blank=True)
    decided_on = models.DateField("diputuskan pada")
    decided_by = models.CharField("diputuskan oleh", max_length=200)
    reason = models.TextField("alasan")

    class Meta:
        verbose_name = "keputusan satu forum"
        verbose_name_plural = "keputusan satu forum"
        constraints = [
            models.UniqueConstraint(
                Least("lead", "beside"),
                Greatest("lead", "beside"),
                name="two_documents_are_decided_on_once",
                violation_error_message=_(
                    "Kedua dokumen ini baru saja diputuskan orang lain. Muat ulang halamannya."
                ),
            ),
            models.UniqueConstraint(
                fields=["beside"],
                condition=Q(is_same=True),
                name="document_stands_beside_one_other",
                violation_error_message=_(
                    "Dokumen ini sudah digabungkan dengan dokumen lain. Pisahkan lebih dahulu."
                ),
            ),
            models.CheckConstraint(
                name="document_is_not_beside_itself",
                violation_error_message=_("Pilih dua dokumen yang berbeda."),
                condition=~Q(lead=F("beside")),
            ),
            models.CheckConstraint(
                name="same_forum_says_why",
                violation_error_message=_("Alasan keputusan ini belum diisi."),
                condition=~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lead} / {self.beside}"
