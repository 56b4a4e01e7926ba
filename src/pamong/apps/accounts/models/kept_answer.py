"""What a request of a token was answered, kept so that sending it twice does it once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models.api_token import ApiToken


class KeptAnswer(models.Model):
    """The answer to one request that named a key; it may tell of people, so it is soon forgotten.

    ``asked`` is a digest of the request, so that a key that comes again with another one is known.
    """

    token = models.ForeignKey(ApiToken, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(_("kunci"), max_length=100)
    asked = models.CharField(_("sidik permintaan"), max_length=64)
    status = models.PositiveSmallIntegerField(_("kode jawaban"), default=0)
    headers = models.JSONField(_("kepala jawaban"), default=dict)
    body = models.TextField(_("isi jawaban"), blank=True)
    expires_at = models.DateTimeField(_("disimpan sampai"), db_index=True)

    class Meta:
        verbose_name = _("jawaban tersimpan")
        verbose_name_plural = _("jawaban tersimpan")
        constraints = [
            models.UniqueConstraint(
                fields=["token", "key"],
                name="kept_answer_once_a_key",
                violation_error_message=_("Kunci ini sudah dipakai token ini."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.token}, {self.expires_at}"
