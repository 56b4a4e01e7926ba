"""What was asked (directives) and what was promised (commitments) at a forum."""

import uuid

from django.db import models

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Person
from pamong.apps.forums.models.forum import Forum, Setting, Topic
from pamong.apps.organisasi.models import Jabatan, Opd, Pemda
from pamong.apps.organisasi.models.holding import CAPACITIES


@tracked()
class Directive(models.Model):
    """One thing that a leader asked; ``words`` are the words it came from."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="directives")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="directives")
    gist = models.CharField("inti arahan", max_length=500)
    topic = models.CharField("topik", max_length=30, choices=Topic.choices, blank=True)
    setting = models.CharField("cara", max_length=12, choices=Setting.choices, blank=True)
    relayed_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="disampaikan oleh",
    )
    repeats = models.CharField("penanda pengulangan", max_length=200, blank=True)
    words = models.TextField("kata-kata dokumen", blank=True)

    class Meta:
        verbose_name = "arahan"
        verbose_name_plural = "arahan"
        indexes = [models.Index(fields=["pemda", "forum"], name="directive_by_pemda")]

    def __str__(self) -> str:
        return self.gist


@tracked()
class DirectiveGiver(models.Model):
    """Who asked, by which office and in which capacity on that day."""

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="givers")
    # The giver is a part of the directive and goes with it.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="directives_given")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, null=True, blank=True)
    capacity = models.CharField("kedudukan", max_length=10, choices=CAPACITIES, blank=True)

    class Meta:
        verbose_name = "pemberi arahan"
        verbose_name_plural = "pemberi arahan"
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "person"],
                name="giver_gives_once",
                violation_error_message="Pemberi arahan ini sudah tercatat pada arahan itu.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class AddresseeKind(models.TextChoices):
    """Whom a directive addresses."""

    OPD = "opd", "satu OPD"
    SEMUA_OPD = "semua_opd", "semua OPD"
    ASN = "asn", "ASN"
    LAIN = "lain", "pihak lain"


@tracked()
class DirectiveAddressee(models.Model):
    """Who was asked, as the document says it, and the OPD where it is one."""

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="addressees")
    # The addressee is a part of the directive and goes with it.
    kind = models.CharField("jenis", max_length=10, choices=AddresseeKind.choices)
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, blank=True)
    text = models.CharField("menurut dokumen", max_length=200)

    class Meta:
        verbose_name = "penerima arahan"
        verbose_name_plural = "penerima arahan"
        constraints = [
            models.CheckConstraint(
                name="addressee_opd_is_named",
                violation_error_message="Pilih OPD yang dituju arahan ini.",
                condition=~models.Q(kind="opd") | models.Q(opd__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text


@tracked()
class Commitment(models.Model):
    """A promise made at a forum; the one who made it is not stored where the text names nobody."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="commitments")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="commitments")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, verbose_name="oleh"
    )
    to = models.CharField("kepada", max_length=200, blank=True)
    gist = models.CharField("inti komitmen", max_length=500)
    topic = models.CharField("topik", max_length=30, choices=Topic.choices, blank=True)
    due = models.CharField("tenggat menurut dokumen", max_length=200, blank=True)
    words = models.TextField("kata-kata dokumen", blank=True)

    class Meta:
        verbose_name = "komitmen"
        verbose_name_plural = "komitmen"

    def __str__(self) -> str:
        return self.gist
