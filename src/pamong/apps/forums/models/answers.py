"""Answers to directives upwards, and the agenda points that such directives come from."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Instansi, StoredFile
from pamong.apps.forums.models.asked import Directive
from pamong.apps.forums.models.forum import Forum


@tracked()
class AgendaItem(models.Model):
    """One matter on the agenda of a forum; ``directive`` is what was made of it upwards.

    ``body`` is whom the document names; where it names nobody, a person may do so later.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="agenda_items")
    position = models.PositiveSmallIntegerField("urutan")
    item = models.CharField("pokok bahasan", max_length=500)
    body = models.CharField("instansi menurut dokumen", max_length=200, blank=True)
    directive = models.OneToOneField(
        Directive, on_delete=models.PROTECT, null=True, blank=True, related_name="agenda_item"
    )

    class Meta:
        verbose_name = "pokok agenda"
        verbose_name_plural = "pokok agenda"
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "position"],
                name="agenda_item_stands_alone",
                violation_error_message=_("Dua pokok agenda berada di urutan yang sama."),
            ),
        ]

    def __str__(self) -> str:
        return self.item


@tracked()
class DirectiveAnswer(models.Model):
    """What a body above or beside answered, on which day, in which words, by which letter."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="answers")
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, verbose_name="yang menjawab")
    answered_on = models.DateField("dijawab pada")
    words = models.TextField("isi jawaban")
    letter_number = models.CharField("nomor surat", max_length=120, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, verbose_name="berkas"
    )

    class Meta:
        verbose_name = "jawaban instansi"
        verbose_name_plural = "jawaban instansi"
        constraints = [
            models.CheckConstraint(
                name="answer_says_something",
                violation_error_message=_("Isi jawaban masih kosong. Tulis jawabannya."),
                condition=~models.Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instansi}: {self.words[:60]}"
