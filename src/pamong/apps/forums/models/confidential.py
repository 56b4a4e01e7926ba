"""Statements of people who do not want to be named: the words, the forum, and nothing else."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.forums.models.forum import Forum


class ConfidentialStatement(models.Model):
    """Words said at a forum by somebody whom nothing here can lead to.

    Untracked on purpose: history would say who wrote it down and when. The key is random, and
    :mod:`pamong.apps.forums.confidential` shuffles the table at every entry, so that neither
    order nor place in the database tells which came with which.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="confidential")
    words = models.TextField("pernyataan")

    class Meta:
        verbose_name = "pernyataan rahasia"
        verbose_name_plural = "pernyataan rahasia"
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "words"],
                name="confidential_words_are_kept_once",
                violation_error_message=_("Pernyataan ini sudah tersimpan."),
            ),
            models.CheckConstraint(
                name="confidential_statement_has_words",
                violation_error_message=_("Pernyataan masih kosong."),
                condition=~models.Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
