"""What was asked (directives) and what was promised (commitments) at a forum."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Instansi, Person
from pamong.apps.forums.models.copied_days import follows_its_forum
from pamong.apps.forums.models.forum import Forum
from pamong.apps.forums.models.kinds import Setting, Topic
from pamong.apps.organisasi.models import Jabatan, Opd, Pemda
from pamong.apps.organisasi.models.holding import CAPACITIES


@tracked(exclude=["day"])
class Directive(models.Model):
    """One thing that a leader asked; ``words`` are the words it came from.

    ``term`` is what the text says of its time, ``due_on`` the last day where that, or a person,
    sets one. ``day`` is the forum's, copied by a trigger and so no history of its own.
    """

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
    repeats_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="repeated_by",
        verbose_name="mengulang arahan",
    )
    words = models.TextField("kata-kata dokumen", blank=True)
    term = models.CharField("tenggat menurut kata-katanya", max_length=200, blank=True)
    due_on = models.DateField("tenggat", null=True, blank=True)
    is_upward = models.BooleanField("ke instansi lain", default=False)
    day = models.DateField("hari", editable=False)

    class Meta:
        verbose_name = "arahan"
        verbose_name_plural = "arahan"
        indexes = [
            models.Index(fields=["pemda", "forum"], name="directive_by_pemda"),
            models.Index(fields=["pemda", "-day", "id"], name="directive_by_pemda_and_day"),
        ]
        constraints = [
            models.CheckConstraint(
                name="directive_repeats_another",
                violation_error_message=_(
                    "Arahan tidak dapat mengulang dirinya sendiri. Pilih arahan yang lebih dulu."
                ),
                condition=models.Q(repeats_of=None) | ~models.Q(repeats_of=models.F("id")),
            ),
        ]
        triggers = [follows_its_forum()]

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
                violation_error_message=_("Pemberi arahan ini sudah tercatat pada arahan itu."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class AddresseeKind(models.TextChoices):
    """Whom a directive addresses."""

    OPD = "opd", _("satu OPD")
    SEMUA_OPD = "semua_opd", _("semua OPD")
    PEJABAT = "pejabat", _("sejenis pejabat")
    ASN = "asn", _("ASN")
    INSTANSI = "instansi", _("instansi lain")
    DAERAH = "daerah", _("kabupaten/kota")
    LAIN = "lain", _("pihak lain")


@tracked()
class DirectiveAddressee(models.Model):
    """Who was asked, as the document says it, and the OPD, body or government where it is one.

    Of kind "kabupaten/kota" without a ``daerah`` all those of the province are meant.
    """

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="addressees")
    # The addressee is a part of the directive and goes with it.
    kind = models.CharField("jenis", max_length=10, choices=AddresseeKind.choices)
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, blank=True)
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, null=True, blank=True)
    daerah = models.ForeignKey(Pemda, on_delete=models.PROTECT, null=True, blank=True)
    text = models.CharField("menurut dokumen", max_length=200)

    class Meta:
        verbose_name = "penerima arahan"
        verbose_name_plural = "penerima arahan"
        constraints = [
            models.CheckConstraint(
                name="addressee_opd_is_named",
                violation_error_message=_("Pilih OPD yang dituju arahan ini."),
                condition=~models.Q(kind="opd") | models.Q(opd__isnull=False),
            ),
            models.CheckConstraint(
                name="addressee_instansi_is_named",
                violation_error_message=_("Pilih instansi yang dituju arahan ini."),
                condition=~models.Q(kind="instansi") | models.Q(instansi__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class UnitPart(models.TextChoices):
    """What an OPD does for a directive."""

    LEAD = "lead", _("OPD utama")
    SUPPORTING = "supporting", _("OPD pendukung")


@tracked()
class DirectiveUnit(models.Model):
    """An OPD that leads, or supports, what was asked; set by a person after confirmation."""

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="units")
    # The part that an OPD takes belongs to the directive.
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="directive_parts")
    part = models.CharField("bagian", max_length=10, choices=UnitPart.choices)

    class Meta:
        verbose_name = "OPD pelaksana"
        verbose_name_plural = "OPD pelaksana"
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "opd"],
                name="directive_unit_has_one_part",
                violation_error_message=_(
                    "Satu OPD hanya dapat menjadi utama atau pendukung, tidak keduanya."
                ),
            ),
            models.UniqueConstraint(
                fields=["directive"],
                condition=models.Q(part="lead"),
                name="directive_is_led_by_one",
                violation_error_message=_("Arahan ini sudah mempunyai OPD utama."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opd}, {self.get_part_display()}"


@tracked()
class Commitment(models.Model):
    """A promise made at a forum; of somebody without a name it is a confidential statement."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="commitments")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="commitments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, verbose_name="oleh")
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
