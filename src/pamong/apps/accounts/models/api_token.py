"""Tokens by which another system reads and writes here, in the name of one role of one user."""

import uuid
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models.role import RoleGrant
from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.organisasi.models import Pemda


class TokenScope(models.TextChoices):
    """What a token is for; the role behind it says of whom."""

    READ_PEGAWAI = "read:pegawai", _("membaca pegawai dan riwayatnya")
    READ_ORGANISASI = "read:organisasi", _("membaca OPD, unit, jabatan, dan pemangkunya")
    READ_TEMUAN = "read:temuan", _("membaca temuan")
    READ_ATURAN = "read:aturan", _("membaca aturan dan menilai perkara")
    READ_ARAHAN = "read:arahan", _("membaca arahan dan tindak lanjutnya")
    WRITE_RIWAYAT = "write:riwayat", _("mencatat, memperbaiki, dan mencabut riwayat")
    WRITE_PEGAWAI = "write:pegawai", _("mendaftarkan pegawai")
    WRITE_ARAHAN = "write:arahan", _("membuat tindak lanjut dan mencatat langkahnya")
    WRITE_IMPOR = "write:impor", _("memasukkan data dari berkas dan membatalkannya")


@tracked(exclude=["digest"])
class ApiToken(Dated):
    """One token; only the digest of its secret is here, so that nobody can read it again.

    It uses ``grant``, one role of its owner, in one government, and ends with that role. What it
    may see is ``classes`` at most, and never more than the role sees.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    grant = models.ForeignKey(RoleGrant, on_delete=models.PROTECT, related_name="tokens")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(_("untuk apa"), max_length=120)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    scopes = ArrayField(models.CharField(max_length=24), verbose_name=_("boleh apa"))
    classes = ArrayField(models.CharField(max_length=12), verbose_name=_("golongan isian"))
    per_minute = models.PositiveSmallIntegerField(_("permintaan per menit"), default=300)
    revoked_on = models.DateField(_("dicabut pada"), null=True, blank=True)
    revoked_why = models.CharField(_("alasan pencabutan"), max_length=300, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("token API")
        verbose_name_plural = _("token API")
        constraints = [
            ends_after_start("api_token_ends_after_start"),
            models.CheckConstraint(
                name="api_token_has_a_last_day",
                condition=Q(ends_before__isnull=False),
                violation_error_message=_(
                    "Token belum mempunyai hari terakhir. Tulis sampai kapan berlaku."
                ),
            ),
            models.CheckConstraint(
                name="api_token_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Nama token kosong. Tulis sistem yang memakainya."),
            ),
            models.CheckConstraint(
                name="api_token_is_for_something",
                condition=Q(scopes__len__gt=0),
                violation_error_message=_(
                    "Token ini belum boleh apa-apa. Pilih paling tidak satu."
                ),
            ),
            models.CheckConstraint(
                name="api_token_is_revoked_for_a_reason",
                condition=Q(revoked_on=None) | ~Q(revoked_why=""),
                violation_error_message=_("Alasan pencabutan kosong. Tulis alasannya."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def holds_on(self, day: date) -> bool:
        """Tell whether it may be used on ``day``, as far as its own days say."""
        return day in self.period and (self.revoked_on is None or day < self.revoked_on)


class TokenUse(models.Model):
    """How often a token was used in the present minute, and on which day last.

    It is one row a token, written by one statement with every request.
    """

    token = models.OneToOneField(ApiToken, on_delete=models.PROTECT, related_name="use")
    minute = models.DateTimeField(_("menit"))
    number = models.PositiveIntegerField(_("jumlah"))
    last_used_on = models.DateField(_("terakhir dipakai"))

    class Meta:
        verbose_name = _("pemakaian token")
        verbose_name_plural = _("pemakaian token")

    def __str__(self) -> str:
        return f"{self.token}, {self.last_used_on}"
