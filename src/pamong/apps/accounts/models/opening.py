"""Accounts opened for many at once: the act, and which accounts it opened."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models.user import User
from pamong.apps.core.history import tracked
from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja


class OpeningStep(models.TextChoices):
    """How far an opening is."""

    RUNNING = "berjalan", _("sedang dikerjakan")
    OPENED = "dibuka", _("akun dibuka")
    FAILED = "gagal", _("tidak jadi")
    CLOSED = "ditutup", _("akunnya ditutup")


@tracked()
class AccountOpening(models.Model):
    """One act that opens accounts for the pegawai of a government, an OPD or a unit.

    No password is in it, nor anywhere else in words: first passwords are made when they are told,
    once, to ``tells_to``; ``told_at`` is when that was.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="account_openings")
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    about = models.CharField(_("bagi siapa"), max_length=300)
    day = models.DateField(_("keadaan per tanggal"))
    by_sso = models.BooleanField(_("masuk lewat SSO"), default=False)
    step = models.CharField(
        _("tahap"), max_length=10, choices=OpeningStep.choices, default=OpeningStep.RUNNING
    )
    actor = models.CharField(_("pelaku"), max_length=200)
    user_id = models.BigIntegerField(_("pengguna"), null=True, blank=True)
    reason = models.CharField(_("alasan"), max_length=500)
    asked_at = models.DateTimeField(_("diminta pada"))
    wanted = models.PositiveIntegerField(_("akun yang diminta"))
    opened = models.PositiveIntegerField(_("akun yang dibuka"), default=0)
    problem = models.CharField(_("masalah"), max_length=500, blank=True)
    tells_to = models.BigIntegerField(_("penerima kata sandi awal"), null=True, blank=True)
    told_at = models.DateTimeField(_("kata sandi awal diambil pada"), null=True, blank=True)
    job_id = models.BigIntegerField(_("pekerjaan"), null=True, blank=True)

    class Meta:
        verbose_name = _("pembukaan akun bersama")
        verbose_name_plural = _("pembukaan akun bersama")
        indexes = [models.Index(fields=["pemda", "-id"], name="opening_by_pemda")]
        constraints = [
            models.CheckConstraint(
                name="opening_over_one_part",
                condition=Q(opd=None) | Q(unit=None),
                violation_error_message=_("Pilih satu OPD atau satu unit kerja, bukan keduanya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about}, {self.asked_at:%Y-%m-%d}"


@tracked()
class OpenedAccount(models.Model):
    """An account that was opened together with others; one of no more than one act."""

    opening = models.ForeignKey(AccountOpening, on_delete=models.PROTECT, related_name="accounts")
    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="opened_by")

    class Meta:
        verbose_name = _("akun yang dibuka bersama")
        verbose_name_plural = _("akun yang dibuka bersama")

    def __str__(self) -> str:
        return str(self.user)
