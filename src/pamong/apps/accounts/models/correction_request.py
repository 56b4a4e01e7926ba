"""Requests of people to have their own data corrected, with the hours that the law gives.

Source: UU 27/2022 Pasal 30: three times twenty-four hours from when the request was received.
"""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models.user import User
from pamong.apps.core.history import tracked
from pamong.apps.core.models import StoredFile
from pamong.apps.kepegawaian.models import Pegawai


class RequestState(models.TextChoices):
    """What became of a request."""

    WAITING = "menunggu", _("menunggu jawaban")
    CORRECTED = "diperbaiki", _("diperbaiki")
    REFUSED = "ditolak", _("ditolak")
    WITHDRAWN = "ditarik", _("ditarik pemohon")


ANSWERED = (RequestState.CORRECTED, RequestState.REFUSED)


@tracked()
class CorrectionRequest(models.Model):
    """Somebody says what is wrong in his record, and what is right."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="correction_requests"
    )
    section = models.CharField(_("bagian"), max_length=60)
    wrong = models.TextField(_("yang tercatat"), max_length=1000)
    right = models.TextField(_("yang benar"), max_length=1000)
    evidence = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("bukti")
    )
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="asked_corrections")
    asked_at = models.DateTimeField(_("diterima"))
    due_at = models.DateTimeField(_("tenggat"))
    state = models.CharField(
        _("keadaan"),
        max_length=10,
        choices=RequestState.choices,
        default=RequestState.WAITING,
    )
    closed_at = models.DateTimeField(_("selesai"), null=True, blank=True)
    answered_by = models.CharField(_("dijawab oleh"), max_length=200, blank=True)
    answer = models.TextField(_("jawaban"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("permintaan perbaikan")
        verbose_name_plural = _("permintaan perbaikan")
        indexes = [models.Index(fields=["state", "due_at"], name="request_by_term")]
        constraints = [
            models.CheckConstraint(
                name="request_says_what_is_right",
                condition=~Q(right="") & ~Q(section=""),
                violation_error_message=_(
                    "Permintaan belum menyebut bagian dan isi yang benar. Lengkapi keduanya."
                ),
            ),
            models.CheckConstraint(
                name="request_is_due_after_it_came",
                condition=Q(due_at__gt=F("asked_at")),
                violation_error_message=_("Tenggat permintaan mendahului penerimaannya."),
            ),
            models.CheckConstraint(
                name="request_is_closed_with_an_answer",
                condition=Q(state="menunggu", closed_at=None)
                | Q(state="ditarik", closed_at__isnull=False)
                | Q(state__in=["diperbaiki", "ditolak"], closed_at__isnull=False)
                & ~Q(answer="")
                & ~Q(answered_by=""),
                violation_error_message=_(
                    "Permintaan ditutup dengan jawaban dan alasannya. Tulis jawabannya."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.section}"
