"""Forums: where leaders and OPDs meet, who came as a document claims it, and what was said."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Document, Person
from pamong.apps.forums.models.copied_days import leads_its_directives
from pamong.apps.forums.models.kinds import ForumKind, Setting
from pamong.apps.forums.models.series import ForumSeries
from pamong.apps.organisasi.models import Jabatan, Pemda
from pamong.apps.organisasi.models.holding import CAPACITIES


@tracked()
class Forum(models.Model):
    """One forum of one government, as one document reports it or as it was recorded by hand.

    ``announced_on`` is the day on which one without a document was put down; until its own day it
    is planned. The chair may be an inspector who reads the words of another (``principal``).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="forums")
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, related_name="forum", null=True, blank=True
    )
    announced_on = models.DateField("dicatat pada", null=True, blank=True)
    series = models.ForeignKey(
        ForumSeries,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="forums",
        verbose_name="seri",
    )
    kind = models.CharField("jenis", max_length=16, choices=ForumKind.choices)
    title = models.CharField("judul", max_length=300)
    day = models.DateField("hari")
    hour = models.TimeField("jam", null=True, blank=True)
    end_hour = models.TimeField("jam selesai", null=True, blank=True)
    time_of_day = models.CharField("waktu menurut dokumen", max_length=60, blank=True)
    place = models.CharField("tempat", max_length=300, blank=True)
    host = models.ForeignKey(
        Pemda,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tuan rumah",
    )
    chair = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="pemimpin atau inspektur",
    )
    chair_office = models.ForeignKey(
        Jabatan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="jabatannya pada hari itu",
    )
    chair_capacity = models.CharField(
        "kedudukannya", max_length=10, choices=CAPACITIES, blank=True
    )
    reader = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="pembaca sambutan",
        related_name="+",
    )
    principal = models.ForeignKey(
        Jabatan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="atas nama",
        related_name="+",
    )
    topics = models.JSONField("topik", default=list)
    numbers = models.JSONField("angka yang disebut", default=list)
    protocol = models.TextField("catatan protokol", blank=True)

    class Meta:
        verbose_name = "forum"
        verbose_name_plural = "forum"
        indexes = [models.Index(fields=["pemda", "-day"], name="forum_by_pemda_and_day")]
        constraints = [
            models.CheckConstraint(
                name="forum_rests_on_something",
                violation_error_message=_(
                    "Forum tanpa dokumen harus menyebut hari ia dicatat. Isi harinya."
                ),
                condition=models.Q(document__isnull=False) | models.Q(announced_on__isnull=False),
            ),
            models.CheckConstraint(
                name="forum_chair_office_has_a_chair",
                violation_error_message=_(
                    "Jabatan pemimpin forum diisi tanpa orangnya. Isi namanya, atau kosongkan."
                ),
                condition=models.Q(chair__isnull=False)
                | models.Q(chair_office=None, chair_capacity=""),
            ),
            models.CheckConstraint(
                name="forum_ends_after_its_hour",
                violation_error_message=_(
                    "Jam selesai mendahului jam mulai, atau jam mulainya kosong. Perbaiki jamnya."
                ),
                condition=models.Q(end_hour=None)
                | models.Q(hour__isnull=False, end_hour__gt=models.F("hour")),
            ),
        ]
        triggers = [leads_its_directives()]

    def __str__(self) -> str:
        return self.title


@tracked()
class ForumGuest(models.Model):
    """An office or a category of people that came, as the document claims it; never a name."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="guests")
    # The claim is part of the forum and has no life of its own.
    text = models.CharField("hadir menurut dokumen", max_length=300)

    class Meta:
        verbose_name = "hadirin"
        verbose_name_plural = "hadirin"

    def __str__(self) -> str:
        return self.text


@tracked()
class Statement(models.Model):
    """Words between quotation marks, or of the minutes, with their speaker.

    Words of somebody without a name are a :class:`ConfidentialStatement`.
    """

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="statements")
    speaker = models.ForeignKey(Person, on_delete=models.PROTECT, verbose_name="pembicara")
    office = models.CharField("jabatan", max_length=200, blank=True)
    capacity = models.CharField("kedudukan", max_length=10, choices=CAPACITIES, blank=True)
    setting = models.CharField("cara", max_length=12, choices=Setting.choices, blank=True)
    words = models.TextField("kutipan")

    class Meta:
        verbose_name = "pernyataan"
        verbose_name_plural = "pernyataan"

    def __str__(self) -> str:
        return self.words[:60]
